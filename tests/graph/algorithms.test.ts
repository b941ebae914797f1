import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components, loops, wayRound } from '../../src/graph/components.ts';
import { depthFirst } from '../../src/graph/depth-first.ts';
import { digraph, predecessors, reversed, successors } from '../../src/graph/digraph.ts';
import { dominators, dominatorTree } from '../../src/graph/dominators.ts';
import { longestPaths, longestWay } from '../../src/graph/longest-path.ts';
import { type Effect, mustHold } from '../../src/graph/must-hold.ts';
import { pathTo, reach } from '../../src/graph/reach.ts';
import { regionOfSize } from '../../src/graph/regions.ts';
import {
  backEdges,
  dominatesByDefinition,
  everyWalk,
  isReducible,
  reachable,
  smallDigraph,
} from './small-digraph.ts';

const nodesOf = (size: number): readonly number[] => Array.from({ length: size }, (_, node) => node);
const hasEdge = (graph: Parameters<typeof successors>[0], from: number, to: number): boolean =>
  successors(graph, from).includes(to);

describe('reach', () => {
  it('finds what some way leads to, and a shortest way', () => {
    fc.assert(
      fc.property(smallDigraph(), (graph) => {
        const found = reach(graph, [0]);
        expect(new Set(found.order)).toEqual(reachable(graph, 0));
        for (const node of nodesOf(graph.size)) {
          const way = pathTo(graph, found, node);
          expect(way.length > 0).toBe(found.has(node));
          expect(way.slice(1).every((to, at) => hasEdge(graph, way[at] ?? -1, to))).toBe(true);
          if (way.length > 0) expect([way[0], way.at(-1)]).toEqual([0, node]);
        }
      }),
    );
  });

  it('finds, on the reversed graph, from where there is a way', () => {
    fc.assert(
      fc.property(smallDigraph(), (graph) => {
        const found = reach(reversed(graph), [0]);
        for (const node of nodesOf(graph.size)) expect(found.has(node)).toBe(reachable(graph, node).has(0));
      }),
    );
  });

  it('comes to a node where it stops, and not past it; takes only the edges it may', () => {
    const graph = digraph(4, [
      [0, 1],
      [1, 2],
      [0, 3],
    ]);
    expect(reach(graph, [0], { stopsAt: (node) => node === 1, takes: (edge) => edge !== 2 }).order).toEqual([
      0, 1,
    ]);
  });
});

describe('components', () => {
  it('holds together what can be reached from each other, in reverse topological order', () => {
    fc.assert(
      fc.property(smallDigraph(), (graph) => {
        const { of, members } = components(graph);
        for (const a of nodesOf(graph.size))
          for (const b of nodesOf(graph.size))
            expect(of[a] === of[b]).toBe(reachable(graph, a).has(b) && reachable(graph, b).has(a));
        graph.from.forEach((from, edge) => {
          expect(of[graph.to[edge] ?? 0]).toBeLessThanOrEqual(of[from] ?? 0);
        });
        expect(members.flat().sort((a, b) => a - b)).toEqual(nodesOf(graph.size));
      }),
    );
  });

  it('finds as loops what a way leads round, and a way round each', () => {
    fc.assert(
      fc.property(smallDigraph(), (graph) => {
        const inLoops = new Set(loops(graph).flat());
        for (const node of nodesOf(graph.size))
          expect(inLoops.has(node)).toBe(
            successors(graph, node).some((to) => reachable(graph, to).has(node)),
          );
        for (const loop of loops(graph)) {
          const round = wayRound(graph, loop);
          expect(round[0]).toBe(loop[0]);
          round.forEach((node, at) => {
            expect(hasEdge(graph, node, round[(at + 1) % round.length] ?? -1)).toBe(true);
          });
        }
      }),
    );
  });

  it('leaves out the nodes and edges it is asked to', () => {
    const graph = digraph(3, [
      [0, 1],
      [1, 0],
      [1, 2],
      [2, 1],
    ]);
    expect(loops(graph, { nodes: (node) => node !== 2 })).toEqual([[0, 1]]);
    expect(loops(graph, { edges: (edge) => edge !== 3 })).toEqual([[0, 1]]);
    expect(components(graph, { nodes: (node) => node !== 2 }).of[2]).toBe(-1);
  });
});

