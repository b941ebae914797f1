import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const isWindows = process.platform === 'win32';

/** What `npm pack` says of a package. Sizes are in bytes. */
export interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

export const npm = (argv: readonly string[], cwd: string): string =>
  execFileSync('npm', argv, { cwd, encoding: 'utf8', shell: isWindows, stdio: ['ignore', 'pipe', 'pipe'] });

/**
 * Makes the package as it would be published, in a copy of the repository: making it builds `dist/` again, which others
 * use. The package lies in `folder` then.
 */
export function pack(folder: string): Packed {
  const copy = join(folder, 'copy');
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const path of listed.split('\0').filter((name) => name !== '' && !name.startsWith('tests/'))) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  npm(['run', 'prepack'], copy);
  const answer: unknown = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], copy),
  );
  // One package is a list of one, or an object with one key, by the version of npm.
  const [packed] = Object.values(answer as Readonly<Record<string, Packed>>);
  if (packed === undefined) throw new Error('npm has packed nothing');
  return packed;
}

/** package.json, as far as it is asked about. */
export const manifest: { readonly version: string } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
