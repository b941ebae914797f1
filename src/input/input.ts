import type { Staged } from '../diagnostic/diagnostic.ts';
import type { Collection } from '../model/collection.ts';

/**
 * A format that processes can be read from: a record that says all that anyone needs to know of it. See `registry.ts`.
 */
export interface Input<Name extends string = string> {
  /** Its name, as it is asked for. */
  readonly name: Name;
  /** The endings of its files, without the dot, the usual one first. */
  readonly extensions: readonly string[];
  /** What it is, in a few words, for help and pages. */
  readonly summary: string;
  /** Whether bytes look like this format. Looks at the beginning only. */
  sniff(bytes: Uint8Array): boolean;
  /**
   * Reads any bytes, and never throws. What cannot be read, or not wholly, is reported, each as a finding `not-read`:
   * an error where nothing could be made of it, so that the collection is empty; a warning for what was left out.
   * Spans are offsets in the text of the file. `path` of each process is empty, and what it calls in other files has
   * paths that lead from there: only whoever asks knows where the file lies.
   */
  read(bytes: Uint8Array): Staged<Collection>;
}

/** The largest file that is read, in bytes: reading takes some ten times as much memory, and no process is so large. */
export const largestInput = 64 * 1024 * 1024;
