import { existsSync, readFileSync } from 'node:fs';

/** The version of flowc, from the package beside the bundle or above the sources. */
export function version(): string {
  const file = ['../package.json', '../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  const value: unknown = file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'));
  return typeof value === 'object' && value !== null && 'version' in value ? String(value.version) : '0.0.0';
}
