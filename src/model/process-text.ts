import type { FlowGraph } from './flow-graph.ts';

/**
 * A built process as one line of text: the same for two flows that are drawn alike, wherever they stand and however they are
 * written. Comments, blanks, line ends and the order of attributes are not in it, nor is what no chart shows: places in the text,
 * paths, and work that leads nowhere.
 */
export const processText = (graph: FlowGraph): string =>
  JSON.stringify(graph, (key, value: unknown) => (unseen.has(key) ? undefined : value));

const unseen: ReadonlySet<string> = new Set([
  'span',
  'nameSpan',
  'path',
  'openExits',
  'lostExits',
  'unreachedJumps',
]);
