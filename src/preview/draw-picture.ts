import type { PlaceByElk } from '../layout/elk.ts';
import type { ShowPart } from '../layout/show.ts';
import type { Process } from '../model/process.ts';
import { renderSvg } from '../render/render-svg.ts';
import type { Theme } from '../render/theme/theme.ts';
import { timedLayouts } from '../session/timed-layouts.ts';
import type { FontFiles } from '../type/font-name.ts';
import { createMeasuring } from '../type/measure-letters.ts';
import type { Picture } from './messages.ts';

/** A flow and how it is to look: plain data, so that it can go to another thread. */
export interface PreviewOrder {
  readonly process: Process;
  /** Undefined where the flow decides. */
  readonly direction?: 'down' | 'right';
  readonly lanes?: boolean;
  readonly show?: readonly ShowPart[];
  /** Unset for flowc's own. */
  readonly layout?: 'elk';
  readonly theme: Theme;
}

/** The chart, or why there is none. */
export type DrawnPreview = Omit<Picture, 'nodes'>;

/** After which a chart is given up, in ms: someone is waiting. */
export const patience = 15_000;

/** Draws charts. `now` is a clock, in ms; `openElk` is called where ELK is to draw. */
export function pictureDrawer(
  fonts: FontFiles,
  now: () => number,
  openElk: () => Promise<PlaceByElk>,
): (order: PreviewOrder) => Promise<DrawnPreview> {
  const layOut = timedLayouts({ measuring: createMeasuring(fonts), now, longest: patience, openElk });
  return async ({ process, theme, ...wish }) => {
    const { drawings: [drawing] = [], failure } = await layOut(process, wish);
    return drawing === undefined
      ? { problem: failure?.message ?? '' }
      : { svg: renderSvg(drawing, { theme, text: { kind: 'system' } }) };
  };
}
