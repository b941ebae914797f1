import { describe, expect, it } from 'vitest';
import { buildChart } from '../../src/layout/build-chart.ts';
import type { Drawing } from '../../src/layout/drawing.ts';
import { usualGaps } from '../../src/layout/grid/rows.ts';
import { usualShow } from '../../src/layout/show.ts';
import { processOf } from '../build/process-of.ts';
import { drawingOf, measurer } from './lay-out.ts';

const top = (drawing: Drawing, id: string): number => {
  const node = drawing.nodes.find((each) => each.id === id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return node.y;
};

describe('the row of a touchpoint', () => {
  /** Two ways in, the second of which joins behind so many steps of the first. */
  const flow = (steps: number): string =>
    `touchpoint phone "Phone"\n${Array.from({ length: steps }, (_, at) => `step s${at} "Step ${at}"\n`).join('')}step both "Both"\nend done "Done"\ntouchpoint post "Post"\nstep open "Open the letter"\n-> both\n`;

  it('is the first, beside the other one, where its path joins soon', async () => {
    for (const steps of [1, 2]) {
      const drawing = await drawingOf(flow(steps));
      expect(top(drawing, 'post')).toBeCloseTo(top(drawing, 'phone'), 0);
    }
  });

  it('is further down where its path joins much later, so that no line runs along all that comes before', async () => {
    const drawing = await drawingOf(flow(9));
    expect(top(drawing, 'post')).toBeGreaterThan(top(drawing, 's3'));
    expect(top(drawing, 'open')).toBeLessThan(top(drawing, 'both'));
  });
});

describe('what leaves a question by its side', () => {
  /** How many rows each answer of a question with so many answers stands below it at least. */
  const gaps = (answers: number): readonly number[] => {
    const names = Array.from({ length: answers }, (_, at) => `e${at}`);
    const chart = buildChart(
      processOf(
        `touchpoint t "T"\nchoose q? "Q?" {\n${names.map((name) => `  when "${name}" -> end ${name} "${name}"\n`).join('')}}\n`,
      ),
      { direction: 'down', lanes: false, rightToLeft: false, show: new Set(usualShow), measurer },
    );
    const found = usualGaps(chart);
    return chart.edges.filter(({ source }) => source.from === 'q').map(({ index }) => found[index] ?? -1);
  };

  it('may stand beside it, but for the one that goes on below', () => {
    for (const answers of [2, 3]) {
      expect(gaps(answers)).toHaveLength(answers);
      expect(gaps(answers).filter((gap) => gap === 1)).toHaveLength(1);
    }
  });

  it('is nothing where there are more answers than sides', () => {
    for (const answers of [4, 5]) expect(gaps(answers).every((gap) => gap === 1)).toBe(true);
  });
});
