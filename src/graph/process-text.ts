import type { FlowGraph } from './flow-graph.ts';

/**
 * A built process as one line of text: the same for two flows that are drawn alike, wherever they stand and however they are
 * written. Comments, blanks, line ends and the order of attributes are not in it, nor is what no chart shows: places in the text,
 * paths, and work that leads nowhere.
 */
export const processText = (graph: FlowGraph): string =>
  // Copies, in which JSON leaves out what is undefined: to leave keys out with a replacer takes more than twice as long.
  JSON.stringify({
    ...graph,
    path: undefined,
    span: undefined,
    openExits: undefined,
    lostExits: undefined,
    unreachedJumps: undefined,
    nodes: graph.nodes.map((node) => ({
      ...node,
      span: undefined,
      nameSpan: undefined,
      flow: node.flow?.id,
    })),
    edges: graph.edges.map(withoutPlace),
    stages: graph.stages.map(withoutPlace),
  });

const withoutPlace = <Placed extends { readonly span: unknown }>(placed: Placed) => ({
  ...placed,
  span: undefined,
});
