import { parentPort, workerData } from 'node:worker_threads';
import { keepLaws } from './laws.ts';
import { makeCase } from './make-case.ts';

/** What the worker says: that it begins a case, or how one failed. */
export type Said =
  | { readonly kind: 'begins'; readonly seed: string }
  | { readonly kind: 'failed'; readonly seed: string; readonly reason: string };

/** A task: to run the cases of a seed from the `first` on, until it is stopped. */
export interface Task {
  readonly seed: string;
  readonly first: number;
}

const say = (said: Said): void => parentPort?.postMessage(said);
const { seed, first } = workerData as Task;
for (let index = first; ; index++) {
  const name = `${seed}:${index}`;
  say({ kind: 'begins', seed: name });
  try {
    await keepLaws(makeCase(name));
  } catch (error) {
    say({
      kind: 'failed',
      seed: name,
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}
