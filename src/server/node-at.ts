import type { FlowGraph, FlowNode } from '../model/flow-graph.ts';
import type { FileView } from './snapshot.ts';

/** A node of the graph, and the index of its flow in the file. */
export interface FoundNode {
  readonly flow: number;
  readonly graph: FlowGraph;
  readonly node: FlowNode;
}

/** The flow that an offset is in; behind the last word of one, that one still. */
export function flowAt({ parsed }: FileView, offset: number): number {
  return parsed.document.flows.findLastIndex(({ keyword }) => keyword.start <= offset);
}

/** The node that has a name in a flow. */
export function nodeNamed(file: FileView, flow: number, name: string): FoundNode | undefined {
  const graph = file.graphs()[flow];
  const node = graph?.nodes.find(({ id, named }) => named && id === name);
  return graph === undefined || node === undefined ? undefined : { flow, graph, node };
}

/** The node whose statement, question or target an offset is in: the innermost one. */
export function nodeAt(file: FileView, offset: number): FoundNode | undefined {
  const flow = flowAt(file, offset);
  const graph = file.graphs()[flow];
  const checked = file.checked().flows[flow];
  if (graph === undefined || checked === undefined) return undefined;
  const starts = new Map(graph.nodes.map((node) => [node.span.start, node]));
  let found: FlowNode | undefined;
  for (const { item } of checked.parts) {
    const span = item.kind === 'if-arm' ? item.arm.span : item.span;
    if (span.start > offset || offset > span.end) continue;
    found = starts.get(span.start) ?? found;
  }
  return found && { flow, graph, node: found };
}

/** The labels of the lines that leave a node, and where they lead, in the order of the graph. */
export function waysOut({
  graph,
  node,
}: FoundNode): readonly { readonly label: string | undefined; readonly to: FlowNode }[] {
  const byId = new Map(graph.nodes.map((each) => [each.id, each]));
  return graph.edges
    .filter(({ from }) => from === node.id)
    .flatMap(({ label, to }) => {
      const target = byId.get(to);
      return target === undefined ? [] : [{ label, to: target }];
    });
}
