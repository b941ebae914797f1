import type { Position } from '../text/line-index.ts';
import type { NodePlace } from './messages.ts';

/**
 * The node that a place in the text is about: the smallest one that holds it, else the last that begins before it on
 * the same line. With `near`, which is for a cursor that may be anywhere, else the first that begins behind it on the
 * line, else the last one above. Of two in one place, such as a question and the point at which its answers come
 * together, the first. Undefined where there is none.
 */
export function nearestNode(
  nodes: Readonly<Record<string, NodePlace>>,
  place: Position,
  near = false,
): string | undefined {
  let holding: Candidate | undefined;
  let before: Candidate | undefined;
  let behind: Candidate | undefined;
  for (const [id, node] of Object.entries(nodes)) {
    if (isAfter(node, place)) {
      if (node.line === place.line && (behind === undefined || isAfter(behind.node, node)))
        behind = { id, node };
      continue;
    }
    // Later nodes begin later or stand inside: the last that holds the place is the smallest.
    if (!isAfter(place, node.end) && isNearer(node, holding)) holding = { id, node };
    if (isNearer(node, before)) before = { id, node };
  }
  if (holding !== undefined) return holding.id;
  if (before?.node.end.line === place.line) return before.id;
  return near ? (behind ?? before)?.id : undefined;
}

interface Candidate {
  readonly id: string;
  readonly node: NodePlace;
}

const isNearer = (node: NodePlace, known: Candidate | undefined): boolean =>
  known === undefined || (!isAfter(known.node, node) && !isSamePlace(known.node, node));

const isSamePlace = (a: NodePlace, b: NodePlace): boolean =>
  !isAfter(a, b) && !isAfter(b, a) && !isAfter(a.end, b.end) && !isAfter(b.end, a.end);

const isAfter = (a: Position, b: Position): boolean =>
  a.line > b.line || (a.line === b.line && a.column > b.column);
