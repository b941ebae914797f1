import type { Staged } from '../diagnostic/diagnostic.ts';
import type { Collection } from '../model/collection.ts';
import type { Gaps } from '../model/gaps.ts';
import type { Process } from '../model/process.ts';
import { writeCollection } from './collection-text.ts';
import type { Naming } from './names.ts';

/** How a process is written. */
export interface WriteOptions {
  /**
   * Which nodes have a name: only those that something jumps to or that a promise begins or ends at (`needed`, the
   * default: a person reads labels), also all that had one (`keep`: what a refactoring must do), or all that can have
   * one. Touchpoints, and what comes in beside them, keep theirs in any case. A name that is written is the one that
   * the node had, where it had one.
   */
  readonly names?: Naming;
  /**
   * Whether a branch of a question or an exception that only goes on may be an empty block, where that saves an arrow.
   * No author ever wrote one; an answer needs none.
   */
  readonly emptyBlocks?: boolean;
  /** The missing ends of a process: its open exits are written as paths that stay open. */
  readonly gaps?: (process: Process) => Pick<Gaps, 'openExits'> | undefined;
  /** All processes that are known, so that a call need not repeat the title of what it calls. */
  readonly among?: Collection;
  /** Whether several flows of a file may declare the same thing again, or only the first of them does (the default). */
  readonly declarations?: 'once' | 'again';
}

/**
 * Writes a process as the text of a file with one flow, formatted, as a person would have written it. Read again, it
 * gives the same process, but for the ids of nodes without names, the order of nodes, lanes that follow from names, and
 * durations, which are the same by their value. What the language cannot say is reported, each as a finding
 * `not-written`, and is never bent silently; the text has no error of the language in any case, but for calls of flows
 * that are not in it.
 */
export const writeFlow = (process: Process, options: WriteOptions = {}): Staged<string> =>
  writeCollection([process], options);
