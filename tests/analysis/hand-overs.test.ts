import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostChanges } from '../../src/analysis/most-changes.ts';
import { digraph } from '../../src/graph/digraph.ts';
import { everyWalk, isReducible, smallDigraph } from '../graph/small-digraph.ts';

describe('mostChanges', () => {
  it('counts the changes of owner on that path which has most of them', () => {
    const owner = fc.array(fc.constantFrom([], ['a'], ['b'], ['c'], ['a', 'b'], ['b', 'a']), {
      minLength: 7,
      maxLength: 7,
    });
    fc.assert(
      fc.property(smallDigraph(), owner, (graph, owners) => {
        fc.pre(isReducible(graph, 0));
        let most = 0;
        everyWalk(
          graph,
          0,
          () => 0,
          (walk) => {
            const all = walk.flatMap((node) => owners[node] ?? []);
            most = Math.max(most, all.filter((one, at) => at > 0 && one !== all[at - 1]).length);
          },
        );
        const changes = mostChanges(graph, [0], (node) => owners[node] ?? []);
        expect(changes.length).toBe(most);
        changes.forEach(({ from, to }, at) => {
          expect(from).not.toBe(to);
          if (at > 0) expect(changes[at - 1]?.to).toBe(from);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('goes through a chain of 20,000 nodes without recursion', () => {
    const size = 20_000;
    const chain = digraph(
      size,
      Array.from({ length: size - 1 }, (_, node) => [node, node + 1] as const),
    );
    expect(mostChanges(chain, [0], (node) => [String(node % 2)]).length).toBe(size - 1);
  });
});
