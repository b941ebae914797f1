import type { Cut } from './find-cuts.ts';

/** How much room slices of a chart have and need, in px. */
export interface SliceRoom {
  /** The start and the end of what is to be cut. */
  readonly from: number;
  readonly to: number;
  /** Most that a slice may measure, with all that it needs at its ends. */
  readonly most: number;
  /** What a slice needs beside its content where it begins, and where it ends; undefined at the ends of the whole. */
  readonly atStart: (cut: Cut | undefined) => number;
  readonly atEnd: (cut: Cut | undefined) => number;
  /** What else can be said against a slice, in units of what a cut costs. */
  readonly priceOf?: (start: Cut | undefined, end: Cut | undefined) => number;
}

/** In units of what a cut costs: as much as ten cut lines, so that there is a slice more only where it saves many. */
const slicePrice = 40;
/** The price of an empty slice. It falls with the square of what is in it, so that all become about as long. */
const emptiness = 30;

/**
 * The best places to cut so that every slice has room, from top to bottom, by dynamic programming; undefined where
 * there are none. None at all where the whole fits.
 */
export function chooseCuts(
  cuts: readonly Cut[],
  { from, to, most, atStart, atEnd, priceOf = () => 0 }: SliceRoom,
): readonly Cut[] | undefined {
  interface Step {
    readonly cut: Cut | undefined;
    readonly cost: number;
    /** The start of its slice, with all that it needs there. */
    readonly begin: number;
    readonly before: Step | undefined;
  }
  const beginOf = (cut: Cut | undefined): number => (cut?.below ?? from) - atStart(cut);
  const steps: Step[] = [{ cut: undefined, cost: 0, begin: beginOf(undefined), before: undefined }];
  const bestTo = (cut: Cut | undefined): Step | undefined => {
    const end = (cut?.above ?? to) + atEnd(cut);
    const begin = beginOf(cut);
    let best: Step | undefined;
    for (let index = steps.length - 1; index >= 0; index--) {
      const step = steps[index];
      if (step === undefined) continue;
      if (end - (step.cut?.below ?? from) > most) break;
      const length = end - step.begin;
      if (length > most) continue;
      const slack = 1 - length / most;
      const price = slicePrice + emptiness * slack * slack + priceOf(step.cut, cut);
      const cost = step.cost + price + (cut?.cost ?? 0);
      if (best === undefined || cost < best.cost) best = { cut, cost, begin, before: step };
    }
    return best;
  };
  for (const cut of cuts) {
    const step = bestTo(cut);
    if (step !== undefined) steps.push(step);
  }
  const chosen: Cut[] = [];
  let step = bestTo(undefined);
  if (step === undefined) return undefined;
  for (; step !== undefined; step = step.before) if (step.cut !== undefined) chosen.unshift(step.cut);
  return chosen;
}
