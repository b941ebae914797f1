import type { Deadline } from '../deadline.ts';
import { searchLimits } from '../weights.ts';
import { addFrameRuns } from './frame-runs.ts';
import { orderChannels } from './order-channels.ts';
import type { Ordered, Routed } from './phases.ts';
import { findRuns } from './runs.ts';

/** Cuts the routes into straight runs, adds the sides of frames, and puts those of each channel in order. */
export function orderRuns(routed: Routed, deadline: Deadline): Ordered {
  const { chart, lattice, routes } = routed;
  const { runs, frames } = addFrameRuns(chart, lattice, findRuns(chart, lattice, routes, deadline));
  const order = orderChannels(lattice, runs, searchLimits.channelRounds, deadline);
  return { ...routed, runs, frames, order };
}
