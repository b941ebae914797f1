import { join } from 'node:path';
import { buildFacts } from '../start/build-facts.ts';
import { readCacheFile, writeCacheFile } from '../start/cache-file.ts';
import { cacheFolder } from '../start/cache-folder.ts';

/** Which pictures, by the fingerprints of what they are made from, were drawn here by this drawing code. */
export interface DrawnHere {
  has(inputs: string): boolean;
  add(inputs: readonly string[]): void;
}

/**
 * A picture's record of itself names the version of flowc, not its code: so pictures that are kept under version
 * control change with a release, and not with every commit to flowc. For a release that is enough, as no two have one
 * version. A build in between draws otherwise under the same version; so it takes a picture for fresh only where it was
 * drawn here by the same code, and draws any other once. `--check` believes the record; flowc's own tests draw all
 * examples again.
 */
export function drawnHere(environment: NodeJS.ProcessEnv): DrawnHere {
  if (buildFacts === undefined || buildFacts.isRelease) return { has: () => true, add: () => {} };
  const folder = cacheFolder(environment);
  if (folder === undefined) return { has: () => false, add: () => {} };
  const path = join(folder, `drawn-${buildFacts.drawing}.txt`);
  const known = (): readonly string[] => readCacheFile(path)?.toString('latin1').split('\n') ?? [];
  const drawn = new Set(known());
  return {
    has: (inputs) => drawn.has(inputs),
    add(inputs) {
      if (inputs.every((each) => drawn.has(each))) return;
      // Another build may have added some meanwhile; of very many the oldest are dropped.
      const all = new Set([...known(), ...inputs]);
      writeCacheFile(path, Buffer.from([...all].slice(-mostKept).join('\n'), 'latin1'));
    },
  };
}

const mostKept = 100_000;
