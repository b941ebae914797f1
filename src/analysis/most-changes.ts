import { depthFirst } from '../graph/depth-first.ts';
import type { Digraph } from '../graph/digraph.ts';

/** A way to a node on which the owner changes most often. `owner` is the last one; none before anyone owns anything. */
interface Way {
  readonly changes: number;
  readonly owner: string | undefined;
  readonly node: number;
  readonly before: Way | undefined;
}

/** A node at which a case comes to another owner. */
export interface Change {
  readonly node: number;
  readonly from: string;
  readonly to: string;
}

/**
 * The changes of owner on the way that has most of them; loops are walked through once. `ownersAt` are those that have
 * the case at a node, one after the other; nobody where it stays with the one before. Linear: of the ways to a node
 * only two count, the best one and the best one with another last owner, as a change costs one.
 */
export function mostChanges(
  graph: Digraph,
  starts: readonly number[],
  ownersAt: (node: number) => readonly string[],
): readonly Change[] {
  const walk = depthFirst(graph, starts);
  const isStart = new Set(starts);
  const ways: (readonly Way[])[] = [];
  let best: Way | undefined;
  for (const node of walk.order) {
    const before = (graph.incoming[node] ?? []).flatMap((edge) => {
      const from = graph.from[edge] ?? 0;
      return walk.place[from] === -1 || walk.isBack(edge) ? [] : (ways[from] ?? []);
    });
    const coming: readonly (Way | undefined)[] = isStart.has(node) ? [undefined, ...before] : before;
    const here = twoBest(coming.map((way) => goOn(way, node, ownersAt(node))));
    ways[node] = here;
    const [first] = here;
    if (first !== undefined && first.changes > (best?.changes ?? 0)) best = first;
  }
  return changesOn(best, ownersAt);
}

function goOn(before: Way | undefined, node: number, owners: readonly string[]): Way {
  let changes = before?.changes ?? 0;
  let owner = before?.owner;
  for (const next of owners) {
    if (owner !== undefined && owner !== next) changes += 1;
    owner = next;
  }
  return { changes, owner, node, before };
}

function twoBest(ways: readonly Way[]): readonly Way[] {
  const isBetter = (a: Way, b: Way | undefined) =>
    b === undefined || a.changes > b.changes || (a.changes === b.changes && b.owner === undefined);
  let best: Way | undefined;
  for (const way of ways) if (isBetter(way, best)) best = way;
  let second: Way | undefined;
  for (const way of ways) if (way.owner !== best?.owner && isBetter(way, second)) second = way;
  return [best, second].filter((way) => way !== undefined);
}

function changesOn(best: Way | undefined, ownersAt: (node: number) => readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  for (let way = best; way !== undefined; way = way.before) {
    let from = way.before?.owner;
    const here: Change[] = [];
    for (const to of ownersAt(way.node)) {
      if (from !== undefined && from !== to) here.push({ node: way.node, from, to });
      from = to;
    }
    changes.push(...here.reverse());
  }
  return changes.reverse();
}
