import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPaths, mostPaths } from '../../src/analysis/count-paths.ts';
import { limitOf } from '../../src/analysis/longest-limit.ts';
import { longestTo, longestWaits, waitTo } from '../../src/analysis/longest-wait.ts';
import { mostChanges } from '../../src/analysis/most-changes.ts';
import { ownersAt } from '../../src/analysis/owners-at.ts';
import { roundsOf } from '../../src/analysis/service-view.ts';
import { elapsedSeconds } from '../../src/language/total-time.ts';
import { backEdges, everyWalk, isReducible } from '../graph/small-digraph.ts';
import { analysed, mostHandovers, walkedFlow } from './small-flow.ts';

describe('over all paths of small random flows', () => {
  it('the longest is as long as the longest walk, and the hand-overs are those of the path with most', () => {
    let compared = 0;
    fc.assert(
      fc.property(walkedFlow, (text) => {
        const flow = analysed(text);
        const { shape } = flow;
        const start = flow.entries[0] ?? 0;
        if (!isReducible(shape, start) || backEdges(shape, start).size > 3) return;
        compared += 1;
        const rounds = (edge: number) => Math.min(2, roundsOf(flow, edge));
        const limits = flow.process.nodes.map((_, at) => elapsedSeconds(limitOf(flow, at)));
        const most = new Map<number, number>();
        const handovers = mostHandovers(flow, start);
        everyWalk(shape, start, rounds, (walk) => {
          const last = walk.at(-1) ?? 0;
          const seconds = walk.reduce((sum, node) => sum + (limits[node] ?? 0), 0);
          most.set(last, Math.max(most.get(last) ?? 0, seconds));
        });
        if (shape.from.every((_, edge) => roundsOf(flow, edge) <= 2)) {
          const { total } = longestWaits(flow, [start]);
          for (const [node, seconds] of most) expect(total[node]).toBeCloseTo(seconds, 6);
        }
        expect(mostChanges(shape, [start], (node) => ownersAt(flow, node)).length).toBe(handovers);
      }),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(50);
  });
});

describe('the number of paths', () => {
  const branch = 'branch { if x? { step "S" } }\n';

  it('multiplies over branches that run side by side', () => {
    const text = `flow a\ntouchpoint t\nparallel {\n${branch}${branch.replace('x', 'y')}}\nif z? -> end\nend\n`;
    expect(countPaths(analysed(text))).toBe(2 * 2 * 2);
  });

  it('goes round no loop, and is not counted for ever', () => {
    expect(countPaths(analysed('flow a\ntouchpoint t\nstep x\nif y? -> x\nend\n'))).toBe(1);
    const questions = Array.from({ length: 40 }, (_, n) => `if q${n}? { step "S${n}" }\n`).join('');
    expect(countPaths(analysed(`flow a\ntouchpoint t\n${questions}end\n`))).toBe(mostPaths + 1);
  });
});

describe('the longest wait', () => {
  const flow = analysed(
    'flow a\ntouchpoint t\nstep x within 2d\nstep z within 1wd\nif y? -> end done\n-> x max 3 then -> end given-up\n',
  );

  it('goes round a loop as often as it may, and counts a working day as 7/5 of a day', () => {
    const waits = longestWaits(flow, flow.entries);
    expect(longestTo(waits, [...waits.total.keys()])?.seconds).toBeCloseTo(4 * (2 + 7 / 5) * 86_400, 6);
    expect(waits.share[flow.indexOf('z')]).toBe(4 * 8 * 3600);
    expect(waitTo(waits, flow.indexOf('z'))).toEqual({
      working: 4 * 8 * 3600,
      calendar: 4 * 2 * 86_400,
      unknown: false,
    });
  });

  it('counts only what it is asked to, no further than where it stops', () => {
    const waits = longestWaits(flow, flow.entries, {
      counts: (at) => at !== flow.indexOf('x'),
      stopsAt: (at) => at === flow.indexOf('z'),
      countsDays: true,
    });
    expect(waits.total[flow.indexOf('z')]).toBe(86_400);
    expect(waits.total[flow.shape.size - 1]).toBe(-1);
    expect(longestTo(waits, [flow.shape.size - 1])).toBeUndefined();
  });
});
