import type { LayoutOptions, LayoutResult } from '../layout/layout-flow.ts';
import type { ShowPart } from '../layout/show.ts';
import type { Built } from '../model/built.ts';
import type { Memo, Moment, Query } from './memo.ts';
import { sameData } from './same-data.ts';
import type { SessionInput } from './session-input.ts';
import type { StartedFonts } from './start-fonts.ts';

/**
 * Which flow of which file is drawn, and how: by default as the flow says, in lanes where it has two or more owners.
 */
export interface DrawingWish {
  readonly path: string;
  /** Its place among the flows of its file. */
  readonly flow: number;
  readonly direction?: 'down' | 'right';
  readonly lanes?: boolean;
  /** As `chosenShow` gives it: in one order, and unset for what is usual. */
  readonly show?: readonly ShowPart[];
}

/** What of a wish the layout decides by. */
export const layoutOptionsOf = ({
  direction,
  lanes,
  show,
}: Pick<DrawingWish, 'direction' | 'lanes' | 'show'>): Pick<
  LayoutOptions,
  'direction' | 'lanes' | 'show'
> => ({
  ...(direction === undefined ? {} : { direction }),
  ...(lanes === undefined ? {} : { lanes }),
  ...(show === undefined ? {} : { show: new Set(show) }),
});

/**
 * What can be asked of drawings: of each wish by itself, and of the process that it is a drawing of, so that an edit
 * elsewhere changes nothing.
 */
export function drawingQueries(
  { given, derivedOf }: Memo<SessionInput>,
  built: Query<SessionInput, readonly Built[]>,
) {
  const givenFonts = given('fonts', (input) => input.fonts);
  const fonts = (moment: Moment<SessionInput>): StartedFonts => {
    const started = givenFonts(moment, '');
    if (started === undefined) throw new Error('a session draws when its fonts are started, and not before');
    return started;
  };
  const process = derivedOf(
    'process',
    ({ path, flow }: DrawingWish) => JSON.stringify([path, flow]),
    (moment, { path, flow }) => built(moment, path)[flow]?.process,
    sameData,
  );
  const drawing = derivedOf(
    'drawing',
    ({ path, flow, direction, lanes, show }: DrawingWish) =>
      JSON.stringify([path, flow, direction, lanes, show]),
    (moment, wish): LayoutResult | undefined => {
      const flow = process(moment, wish);
      if (flow === undefined) return undefined;
      const started = fonts(moment);
      return started.layOutAtOnce(flow, {
        measurer: started.measurerFor(flow.language),
        ...layoutOptionsOf(wish),
      });
    },
  );
  return { process, drawing, fonts };
}
