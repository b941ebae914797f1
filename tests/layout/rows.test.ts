import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/layout/drawing.ts';
import { drawingOf } from './lay-out.ts';

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
