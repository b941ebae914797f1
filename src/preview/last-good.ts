import type { Process } from '../model/process.ts';
import type { NodePlace, PictureState } from './messages.ts';

/** A flow as it is in its file now. */
export interface FlowNow {
  readonly key: string;
  /** The file that it is in. */
  readonly path: string;
  readonly process: Process;
  /** The places that the nodes of the graph come from, by id. */
  readonly nodes: Readonly<Record<string, NodePlace>>;
  /** On which it begins, from 1. */
  readonly line: number;
  /** False where errors stand in the way. */
  readonly whole: boolean;
}

/** A flow as it is to be shown: `graph` may be that of an earlier text. */
export interface FlowShown extends FlowNow {
  readonly state: PictureState;
}

/**
 * Decides what to show of each flow: its last good graph where its text is broken now. Flows that are not there any
 * more stay, too, while their file is broken or gone: a half-written line must not take a chart away. `isBroken` says
 * it of a file by its path.
 */
export function keepLastGood(
  before: readonly FlowShown[],
  now: readonly FlowNow[],
  isBroken: (path: string) => boolean,
): readonly FlowShown[] {
  const known = new Map(before.map((flow) => [flow.key, flow]));
  const shown = now.map((flow): FlowShown => {
    if (flow.whole) return { ...flow, state: 'current' };
    const last = known.get(flow.key);
    return last === undefined || last.state === 'incomplete'
      ? { ...flow, state: 'incomplete' }
      : { ...last, state: 'outdated' };
  });
  const present = new Set(now.map(({ key }) => key));
  const missing = before
    .filter(({ key, path, state }) => !present.has(key) && isBroken(path) && state !== 'incomplete')
    .map((flow): FlowShown => ({ ...flow, state: 'outdated' }));
  return [...shown, ...missing];
}
