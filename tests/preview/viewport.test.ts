import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstLook,
  keepAnchor,
  keepInSight,
  reveal,
  type Viewport,
  wholeChart,
  zoomAt,
  zoomStep,
} from '../../src/preview/viewport.ts';

const frame = { width: 800, height: 600 };
const points = fc.record({
  x: fc.integer({ min: -500, max: 2000 }),
  y: fc.integer({ min: -500, max: 2000 }),
});
const views: fc.Arbitrary<Viewport> = fc.record({
  zoom: fc.double({ min: 0.06, max: 7, noNaN: true }),
  scroll: points,
});
const boxes = fc.record({
  x: fc.integer({ min: 0, max: 3000 }),
  y: fc.integer({ min: 0, max: 3000 }),
  width: fc.integer({ min: 1, max: 300 }),
  height: fc.integer({ min: 1, max: 300 }),
});
const sizes = fc.record({
  width: fc.integer({ min: 50, max: 5000 }),
  height: fc.integer({ min: 50, max: 5000 }),
});

/** The place of a point of the chart on the screen. */
const onScreen = ({ zoom, scroll }: Viewport, x: number, y: number) => ({
  x: x * zoom - scroll.x,
  y: y * zoom - scroll.y,
});

describe('the window onto a chart', () => {
  it('zooms about a point that stays where it is', () => {
    fc.assert(
      fc.property(views, points, fc.double({ min: 0.1, max: 5, noNaN: true }), (view, at, zoom) => {
        const chartPoint = { x: (view.scroll.x + at.x) / view.zoom, y: (view.scroll.y + at.y) / view.zoom };
        const after = onScreen(zoomAt(view, zoom, at), chartPoint.x, chartPoint.y);
        expect(after.x).toBeCloseTo(at.x, 3);
        expect(after.y).toBeCloseTo(at.y, 3);
      }),
    );
  });

  it('zooms in steps that go there and back, meet 100 % and end', () => {
    expect(zoomStep(0.9, 1)).toBe(1);
    expect(zoomStep(1, 1)).toBeCloseTo(1.25);
    expect(zoomStep(1.25, -1)).toBeCloseTo(1);
    expect(zoomStep(1.1, -1)).toBe(1);
    expect(zoomStep(8, 1)).toBe(8);
    expect(zoomStep(0.05, -1)).toBe(0.05);
  });

  it('shows a whole chart in the middle, never larger than life', () => {
    fc.assert(
      fc.property(sizes, (chart) => {
        const view = wholeChart(chart, frame);
        expect(view.zoom).toBeLessThanOrEqual(1);
        const start = onScreen(view, 0, 0);
        const end = onScreen(view, chart.width, chart.height);
        expect(start.x + end.x).toBeCloseTo(frame.width, 3);
        expect(start.y + end.y).toBeCloseTo(frame.height, 3);
        if (view.zoom > 0.05) expect(Math.min(start.x, start.y)).toBeGreaterThan(23);
      }),
    );
  });

  it('first shows a long chart from its top, as wide as it is, and a wide one from its beginning', () => {
    const beginningAt = (x: number, y: number) => ({ x, y, width: 100, height: 40 });
    const isRightToLeft = false;
    const small = { width: 400, height: 500, isRightToLeft };
    expect(firstLook(small, frame, beginningAt(0, 0))).toEqual(wholeChart(small, frame));
    const [long, wide] = [
      { width: 400, height: 4000, isRightToLeft },
      { width: 4000, height: 400, isRightToLeft },
    ] as const;
    expect(firstLook(long, frame, beginningAt(150, 80))).toEqual({ zoom: 1, scroll: { x: -200, y: -24 } });
    expect(firstLook(wide, frame, beginningAt(40, 180))).toEqual({ zoom: 1, scroll: { x: -24, y: -100 } });
    const both = { width: 1500, height: 1050, isRightToLeft };
    expect(firstLook(both, frame, beginningAt(0, 0))).toEqual(wholeChart(both, frame));
    expect(firstLook(wide, frame, beginningAt(600, 180)).scroll.x).toBe(-24);
    expect(firstLook(wide, frame, beginningAt(2000, 180)).scroll.x).toBe(2100 + 24 - 800);
    const mirrored = { ...wide, isRightToLeft: true };
    expect(firstLook(mirrored, frame, beginningAt(3300, 180)).scroll.x).toBe(4000 + 24 - 800);
    expect(firstLook(mirrored, frame, beginningAt(2000, 180)).scroll.x).toBe(2000 - 24);
  });

  it('scrolls a box into sight, and not at all where it is in sight', () => {
    fc.assert(
      fc.property(views, boxes, (view, box) => {
        const after = reveal(view, box, frame);
        const start = onScreen(after, box.x, box.y);
        const end = onScreen(after, box.x + box.width, box.y + box.height);
        expect(start.x).toBeGreaterThan(23.9);
        expect(start.y).toBeGreaterThan(23.9);
        if (box.width * view.zoom < 750) expect(end.x).toBeLessThan(frame.width - 23.9);
        if (box.height * view.zoom < 550) expect(end.y).toBeLessThan(frame.height - 23.9);
        expect(reveal(after, box, frame)).toEqual(after);
      }),
    );
  });

  it('never loses a chart', () => {
    fc.assert(
      fc.property(views, sizes, (view, chart) => {
        const { zoom, scroll } = keepInSight(view, chart, frame);
        const [right, bottom] = [chart.width * zoom - scroll.x, chart.height * zoom - scroll.y];
        expect(-scroll.x).toBeLessThanOrEqual(frame.width - 48 + 1e-9);
        expect(-scroll.y).toBeLessThanOrEqual(frame.height - 48 + 1e-9);
        if (chart.width * zoom > 48) expect(right).toBeGreaterThanOrEqual(48 - 1e-9);
        if (chart.height * zoom > 48) expect(bottom).toBeGreaterThanOrEqual(48 - 1e-9);
      }),
    );
  });

  it('keeps the node in the middle where it is when the chart is drawn anew', () => {
    const box = (y: number) => ({ x: 100, y, width: 100, height: 40 });
    const view = { zoom: 2, scroll: { x: 0, y: 1000 } };
    // The middle of the window is at y = 650 of the chart: nearest is “here”, which has moved down by 80.
    const before = new Map([
      ['above', box(100)],
      ['here', box(620)],
      ['gone', box(640)],
    ]);
    const after = new Map([
      ['above', box(100)],
      ['here', box(700)],
    ]);
    expect(keepAnchor(view, before, after, frame)).toEqual({ zoom: 2, scroll: { x: 0, y: 1160 } });
    expect(keepAnchor(view, before, new Map(), frame)).toEqual(view);
  });
});
