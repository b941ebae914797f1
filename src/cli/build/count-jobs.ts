import { availableParallelism } from 'node:os';
import { buildFacts } from '../start/build-facts.ts';

/** How many threads draw so many pictures: as many as were asked for, else as many as are worth it. */
export function countJobs(wanted: number | undefined, pictures: number): number {
  // Threads load a bundle: the sources have none.
  if (buildFacts === undefined) return 1;
  return Math.max(
    1,
    Math.min(
      wanted ?? Math.min(availableParallelism(), mostByItself),
      Math.floor(pictures / (wanted === undefined ? worthAThread : 1)),
    ),
  );
}

/** Pictures from which on a thread pays, as each loads all code again. Set by hand, on a machine with 2 cores. */
const worthAThread = 100;
/** Each thread takes some 100 MB. */
const mostByItself = 8;