describe('dominators', () => {
  it('are the nodes without which there is no way from the root', () => {
    fc.assert(
      fc.property(smallDigraph(), (graph) => {
        const immediate = dominators(graph, 0);
        const tree = dominatorTree(immediate);
        for (const below of nodesOf(graph.size)) {
          const strict = nodesOf(graph.size).filter(
            (above) => above !== below && dominatesByDefinition(graph, 0, above, below),
          );
          for (const above of nodesOf(graph.size))
            expect(tree.dominates(above, below)).toBe(dominatesByDefinition(graph, 0, above, below));
          // The immediate one is that which all others dominate.
          const nearest = strict.find((one) =>
            strict.every((other) => dominatesByDefinition(graph, 0, other, one)),
          );
          expect(immediate[below]).toBe(below === 0 ? 0 : (nearest ?? -1));
          expect(tree.weight[below]).toBe(
            nodesOf(graph.size).filter((node) => dominatesByDefinition(graph, 0, below, node)).length,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('depthFirst', () => {
  it('orders nodes so that only edges back lead up; where loops have one entry, those are the edges to a dominator', () => {
    fc.assert(
      fc.property(smallDigraph(), (graph) => {
        const walk = depthFirst(graph, [0]);
        expect(new Set(walk.order)).toEqual(reachable(graph, 0));
        if (!isReducible(graph, 0)) return;
        const back = backEdges(graph, 0);
        graph.from.forEach((from, edge) => {
          if (walk.place[from] !== -1) expect(walk.isBack(edge)).toBe(back.has(edge));
        });
      }),
    );
  });
});

describe('longestPaths', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 6 });
  const rounds = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 8, maxLength: 8 });

  it('is the most that a walk costs which goes back no oftener than it may', () => {
    fc.assert(
      fc.property(smallDigraph(6, 8), weights, rounds, (graph, weight, times) => {
        const timesOf = (edge: number) => times[edge] ?? 0;
        const turns = [...backEdges(graph, 0)].reduce((sum, edge) => sum + timesOf(edge), 0);
        // Walks that go back more often can't be listed: loops in loops multiply them.
        fc.pre(isReducible(graph, 0) && turns <= 3);
        const most = new Map<number, number>();
        everyWalk(graph, 0, timesOf, (walk) => {
          const last = walk.at(-1) ?? 0;
          const cost = walk.reduce((sum, node) => sum + (weight[node] ?? 0), 0);
          most.set(last, Math.max(most.get(last) ?? -1, cost));
        });
        const paths = longestPaths(graph, {
          starts: [0],
          weight: (node) => weight[node] ?? 0,
          rounds: timesOf,
        });
        expect([...paths.total]).toEqual(nodesOf(graph.size).map((node) => most.get(node) ?? -1));
        for (const node of reachable(graph, 0)) {
          const way = longestWay(graph, paths, node);
          const own = way.reduce((sum, at) => {
            const round = (paths.loops.get(at) ?? []).reduce((all, { rounds: n, once }) => all + n * once, 0);
            return sum + (weight[at] ?? 0) + round;
          }, 0);
          expect([way[0], way.at(-1), own]).toEqual([0, node, paths.total[node]]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('goes round all loops of a dozen that lie in each other', () => {
    const depth = 12;
    const size = 2 * depth;
    const graph = digraph(size, [
      ...Array.from({ length: size - 1 }, (_, node): [number, number] => [node, node + 1]),
      // From the end of each to its beginning, one around the other.
      ...Array.from({ length: depth }, (_, at): [number, number] => [size - 1 - at, at]),
    ]);
    const paths = longestPaths(graph, { starts: [0], weight: () => 1, rounds: () => 1 });
    // A loop of two nodes costs 4, and each around it twice what is inside and its own two nodes.
    let expected = 0;
    for (let loop = 0; loop < depth; loop++) expected = 2 * (expected + 2);
    expect(paths.total[size - 1]).toBe(expected);
  });

  it('takes the first of two ways of one length', () => {
    const graph = digraph(4, [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ]);
    const weight = (): number => 1;
    expect(longestWay(graph, longestPaths(graph, { starts: [0], weight, rounds: () => 0 }), 3)).toEqual([
      0, 1, 3,
    ]);
  });

  it('ends where it stops, and comes from several starts', () => {
    const graph = digraph(4, [
      [0, 2],
      [1, 2],
      [2, 3],
    ]);
    const paths = longestPaths(graph, {
      starts: [0, 1],
      weight: (node) => node + 1,
      rounds: () => 0,
      stopsAt: (node) => node === 2,
    });
    expect([...paths.total]).toEqual([1, 2, 5, -1]);
  });
});

describe('mustHold', () => {
  it('holds where no walk from what clears it comes past nothing that sets it', () => {
    const effects = fc.array(fc.constantFrom<Effect>('sets', 'clears', 'keeps'), {
      minLength: 7,
      maxLength: 7,
    });
    fc.assert(
      fc.property(smallDigraph(), effects, fc.boolean(), (graph, effect, startsCleared) => {
        // All pairs of a node and the fact before it, until there are no more.
        const pairs = new Set([`0 ${!startsCleared}`]);
        for (const pair of pairs) {
          const [node = '', before] = pair.split(' ');
          const done = effect[Number(node)];
          const after = done === 'keeps' ? before : String(done === 'sets');
          for (const to of successors(graph, Number(node))) pairs.add(`${to} ${after}`);
        }
        const inside = [...reachable(graph, 0)];
        const holds = mustHold(
          graph,
          inside.filter((node) => effect[node] === 'clears'),
          startsCleared ? [0] : [],
          (node) => effect[node] ?? 'keeps',
        );
        for (const node of inside) {
          expect(holds.before(node)).toBe(!pairs.has(`${node} false`));
          const way = holds.counterExample(node);
          expect(way.length === 0).toBe(holds.before(node));
          expect(way.slice(1).every((to, at) => predecessors(graph, to).includes(way[at] ?? -1))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('regionOfSize', () => {
  it('finds the part with one way in and one way out that comes closest to the size', () => {
    fc.assert(
      fc.property(smallDigraph(8, 11), fc.integer({ min: 2, max: 6 }), (graph, wanted) => {
        const inside = reachable(graph, 0);
        // As of a flow without faults: every node is reached, and from every node a way ends.
        fc.pre(inside.size === graph.size);
        const stops = nodesOf(graph.size).filter((node) => successors(graph, node).length === 0);
        fc.pre(nodesOf(graph.size).every((node) => stops.some((stop) => reachable(graph, node).has(stop))));
        const sizes = nodesOf(graph.size).flatMap((entry) =>
          nodesOf(graph.size).flatMap((exit) => closedSize(entry, exit)),
        );
        const found = regionOfSize(graph, [0], stops, { least: 2, wanted, most: 6 });
        const fitting = sizes.filter((size) => size >= 2 && size <= 6);
        expect(found === undefined).toBe(fitting.length === 0);
        if (found === undefined) return;
        expect(closedSize(found.entry, found.exit)).toEqual([found.size]);
        expect(Math.abs(found.size - wanted)).toBe(
          Math.min(...fitting.map((size) => Math.abs(size - wanted))),
        );

        /** The number of nodes from one to the other, if no edge leads in or out beside them. */
        function closedSize(entry: number, exit: number): readonly number[] {
          const between = new Set([...reachable(graph, entry, exit), exit]);
          const isClosed =
            entry !== exit &&
            reachable(graph, entry).has(exit) &&
            (entry === 0 || !between.has(0)) &&
            graph.from.every((from, edge) => {
              const to = graph.to[edge] ?? -1;
              if (between.has(from) === between.has(to)) return from !== exit || !between.has(to);
              return between.has(from) ? from === exit : to === entry;
            });
          const leavesOnlyAtExit = [...between].every((node) => node === exit || !stops.includes(node));
          return isClosed && leavesOnlyAtExit ? [between.size] : [];
        }
      }),
      { numRuns: 400 },
    );
  });
});

it('goes through chains of 20,000 nodes without recursion', () => {
  const size = 20_000;
  const chain = digraph(
    size,
    nodesOf(size - 1).map((node) => [node, node + 1]),
  );
  expect(reach(chain, [0]).order.length).toBe(size);
  expect(components(chain).members.length).toBe(size);
  expect(dominators(chain, 0)[size - 1]).toBe(size - 2);
  expect(dominatorTree(dominators(chain, 0)).weight[0]).toBe(size);
  expect(depthFirst(chain, [0]).order.at(-1)).toBe(size - 1);
  expect(longestPaths(chain, { starts: [0], weight: () => 1, rounds: () => 1 }).total[size - 1]).toBe(size);
});
