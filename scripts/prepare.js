// What npm runs at the end of `npm ci` in a clone, and where it installs or packs flowc from an address of git: there
// is `dist/` then. Of what comes from git, npm makes a copy of its own in its cache, and packs that: so it gets all
// that a release has.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

const { npm_config_cache: cache, npm_config_global: isGlobal, npm_execpath: npmPath } = process.env;
const isCopyOfNpm =
  cache !== undefined && existsSync(cache) && process.cwd().startsWith(realpathSync(cache) + sep);

if (existsSync(join('node_modules', 'esbuild')))
  if (isCopyOfNpm) pack();
  else await import('../esbuild.config.js');
else if (isCopyOfNpm && isGlobal === 'true') refuse();
else console.error('flowc: development dependencies are not installed, so nothing is built');

function pack() {
  const { status, error } = spawnSync(process.execPath, [npmPath, 'run', 'prepack'], { stdio: 'inherit' });
  if (error !== undefined) throw error;
  process.exitCode = status ?? 1;
}

/**
 * Ends `npm install --global` with an address of git. npm wishes its copy to be installed globally as well: it
 * installs nothing into it, links it to where flowc is to lie, and unpacks flowc through that link into what it
 * throws away. So what it says is installed would not be there.
 */
function refuse() {
  const { name, version, repository } = JSON.parse(readFileSync('package.json', 'utf8'));
  console.error(`npm cannot build ${name} where it installs it globally from git. These two commands can:
  npm pack ${repository.url}
  npm install --global ./${name}-${version}.tgz`);
  process.exitCode = 1;
}
