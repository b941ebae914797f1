import type { PlaceByElk } from '../layout/elk.ts';
import { layoutFlow } from '../layout/layout-flow.ts';
import type { Process } from '../model/process.ts';
import { renderSvg } from '../render/render-svg.ts';
import type { Theme } from '../render/theme/theme.ts';
import { createMeasurer } from '../type/create-measurer.ts';
import type { FontFiles } from '../type/font-name.ts';
import type { Picture } from './messages.ts';

/** A flow and how it is to look: plain data, so that it can go to another thread. */
export interface PictureOrder {
  readonly process: Process;
  /** Undefined where the flow decides. */
  readonly direction?: 'down' | 'right';
  readonly lanes?: boolean;
  /** Unset for flowc's own. */
  readonly layout?: 'elk';
  readonly theme: Theme;
}

/** The chart, or why there is none. */
export type DrawnPicture = Omit<Picture, 'nodes'>;

/** After which a chart is given up, in ms: someone is waiting. */
export const patience = 15_000;

/** Draws charts. `now` is a clock, in ms; `openElk` is called where ELK is to draw. */
export function pictureDrawer(
  fonts: FontFiles,
  now: () => number,
  openElk: () => Promise<PlaceByElk>,
): (order: PictureOrder) => Promise<DrawnPicture> {
  let measurer: ReturnType<typeof createMeasurer> | undefined;
  let elk: Promise<PlaceByElk> | undefined;
  return async ({ process, theme, layout, ...wishes }) => {
    measurer ??= createMeasurer(fonts);
    if (layout === 'elk') elk ??= openElk();
    const end = now() + patience;
    const { value, failure } = await layoutFlow(process, {
      ...wishes,
      measurer: await measurer,
      isTimeUp: () => now() > end,
      ...(layout === 'elk' && elk !== undefined ? { placeByElk: await elk } : {}),
    });
    return value === undefined
      ? { problem: failure?.message ?? '' }
      : { svg: renderSvg(value, { theme, text: { kind: 'system' } }) };
  };
}
