import type { FlowGraph } from '../../model/flow-graph.ts';
import { flowAt } from '../../preview/flow-span.ts';
import { isWhole } from '../../preview/is-whole.ts';
import type { Span } from '../../text/span.ts';
import type { Place } from '../same-name.ts';
import type { Snapshot } from '../snapshot.ts';

/** The flow that a cursor is in, ready to be drawn. */
export interface FlowPreview {
  readonly graph: FlowGraph;
  /** False where errors stand in the way: then the graph holds only what could be read. */
  readonly isWhole: boolean;
  /** Where each node comes from, and the flow that it leads to, where that is known. */
  readonly nodes: readonly { readonly id: string; readonly span: Span; readonly flow?: Place }[];
}

/** What a preview beside the text shows: the flow at an offset. Undefined where the file holds none. */
export function flowPreview(snapshot: Snapshot, path: string, offset: number): FlowPreview | undefined {
  const file = snapshot.file(path);
  const { flows } = file?.parsed.document ?? { flows: [] };
  const at = flowAt(flows, offset);
  const graph = at === undefined ? undefined : file?.graphs()[at];
  if (file === undefined || at === undefined || graph === undefined) return undefined;
  return {
    graph,
    isWhole: isWhole(flows, at, file.checked().diagnostics),
    nodes: graph.nodes.map(({ id, span, flow }) => {
      const place = flow && placeOf(snapshot, flow.path ?? path, flow.id);
      return { id, span, ...(place === undefined ? {} : { flow: place }) };
    }),
  };
}

function placeOf(snapshot: Snapshot, path: string, id: string): Place | undefined {
  const flow = snapshot.file(path)?.parsed.document.flows.find((each) => each.id.name === id);
  return flow && { path, span: flow.id.span };
}
