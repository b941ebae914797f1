import type { Process } from '../../src/model/process.ts';
import { type WriteOptions, writeFlow } from '../../src/write/flow-text.ts';
import { compareProcesses } from './compare-processes.ts';
import { type ReadFile, readText } from './read-processes.ts';

/** A flow that was read, written and read again. */
export interface RoundTrip {
  readonly text: string;
  /** What was reported about it. */
  readonly told: readonly string[];
  /** Errors of the language in what was written. */
  readonly errors: readonly string[];
  readonly differences: readonly string[];
  readonly process: Process;
  readonly again: ReadFile;
}

export function roundTrip(source: ReadFile, options: WriteOptions = {}): RoundTrip {
  const [process] = source.processes;
  if (process === undefined) throw new Error('no flow');
  const { value: text, diagnostics } = writeFlow(process, { gaps: source.gaps, ...options });
  const again = readText(text, process.path);
  const [read] = again.processes;
  return {
    text,
    told: diagnostics.map(({ message }) => message),
    errors: errorsOf(again),
    differences:
      read === undefined
        ? ['no flow']
        : compareProcesses(
            { process, openExits: source.gaps(process).openExits },
            { process: read, openExits: again.gaps(read).openExits },
          ),
    process,
    again,
  };
}

export const errorsOf = ({ diagnostics }: ReadFile): readonly string[] =>
  diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
