import { today } from '../today.ts';
import { buildFacts } from './build-facts.ts';
import { cacheFolder } from './cache-folder.ts';
import { keyOfRun } from './remembered-run.ts';
import { tricksOf } from './tricks.ts';

/** The place where a run is remembered that finds nothing to do; undefined for those that are not. */
export function idleRun(
  argv: readonly string[],
): { readonly cache: string; readonly key: string } | undefined {
  if (argv[0] !== 'build' || buildFacts === undefined) return undefined;
  if (!tricksOf(process.env).has('remembered-run')) return undefined;
  const cache = cacheFolder(process.env);
  if (cache === undefined) return undefined;
  const searchPath = process.env['PATH'];
  return { cache, key: keyOfRun(argv, process.cwd(), buildFacts.build, today(), searchPath) };
}
