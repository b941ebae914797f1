import type { Box, Point } from '../shapes/geometry.ts';
import { overlap, stretchBox } from './box-index.ts';
import type { Chart } from './chart.ts';
import type { Deadline } from './deadline.ts';

/** From a frame's corner to its title, in px. */
export const titleInset = { x: 12, y: 7 } as const;
/** Between a title and a line beside it, in px. */
export const titleClearance = 6;

export interface PlacedTitle {
  readonly box: Box;
  /** By how many px the frame is too narrow for its title. */
  readonly missing: number;
}

/**
 * Puts each stage's title into the upper strip of its frame, where no line runs through it: at the beginning, else
 * behind a line.
 */
export function placeTitles(
  chart: Chart,
  frames: readonly (Box | undefined)[],
  routes: readonly (readonly Point[])[],
  deadline: Deadline,
): readonly (PlacedTitle | undefined)[] {
  return chart.stages.map(({ title }, index) => {
    deadline();
    const frame = frames[index];
    return frame && placeTitle(title, frame, routes);
  });
}

/** Finds the place of one title, of a size in px, in its frame. */
export function placeTitle(
  title: Pick<Box, 'width' | 'height'>,
  frame: Box,
  routes: readonly (readonly Point[])[],
): PlacedTitle {
  const strip = { x: frame.x, y: frame.y + titleInset.y, width: frame.width, height: title.height };
  const lines: number[] = [];
  for (const route of routes)
    route.forEach((point, at) => {
      const before = route[at - 1];
      if (before !== undefined && overlap(stretchBox(before, point, 0.5), strip))
        lines.push(point.x, before.x);
    });
  const start = frame.x + titleInset.x;
  const end = frame.x + frame.width - titleInset.x;
  const stops = [...lines.filter((x) => x > start && x < end).sort((a, b) => a - b), end + titleClearance];
  const boxAt = (x: number): Box => ({ x, y: strip.y, width: title.width, height: title.height });
  let from = start;
  for (const stop of stops) {
    if (stop - titleClearance - from >= title.width) return { box: boxAt(from), missing: 0 };
    from = stop + titleClearance;
  }
  return {
    box: boxAt(start),
    missing: Math.ceil(title.width - ((stops[0] ?? end) - titleClearance - start)),
  };
}
