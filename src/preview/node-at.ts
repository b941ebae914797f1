import type { Position } from '../text/line-index.ts';
import type { NodePlace } from './messages.ts';

/**
 * The node that a place in the text is about: the smallest one that holds it, else the last that begins before it on the same
 * line, else, with `near`, the last one that begins before it at all. Undefined where there is none.
 */
export function nodeAt(
  nodes: Readonly<Record<string, NodePlace>>,
  place: Position,
  near = false,
): string | undefined {
  let holding: { readonly id: string; readonly node: NodePlace } | undefined;
  let before: { readonly id: string; readonly node: NodePlace } | undefined;
  for (const [id, node] of Object.entries(nodes)) {
    if (isAfter(node, place)) continue;
    // Later nodes begin later or stand inside: the last that holds the place is the smallest.
    if (!isAfter(place, node.end) && (holding === undefined || !isAfter(holding.node, node)))
      holding = { id, node };
    if (before === undefined || !isAfter(before.node, node)) before = { id, node };
  }
  if (holding !== undefined) return holding.id;
  return before !== undefined && (near || before.node.end.line === place.line) ? before.id : undefined;
}

const isAfter = (a: Position, b: Position): boolean =>
  a.line > b.line || (a.line === b.line && a.column > b.column);
