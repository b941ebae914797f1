import { join } from 'node:path';
import { buildFacts } from './build-facts.ts';
import { cacheFolder, sweep } from './cache-folder.ts';
import { type ChunkLoader, chunkLoader } from './load-chunks.ts';

/**
 * A loader that keeps the code of what ran for the next process or thread. Which functions those are depends on the `use`,
 * a command; that the code fits, on the build and on Node. V8 itself refuses what was made with other flags. A release of
 * the same sources is another build: its chunks have other names, and V8 would not notice.
 */
export function openChunks(use: string): ChunkLoader {
  const { build = '', isRelease = false } = buildFacts ?? {};
  const folder = cacheFolder(process.env);
  if (folder === undefined) return chunkLoader(__dirname, undefined);
  const tag = `${build}${isRelease ? '-release' : ''}-${process.version}-${process.arch}`;
  const loader = chunkLoader(__dirname, (pack) =>
    join(folder, `${pack === 'flowc' ? `flowc-${use}` : pack}-${tag}.code`),
  );
  process.once('exit', () => {
    if (loader.save()) sweep(folder);
  });
  return loader;
}
