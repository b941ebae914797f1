import { join } from 'node:path';
import { buildFacts } from './build-facts.ts';
import { cacheFolder, sweep } from './cache-folder.ts';
import { type ChunkLoader, chunkLoader } from './load-chunks.ts';
import type { Tricks } from './tricks.ts';

/**
 * A loader that keeps the code of what ran for the next process or thread. Which functions those are depends on the
 * `use`, a command; that the code fits, on the chunks and on Node. V8 itself refuses what was made with other flags,
 * but would not notice other chunks: those of the same sources, built in another folder or for a release, have other
 * names.
 */
export function openChunks(use: string, tricks: Tricks): ChunkLoader {
  const { code = '' } = buildFacts ?? {};
  const folder = tricks.has('code-cache') ? cacheFolder(process.env) : undefined;
  if (folder === undefined) return chunkLoader(__dirname, tricks, undefined);
  const tag = `${code}-${process.version}-${process.arch}`;
  const loader = chunkLoader(__dirname, tricks, (pack) =>
    join(folder, `${pack === 'flowc' ? `flowc-${use}` : pack}-${tag}.code`),
  );
  process.once('exit', () => {
    if (loader.save()) sweep(folder);
  });
  return loader;
}
