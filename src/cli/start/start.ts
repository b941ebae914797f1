import { join } from 'node:path';
import { buildFacts } from './build-facts.ts';
import { cacheFolder, sweep } from './cache-folder.ts';
import { idleRun } from './idle-run.ts';
import { chunkLoader } from './load-chunks.ts';
import { sameAgain } from './remembered-run.ts';

/** What `bin/flowc.js` starts: as little as can be, which then loads what the command needs. */
function start(argv: readonly string[]): void {
  const { version = '', build = '' } = buildFacts ?? {};
  const [command = ''] = argv;
  if (argv.length === 1 && (command === '--version' || command === '-V')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const idle = idleRun(argv);
  const said = idle && sameAgain(idle.cache, idle.key);
  if (said !== undefined) {
    if (said !== '') process.stderr.write(said);
    return;
  }
  const folder = cacheFolder(process.env);
  // Which functions have been compiled depends on the command. V8 itself refuses what was made by another V8 or with other flags.
  const use = /^[a-z]+$/.test(command) ? command : 'other';
  const tag = `${build}-${process.version}-${process.arch}`;
  const { load, save } = chunkLoader(
    __dirname,
    folder === undefined
      ? undefined
      : (pack) => join(folder, `${pack}-${pack === 'flowc' ? `${use}-` : ''}${tag}.code`),
  );
  process.once('exit', () => {
    if (save() && folder !== undefined) sweep(folder);
  });
  load('./main.cjs');
}

start(process.argv.slice(2));
