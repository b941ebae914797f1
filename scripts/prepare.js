// What npm runs at the end of `npm ci` in a clone, and where it installs flowc from an address of git: there is `dist/` then.
// `npm` makes a copy of its own of what it installs from git, in its cache, and packs that: it gets all that a release has.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';

const {
  npm_config_cache: cache,
  npm_config_global: isGlobal,
  npm_config_global_prefix: prefix,
  npm_execpath: npmPath,
} = process.env;
const isCopyOfNpm =
  cache !== undefined && existsSync(cache) && process.cwd().startsWith(realpathSync(cache) + sep);

if (existsSync(join('node_modules', 'esbuild')))
  if (isCopyOfNpm) npm('run', 'prepack');
  else await import('../esbuild.config.js');
// `npm install --global` installs nothing into its copy, as its own wish to install globally holds there, too.
else if (isCopyOfNpm && isGlobal === 'true') {
  npm('ci', '--include=dev');
  unlinkCopy();
} else console.error('flowc: development dependencies are not installed, so nothing is built');

/** Runs npm in this folder as it runs in any other project. */
function npm(...argv) {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_config_(?:global|location|prefix|local_prefix|global_prefix)$/i.test(name),
    ),
  );
  const { status, error } = spawnSync(process.execPath, [npmPath, ...argv], {
    env: environment,
    stdio: 'inherit',
  });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * Puts an empty folder in the place of the link to this copy that npm has made where flowc is to lie: it would unpack through the
 * link into the copy, and throw that away at the end.
 */
function unlinkCopy() {
  const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
  const folder = process.platform === 'win32' ? prefix : join(prefix, 'lib');
  const link = join(folder, 'node_modules', name);
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return;
  if (realpathSync(link) !== realpathSync('.')) return;
  rmSync(link);
  mkdirSync(link);
}
