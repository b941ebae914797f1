import type { Chart } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import type { Lattice } from './lattice.ts';

/** The lines between which the nodes of a stage stand, first and last; undefined for a stage without nodes. */
export interface FrameExtent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The part of the lattice that each stage's frame takes, frames within it included. */
export function frameExtents(chart: Chart, lattice: Lattice): readonly (FrameExtent | undefined)[] {
  const extents: (FrameExtent | undefined)[] = chart.stages.map(() => undefined);
  if (extents.length === 0) return extents;
  const grow = (stage: number, by: FrameExtent): void => {
    const known = extents[stage];
    extents[stage] =
      known === undefined
        ? by
        : {
            left: Math.min(known.left, by.left),
            right: Math.max(known.right, by.right),
            top: Math.min(known.top, by.top),
            bottom: Math.max(known.bottom, by.bottom),
          };
  };
  for (const { index, stage } of chart.nodes) {
    const row = lattice.row[index] ?? 0;
    const cell = { left: lattice.left[index] ?? 0, right: lattice.right[index] ?? 0, top: row, bottom: row };
    for (let at = stage; at !== undefined; at = chart.stages[at]?.parent) grow(at, cell);
  }
  return extents;
}

/** How often a frame holds what is not its own: a foreign node, or a part of a frame that does not stand in it. */
export function frameFaults(chart: Chart, lattice: Lattice, deadline: Deadline): number {
  const extents = frameExtents(chart, lattice);
  let faults = 0;
  extents.forEach((extent, stage) => {
    if (extent === undefined) return;
    deadline();
    for (const node of chart.nodes) {
      const row = lattice.row[node.index] ?? 0;
      if (row < extent.top || row > extent.bottom) continue;
      if ((lattice.right[node.index] ?? 0) < extent.left || (lattice.left[node.index] ?? 0) > extent.right)
        continue;
      if (!isWithin(chart, node.stage, stage)) faults++;
    }
    for (let other = stage + 1; other < extents.length; other++) {
      const second = extents[other];
      if (second === undefined || isWithin(chart, other, stage) || isWithin(chart, stage, other)) continue;
      const apart =
        second.top > extent.bottom ||
        second.bottom < extent.top ||
        second.left > extent.right ||
        second.right < extent.left;
      if (!apart) faults++;
    }
  });
  return faults;
}

const isWithin = (chart: Chart, inner: number | undefined, outer: number): boolean => {
  for (let at = inner; at !== undefined; at = chart.stages[at]?.parent) if (at === outer) return true;
  return false;
};
