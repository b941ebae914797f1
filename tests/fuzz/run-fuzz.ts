import { Worker } from 'node:worker_threads';
import type { Said, Task } from './fuzz-worker.ts';

/** A case that broke a law, took too long or took too much memory. Its file comes from `makeCase(seed)`. */
export interface Failure {
  readonly seed: string;
  readonly reason: string;
}

export interface Fuzzed {
  readonly cases: number;
  readonly failures: readonly Failure[];
}

/** The longest that one case may take, in ms. The slowest take a second, and machines of others are slower. */
const longestCase = 30_000;
/** What the laws take at most, in MiB of the heap: a leak over many cases shows as well as one large case. */
const mostMemory = 768;

/**
 * Runs the cases of a seed for so many ms in a thread of its own, so that one that hangs can be stopped. Stops early
 * where `mostFailures` were found. After a hang, it goes on with the next case.
 */
export async function runFuzz(seed: string, time: number, mostFailures = 20): Promise<Fuzzed> {
  const failures: Failure[] = [];
  const end = Date.now() + time;
  let cases = 0;
  while (Date.now() < end && failures.length < mostFailures) {
    const { done, hung } = await runUntil(
      seed,
      cases,
      end,
      (failure) => failures.push(failure) >= mostFailures,
    );
    cases += done;
    if (hung !== undefined) failures.push(hung);
  }
  return { cases, failures };
}

function runUntil(
  seed: string,
  first: number,
  end: number,
  take: (failure: Failure) => boolean,
): Promise<{ readonly done: number; readonly hung?: Failure }> {
  const task: Task = { seed, first };
  const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  return new Promise((resolve) => {
    let done = 0;
    let current = { seed: '', since: Date.now() };
    const finish = (hung?: Failure): void => {
      clearInterval(watch);
      worker.removeAllListeners();
      worker.on('error', () => {});
      void worker.terminate().then(() => resolve(hung === undefined ? { done } : { done, hung }));
    };
    const watch = setInterval(() => {
      if (Date.now() - current.since > longestCase)
        finish({ seed: current.seed, reason: `takes longer than ${longestCase / 1000} s` });
      else if (Date.now() > end) finish();
    }, 50);
    worker.on('message', (said: Said) => {
      if (said.kind === 'failed') {
        if (take(said)) finish();
      } else {
        done++;
        current = { seed: said.seed, since: Date.now() };
      }
    });
    worker.on('error', (error) => finish({ seed: current.seed, reason: String(error) }));
  });
}
