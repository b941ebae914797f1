import type { FlowGraph, FlowNode } from '../model/flow-graph.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { NodePlace } from './messages.ts';

/**
 * Where the nodes of a graph come from, by id. `lines` are those of the text that the graph was made from; `callee` gives
 * the key of the flow that a call or a transfer leads to, `editor` the link to a place.
 */
export const nodePlaces = (
  graph: FlowGraph,
  lines: LineIndex,
  callee: (flow: NonNullable<FlowNode['flow']>) => string | undefined,
  editor: (place: NodePlace) => string | undefined = () => undefined,
): Readonly<Record<string, NodePlace>> =>
  Object.fromEntries(
    graph.nodes.map((node) => {
      const flow = node.flow && callee(node.flow);
      const place: NodePlace = {
        ...lines.position(node.span.start),
        end: lines.position(node.span.end),
        ...(flow === undefined ? {} : { flow }),
      };
      const link = editor(place);
      return [node.id, link === undefined ? place : { ...place, editor: link }];
    }),
  );
