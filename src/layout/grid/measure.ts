import type { Deadline } from '../deadline.ts';
import { placeTitles, titleClearance } from '../place-titles.ts';
import { searchLimits } from '../weights.ts';
import { measureLattice } from './measure-lattice.ts';
import type { Measured, Ordered } from './phases.ts';
import { placeInPicture } from './place-in-picture.ts';

/**
 * Measures the lattice, and says where everything is in px; frames that are too narrow for their titles are
 * widened. Edges that are `crowded` get more room for their labels.
 */
export function measure(
  ordered: Ordered,
  deadline: Deadline,
  crowded: ReadonlySet<number> = noEdges,
): Measured {
  const { chart } = ordered;
  const titleRoom = chart.stages.map(() => 0);
  for (let round = 0; ; round++) {
    const measures = measureLattice({ ...ordered, crowded, titleRoom }, deadline);
    const { frames, ...placed } = placeInPicture(ordered, measures);
    const titles = placeTitles(chart, frames, placed.routes, deadline);
    const missing = titles.reduce((most, title) => Math.max(most, title?.missing ?? 0), 0);
    const isPlain = round < searchLimits.plainTitleRounds;
    // A channel that is wide for another reason swallows such room: a title that a line still runs through gets more.
    if (isPlain ? missing > 0 : missing > titleClearance && round < searchLimits.titleRounds) {
      const times = isPlain ? 1 : 2 ** (round - searchLimits.plainTitleRounds + 1);
      titles.forEach((title, stage) => {
        titleRoom[stage] = (titleRoom[stage] ?? 0) + times * (title?.missing ?? 0);
      });
      continue;
    }
    const stages = frames.map((frame, stage) => {
      const title = titles[stage];
      return frame === undefined || title === undefined ? undefined : { box: frame, title: title.box };
    });
    return { ...ordered, placed: { ...placed, stages } };
  }
}

const noEdges: ReadonlySet<number> = new Set();
