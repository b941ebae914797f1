import { languageError, type Staged } from '../diagnostic/diagnostic.ts';
import type { FlowGraph } from '../model/flow-graph.ts';
import { isRightToLeft } from '../language/right-to-left.ts';
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
import type { TextMeasurer } from '../type/measurer.ts';

export interface LayoutOptions {
  /** By default the flow's own. */
  readonly direction?: 'down' | 'right';
  /** Whether each owner has a swimlane; by default where there are two or more. */
  readonly lanes?: boolean;
  readonly measurer: TextMeasurer;
  /** Asked now and then; when it says yes, the layout ends with an error instead of a drawing. */
  readonly isTimeUp?: () => boolean;
  /** Draws by ELK instead of by flowc's own layout. ELK knows no swimlanes as flowc draws them: with them there is no drawing. */
  readonly placeByElk?: PlaceByElk;
}

/**
 * Lays a flow out: from the graph to a drawing with every place decided, in px. The same graph and options give the same
 * drawing everywhere. Without a value only where `isTimeUp` said so, and where ELK cannot do it: the diagnostic is `limit-exceeded`.
 */
export async function layoutFlow(
  graph: FlowGraph,
  wishes: LayoutOptions,
): Promise<Staged<Drawing | undefined>> {
  const measurer = (await wishes.measurer.inLanguage?.(graph.language)) ?? wishes.measurer;
  const options = { ...wishes, measurer };
  const { placeByElk } = options;
  if (placeByElk === undefined) return layoutFlowAtOnce(graph, options);
  if (hasLanes(graph, options.lanes)) {
    const message = `“${graph.title}” has ${graph.owners.length} lanes, and ELK draws none`;
    return failed(graph, message, 'draw it without lanes, or by flowc’s own layout');
  }
  try {
    const laidOut = await elkLayout(chartOf(graph, options), placeByElk, deadlineFrom(options.isTimeUp));
    return laidOut === undefined
      ? failed(graph, `ELK finds no way to draw “${graph.title}”`, 'draw it by flowc’s own layout')
      : drawn(graph, options, laidOut);
  } catch (error) {
    return failedInTime(graph, error);
  }
}

/** The same by flowc's own layout, which has nothing to wait for: words are divided where the measurer knows the flow's language already. */
export function layoutFlowAtOnce(
  graph: FlowGraph,
  options: Omit<LayoutOptions, 'placeByElk'>,
): Staged<Drawing | undefined> {
  try {
    return drawn(graph, options, layOut(chartOf(graph, options), deadlineFrom(options.isTimeUp)));
  } catch (error) {
    return failedInTime(graph, error);
  }
}

/** Whether a flow is drawn in swimlanes. */
export const hasLanes = ({ owners }: FlowGraph, lanes: boolean | undefined): boolean =>
  lanes === true ? owners.length > 0 : lanes === undefined && owners.length >= 2;

type ChartWishes = Pick<LayoutOptions, 'direction' | 'lanes' | 'measurer'>;

const chartOf = (graph: FlowGraph, { direction, lanes, measurer }: ChartWishes): Chart =>
  buildChart(graph, {
    direction: direction ?? graph.direction,
    lanes: hasLanes(graph, lanes),
    rightToLeft: isRightToLeft(graph.language),
    measurer,
  });

const drawn = (
  graph: FlowGraph,
  { measurer }: ChartWishes,
  laidOut: LabelledChart,
): Staged<Drawing | undefined> => {
  const rightToLeft = isRightToLeft(graph.language);
  const seen = rightToLeft ? mirror(laidOut) : laidOut;
  return { value: drawChart(graph, seen, { rightToLeft, measurer }), diagnostics: [] };
};

const failed = (graph: FlowGraph, message: string, help: string): Staged<undefined> => ({
  value: undefined,
  diagnostics: [languageError('limit-exceeded', graph.span, message, { help })],
});

/** Says that time was up; whatever else was thrown is a defect, and goes on. */
const failedInTime = (graph: FlowGraph, error: unknown): Staged<undefined> => {
  if (!(error instanceof DeadlinePassed)) throw error;
  const { title, nodes, edges } = graph;
  return failed(
    graph,
    `“${title}” takes too long to draw: it has ${nodes.length} nodes and ${edges.length} connections`,
    'make a flow of its own out of a part of it, and “call” that',
  );
};
