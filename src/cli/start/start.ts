import { join } from 'node:path';
import { buildFacts } from './build-facts.ts';
import { cacheFolder } from './cache-folder.ts';
import { chunkLoader } from './load-chunks.ts';

/** What `bin/flowc.js` starts: as little as can be, which then loads what the command needs. */
const [command = '', ...others] = process.argv.slice(2);
const { version = '', build = '' } = buildFacts ?? {};

if (others.length === 0 && (command === '--version' || command === '-V'))
  process.stdout.write(`${version}\n`);
else {
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
  process.once('exit', save);
  load('./main.cjs');
}
