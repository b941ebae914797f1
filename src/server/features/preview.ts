import type { Process } from '../../model/process.ts';
import { nearestFlow } from '../../preview/flow-span.ts';
import { isWhole } from '../../preview/is-whole.ts';
import type { Span } from '../../text/span.ts';
import type { Place } from '../same-name.ts';
import type { Snapshot } from '../snapshot.ts';

/** The flow that a cursor is in, ready to be drawn. */
export interface FlowPreview {
  readonly process: Process;
  /** False where errors stand in the way: then the graph holds only what could be read. */
  readonly isWhole: boolean;
  /** The place that each node comes from, and the flow that it leads to, where that is known. */
  readonly nodes: readonly { readonly id: string; readonly span: Span; readonly flow?: Place }[];
}

/** What a preview beside the text shows: the flow at an offset. Undefined where the file holds none. */
export function flowPreview(snapshot: Snapshot, path: string, offset: number): FlowPreview | undefined {
  const file = snapshot.file(path);
  const { flows } = file?.parsed.document ?? { flows: [] };
  const at = nearestFlow(flows, offset);
  const built = at === undefined ? undefined : file?.built()[at];
  if (file === undefined || at === undefined || built === undefined) return undefined;
  const { process, origin } = built;
  return {
    process,
    isWhole: isWhole(flows, at, file.checked().diagnostics),
    nodes: process.nodes.map((node) => {
      const { id } = node;
      const place = 'flow' in node ? placeOf(snapshot, node.flow.path ?? path, node.flow.id) : undefined;
      const span = origin.nodes.get(id)?.head ?? origin.flow;
      return { id, span, ...(place === undefined ? {} : { flow: place }) };
    }),
  };
}

function placeOf(snapshot: Snapshot, path: string, id: string): Place | undefined {
  const flow = snapshot.file(path)?.parsed.document.flows.find((each) => each.id.name === id);
  return flow && { path, span: flow.id.span };
}
