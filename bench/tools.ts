import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Peer } from './peers.ts';

/**
 * Installs the peers that npm has into a cache folder, once, and returns it. Their install scripts are not run:
 * mermaid-cli would fetch a browser, and takes the one that is installed.
 */
export function installTools(): string {
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'flowc-bench');
  mkdirSync(folder, { recursive: true });
  const wanted = join(import.meta.dirname, 'peers', 'package.json');
  const installed = join(folder, 'package.json');
  const isThere =
    existsSync(join(folder, 'node_modules')) &&
    existsSync(installed) &&
    readFileSync(installed, 'utf8') === readFileSync(wanted, 'utf8');
  if (!isThere) {
    copyFileSync(wanted, installed);
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'inherit',
    });
  }
  const browser = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  writeFileSync(join(folder, 'puppeteer.json'), JSON.stringify({ executablePath: browser, args: noSandbox }));
  // Its limit of 500 edges is there for pages that strangers write.
  writeFileSync(join(folder, 'mermaid.json'), JSON.stringify({ maxEdges: 10_000, maxTextSize: 10_000_000 }));
  copyFileSync(join(import.meta.dirname, 'peers', 'd2.mjs'), join(folder, 'd2.mjs'));
  return folder;
}

/** The version of a tool; undefined where it is not installed. */
export function versionOf({ version }: Peer, tools: string): string | undefined {
  try {
    if ('package' in version) {
      const file = join(tools, 'node_modules', version.package, 'package.json');
      const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
      return typeof content === 'object' && content !== null && 'version' in content
        ? String(content.version)
        : undefined;
    }
    const [program = '', ...args] = version.command;
    const quoted = [program, ...args].map((word) => `'${word}'`).join(' ');
    const said = execFileSync('sh', ['-c', `${quoted} 2>&1`], { encoding: 'utf8' });
    return /\d+(?:\.\d+)+/.exec(said)?.[0];
  } catch {
    return undefined;
  }
}
