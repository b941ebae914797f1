import type { Drawing } from '../layout/drawing.ts';
import type { PlaceByElk } from '../layout/elk.ts';
import { type LayoutResult, layoutFlow } from '../layout/layout-flow.ts';
import type { ShowPart } from '../layout/show.ts';
import type { Process } from '../model/process.ts';
import type { Measuring } from '../type/measure-letters.ts';
import type { TextMeasurer } from '../type/measurer.ts';
import { layoutOptionsOf } from './drawing-queries.ts';

/**
 * How a flow is laid out: by default as it says itself, in
 * lanes where it has two or more owners, by flowc's own layout.
 */
export interface LayoutWish {
  readonly direction?: 'down' | 'right';
  readonly lanes?: boolean;
  readonly show?: readonly ShowPart[];
  readonly layout?: 'elk';
}

export interface LayoutWorld {
  readonly measuring: Measuring;
  /** A clock, in ms. */
  readonly now: () => number;
  /** The longest that the layout of one flow may take, in ms. */
  readonly longest: number;
  /** Called when the first flow is to be laid out by ELK. */
  readonly openElk: () => Promise<PlaceByElk>;
}

/** The drawings of a flow, or why there are none. */
export interface LaidOut {
  readonly drawings: readonly Drawing[] | undefined;
  readonly failure?: NonNullable<LayoutResult['failure']>;
}

/** What is made of a drawing where one is not enough, such as pages. It must have no effect but its result. */
export type Divide = (drawing: Drawing, measurer: TextMeasurer) => Promise<readonly Drawing[]>;

/** Lays a flow out in time. */
export type LayOutInTime = (process: Process, wish: LayoutWish, divide?: Divide) => Promise<LaidOut>;

/**
 * Lays flows out for whoever can wait: fonts are opened when a text needs them, and no flow takes longer than
 * it may. By ELK they are laid out one at a time, so that none waits for another while its own time runs out.
 */
export function timedLayouts({ measuring, now, longest, openElk }: LayoutWorld): LayOutInTime {
  const layOut = (
    process: Process,
    wish: LayoutWish,
    divide: Divide | undefined,
    placeByElk?: PlaceByElk,
  ): Promise<LaidOut> => {
    const end = now() + longest;
    return measuring(async (every) => {
      const measurer = (await every.inLanguage?.(process.language)) ?? every;
      const { value, failure } = await layoutFlow(process, {
        measurer,
        isTimeUp: () => now() > end,
        ...layoutOptionsOf(wish),
        ...(placeByElk === undefined ? {} : { placeByElk }),
      });
      if (value === undefined) return { drawings: undefined, ...(failure && { failure }) };
      return { drawings: divide === undefined ? [value] : await divide(value, measurer) };
    });
  };
  let elk: Promise<PlaceByElk> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return (process, wish, divide) => {
    if (wish.layout !== 'elk') return layOut(process, wish, divide);
    elk ??= openElk();
    const laidOut = Promise.all([elk, last]).then(([placeByElk]) =>
      layOut(process, wish, divide, placeByElk),
    );
    last = laidOut.catch(() => {});
    return laidOut;
  };
}
