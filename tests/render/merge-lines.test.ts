import { describe, expect, it } from 'vitest';
import type { DrawnEdge } from '../../src/layout/drawing.ts';
import type { EdgeKind } from '../../src/model/process.ts';
import { mergeLines } from '../../src/render/merge-lines.ts';
import type { Point } from '../../src/shapes/geometry.ts';

const line = (text: string): readonly Point[] =>
  text.split(' ').map((pair) => {
    const [x = 0, y = 0] = pair.split(',').map(Number);
    return { x, y };
  });
const edge = (points: string, kind: EdgeKind = 'next', to = 'b', back = false): DrawnEdge => ({
  id: points,
  from: 'a',
  to,
  kind,
  back,
  points: line(points),
});

describe('lines that come to a node together', () => {
  it('are drawn once: the plainest to its end, the others to where they join it', () => {
    const dashed = edge('100,50 0,50 0,100', 'timeout');
    const solid = edge('0,0 0,100');
    expect(mergeLines([dashed, solid], 6)).toEqual([
      { points: line('100,50 0,50 0,56'), hasArrow: false },
      { points: solid.points, hasArrow: true },
    ]);
  });

  it('join the first of their kind where none is plainer, and a loop joins what goes on', () => {
    const first = edge('-50,0 -50,80 0,80 0,100', 'timeout');
    const second = edge('-20,30 -50,30 -50,80 0,80 0,100', 'timeout');
    const [one, two] = mergeLines([first, second], 6);
    expect(one).toEqual({ points: first.points, hasArrow: true });
    expect(two).toEqual({ points: line('-20,30 -50,30 -50,36'), hasArrow: false });
    const loop = mergeLines([edge('90,10 0,10 0,100', 'retry', 'b', true), edge('0,0 0,100')], 6);
    expect(loop.map(({ hasArrow }) => hasArrow)).toEqual([false, true]);
  });

  it('stay whole where they share too little, lead elsewhere, or would be nearly gone', () => {
    const whole = (...edges: readonly DrawnEdge[]) =>
      mergeLines(edges, 6).every(({ hasArrow, points }, at) => hasArrow && points === edges[at]?.points);
    expect(whole(edge('0,0 0,100'), edge('100,95 0,95 0,100', 'problem'))).toBe(true);
    expect(whole(edge('0,0 0,100'), edge('100,50 0,50 0,100', 'problem', 'c'))).toBe(true);
    expect(whole(edge('0,0 0,100'), edge('0,5 0,100', 'problem'))).toBe(true);
    expect(whole(edge('0,0 0,100'), edge('100,100 20,100', 'problem'))).toBe(true);
  });
});

describe('lines that leave a node together', () => {
  it('begin where they leave the plainest, if they are of another style', () => {
    const solid = edge('0,0 0,100', 'next', 'b');
    const dashed = edge('0,0 0,50 100,50', 'timeout', 'c');
    const dotted = edge('0,0 0,50 -100,50', 'meanwhile', 'd');
    expect(mergeLines([dotted, solid, dashed], 6)).toEqual([
      { points: line('0,44 0,50 -100,50'), hasArrow: true },
      { points: solid.points, hasArrow: true },
      { points: line('0,44 0,50 100,50'), hasArrow: true },
    ]);
  });

  it('stay whole where they are of one style, or lead the same way nearly to the end', () => {
    const whole = (...edges: readonly DrawnEdge[]) =>
      mergeLines(edges, 6).every(({ points }, at) => points === edges[at]?.points);
    expect(whole(edge('0,0 0,100', 'yes', 'b'), edge('0,0 0,50 100,50', 'no', 'c'))).toBe(true);
    expect(whole(edge('0,0 0,100', 'next', 'b'), edge('0,0 0,90 5,90', 'timeout', 'c'))).toBe(true);
  });
});
