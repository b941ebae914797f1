import type { Chart } from '../chart.ts';
import { type FrameExtent, frameExtents } from './frames.ts';
import type { Lattice } from './lattice.ts';
import type { Run, Runs } from './runs.ts';

/** The runs that stand for the four sides of a stage's frame. */
export interface FrameRuns {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Adds the sides of the stages' frames to the runs, so that they find their places in the channels among the edges:
 * what stays within a frame runs inside of its sides, what goes elsewhere outside.
 */
export function addFrameRuns(
  chart: Chart,
  lattice: Lattice,
  runs: Runs,
): { readonly runs: Runs; readonly frames: readonly (FrameRuns | undefined)[] } {
  const list: Run[] = [...runs.list];
  const frames = frameExtents(chart, lattice).map((extent) =>
    extent === undefined ? undefined : addFrame(list, extent),
  );
  return { runs: { ...runs, list }, frames };
}

const addFrame = (list: Run[], extent: FrameExtent): FrameRuns => {
  const first = list.length;
  const frame = { left: first, right: first + 1, top: first + 2, bottom: first + 3 };
  const left = extent.left - 1;
  const right = extent.right + 1;
  const top = extent.top - 1;
  const bottom = extent.bottom + 1;
  const side = (upright: boolean, line: number, low: number, high: number, towards: 1 | -1): Run => ({
    index: list.length,
    upright,
    line,
    low,
    high,
    turns: [
      { at: low, side: towards, run: upright ? frame.top : frame.left, edge: -1 },
      { at: high, side: towards, run: upright ? frame.bottom : frame.right, edge: -1 },
    ],
  });
  list.push(side(true, left, top, bottom, 1));
  list.push(side(true, right, top, bottom, -1));
  list.push(side(false, top, left, right, 1));
  list.push(side(false, bottom, left, right, -1));
  return frame;
};
