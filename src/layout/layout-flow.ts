import { isRightToLeft } from '../language/right-to-left.ts';
import type { Process } from '../model/process.ts';
import type { TextMeasurer } from '../type/measurer.ts';
import { buildChart } from './build-chart.ts';
import type { Chart } from './chart.ts';
import { DeadlinePassed, deadlineFrom } from './deadline.ts';
import { drawChart } from './draw-chart.ts';
import type { Drawing } from './drawing.ts';
import type { PlaceByElk } from './elk.ts';
import { elkLayout } from './elk-layout.ts';
import { layOut } from './lay-out.ts';
import { mirror } from './mirror.ts';
import type { LabelledChart } from './placed-chart.ts';
import { type ShowPart, usualShow } from './show.ts';

export interface LayoutOptions {
  /** By default the flow's own. */
  readonly direction?: 'down' | 'right';
  /** Whether each owner has a swimlane; by default where there are two or more. */
  readonly lanes?: boolean;
  /** What the chart says beside the work; by default `usualShow`. */
  readonly show?: ReadonlySet<ShowPart>;
  readonly measurer: TextMeasurer;
  /** Asked now and then; when it says yes, the layout ends with an error instead of a drawing. */
  readonly isTimeUp?: () => boolean;
  /**
   * Draws by ELK instead of by flowc's own layout. ELK knows no swimlanes as flowc draws them: with them there is
   * no drawing.
   */
  readonly placeByElk?: PlaceByElk;
}

/** The drawing of a flow; or, where there is none, why, in words for people. */
export interface LayoutResult {
  readonly value: Drawing | undefined;
  readonly failure?: { readonly message: string; readonly help: string };
}

/**
 * Lays a flow out: from the process to a drawing with every place decided, in px. The same process and options give
 * the same drawing everywhere. Without a value only where `isTimeUp` said so, and where ELK cannot do it.
 */
export async function layoutFlow(process: Process, wishes: LayoutOptions): Promise<LayoutResult> {
  const measurer = (await wishes.measurer.inLanguage?.(process.language)) ?? wishes.measurer;
  const options = { ...wishes, measurer };
  const { placeByElk } = options;
  if (placeByElk === undefined) return layoutFlowAtOnce(process, options);
  if (hasLanes(process, options.lanes)) {
    const message = `“${process.title}” has ${process.owners.length} lanes, and ELK draws none`;
    return failed(message, 'draw it without lanes, or by flowc’s own layout');
  }
  try {
    const laidOut = await elkLayout(chartOf(process, options), placeByElk, deadlineFrom(options.isTimeUp));
    return laidOut === undefined
      ? failed(`ELK finds no way to draw “${process.title}”`, 'draw it by flowc’s own layout')
      : drawn(process, options, laidOut);
  } catch (error) {
    return failedInTime(process, error);
  }
}

/**
 * Lays a flow out by flowc's own layout, which has nothing to wait for: words are divided where the measurer knows
 * the flow's language already. Else as `layoutFlow`.
 */
export function layoutFlowAtOnce(process: Process, options: Omit<LayoutOptions, 'placeByElk'>): LayoutResult {
  try {
    return drawn(process, options, layOut(chartOf(process, options), deadlineFrom(options.isTimeUp)));
  } catch (error) {
    return failedInTime(process, error);
  }
}

/** Whether a flow is drawn in swimlanes. */
export const hasLanes = ({ owners }: Process, lanes: boolean | undefined): boolean =>
  lanes === true ? owners.length > 0 : lanes === undefined && owners.length >= 2;

type ChartWishes = Pick<LayoutOptions, 'direction' | 'lanes' | 'show' | 'measurer'>;

const usual: ReadonlySet<ShowPart> = new Set(usualShow);

const chartOf = (process: Process, { direction, lanes, show, measurer }: ChartWishes): Chart =>
  buildChart(process, {
    direction: direction ?? process.direction,
    lanes: hasLanes(process, lanes),
    show: show ?? usual,
    rightToLeft: isRightToLeft(process.language),
    measurer,
  });

const drawn = (process: Process, { measurer, show }: ChartWishes, laidOut: LabelledChart): LayoutResult => {
  const rightToLeft = isRightToLeft(process.language);
  const seen = rightToLeft ? mirror(laidOut) : laidOut;
  return { value: drawChart(process, seen, { show: show ?? usual, rightToLeft, measurer }) };
};

const failed = (message: string, help: string): LayoutResult => ({
  value: undefined,
  failure: { message, help },
});

/** Says that time was up; whatever else was thrown is a defect, and goes on. */
const failedInTime = (process: Process, error: unknown): LayoutResult => {
  if (!(error instanceof DeadlinePassed)) throw error;
  const { title, nodes, edges } = process;
  return failed(
    `“${title}” takes too long to draw: it has ${nodes.length} nodes and ${edges.length} connections`,
    'make a flow of its own out of a part of it, and “call” that',
  );
};
