import { describe, expect, it } from 'vitest';
import { buildChart } from '../../src/layout/build-chart.ts';
import { findBackEdges } from '../../src/layout/find-back-edges.ts';
import { type ChartScore, scoreChart } from '../../src/layout/score-chart.ts';
import { usualShow } from '../../src/layout/show.ts';
import type { Point } from '../../src/shapes/geometry.ts';
import { processOf } from '../build/process-of.ts';
import { measurer } from './lay-out.ts';

const points = (...pairs: readonly (readonly [number, number])[]): readonly Point[] =>
  pairs.map(([x, y]) => ({ x, y }));

/** Two touchpoints with an end each, and no edge in common. */
const chart = buildChart(processOf('touchpoint a "A"\nend b "B"\ntouchpoint c "C"\nend d "D"\n'), {
  measurer,
  lanes: false,
  direction: 'down',
  rightToLeft: false,
  show: new Set(usualShow),
});
const box = (x: number, y: number) => ({ x, y, width: 10, height: 10 });
/** The nodes stand far from all lines. */
const judged = (...routes: readonly (readonly Point[])[]): ChartScore =>
  scoreChart(
    chart,
    {
      nodes: [box(900, 0), box(900, 50), box(950, 0), box(950, 50)],
      routes,
      annotations: [],
      lanes: [],
      stages: [],
    },
    () => {},
  );

describe('the score of a placed chart', () => {
  it('counts lines that go through each other, and none that only touch', () => {
    const upright = points([50, 0], [50, 100]);
    expect(judged(upright, points([0, 50], [100, 50])).crossings).toBe(1);
    expect(judged(upright, points([50, 50], [100, 50])).crossings).toBe(0);
    expect(judged(upright, points([0, 100], [100, 100])).crossings).toBe(0);
    expect(judged(upright, points([60, 50], [100, 50])).crossings).toBe(0);
  });

  it('finds a crossing worse than four bends, and two lines on each other worse than any crossing', () => {
    const upright = points([50, 0], [50, 100]);
    const crossed = judged(upright, points([0, 50], [100, 50]));
    const bent = judged(upright, points([0, 50], [20, 50], [20, 120], [80, 120], [80, 50], [100, 50]));
    expect(bent).toMatchObject({ crossings: 0, faults: 0 });
    expect(bent.score).toBeLessThan(crossed.score + 5);
    expect(crossed.score - judged(upright, points([60, 50], [160, 50])).score).toBeGreaterThan(4 * 14);
    const together = judged(upright, points([50, 20], [50, 80]));
    expect(together.faults).toBe(1);
    expect(together.score).toBeGreaterThan(crossed.score);
  });

  it('finds a line through a foreign node a fault', () => {
    expect(judged(points([0, 0], [0, 10]), points([905, -50], [905, 20])).faults).toBe(1);
    expect(judged(points([905, -50], [905, 20]), points([0, 0], [0, 10])).faults).toBe(0);
  });
});

describe('the edges that go back', () => {
  const back = (text: string): readonly string[] => {
    const process = processOf(text);
    const indexOf = new Map(process.nodes.map(({ id }, index) => [id, index]));
    const order = findBackEdges(process, indexOf);
    return process.edges.filter((_, index) => order.back[index]).map(({ from, to }) => `${from} > ${to}`);
  };

  it('are the jumps, not the way on which the document goes on', () => {
    expect(
      back('touchpoint t "T"\nif q? "Q?" -> b\nstep a "A"\nstep b "B"\nif r? "R?" -> a\nend e "E"\n'),
    ).toEqual(['r > a']);
  });
});
