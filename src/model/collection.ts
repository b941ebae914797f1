import { flowKey } from './flow-key.ts';
import type { FlowRef, Process } from './process.ts';

/** Processes that belong together: what is made of a project, or of a file that was imported. */
export interface Collection {
  readonly processes: readonly Process[];
  /** The process that is called or transferred to; undefined where it is not among them. */
  callee(ref: FlowRef): Process | undefined;
}

/** A collection of these processes. Where two have one name and file, the first is found. */
export function collectionOf(processes: readonly Process[]): Collection {
  const byRef = new Map<string, Process>();
  for (const process of processes) {
    const key = flowKey(process);
    if (!byRef.has(key)) byRef.set(key, process);
  }
  return { processes, callee: (ref) => byRef.get(flowKey(ref)) };
}
