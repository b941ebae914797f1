import { languageError, type Staged } from '../diagnostic/diagnostic.ts';
import type { FlowGraph } from '../graph/flow-graph.ts';
import { isRightToLeft } from '../graph/right-to-left.ts';
import { buildChart } from './build-chart.ts';
import { DeadlinePassed, deadlineFrom } from './deadline.ts';
import { drawChart } from './draw-chart.ts';
import type { Drawing } from './drawing.ts';

import { layOutChart } from './lay-out-chart.ts';
import { mirror } from './mirror.ts';
import type { TextMeasurer } from './text/measurer.ts';

export interface LayoutOptions {
  /** By default the flow's own. */
  readonly direction?: 'down' | 'right';
  /** Whether each owner has a swimlane; by default where there are two or more. */
  readonly lanes?: boolean;
  readonly measurer: TextMeasurer;
  /** Asked now and then; when it says yes, the layout ends with an error instead of a drawing. */
  readonly isTimeUp?: () => boolean;
}

/**
 * Lays a flow out: from the graph to a drawing with every place decided, in px. The same graph and options give the same
 * drawing everywhere. Without a value only where `isTimeUp` said so: the diagnostic is `limit-exceeded`.
 */
export async function layoutFlow(
  graph: FlowGraph,
  options: LayoutOptions,
): Promise<Staged<Drawing | undefined>> {
  const measurer = (await options.measurer.inLanguage?.(graph.language)) ?? options.measurer;
  const rightToLeft = isRightToLeft(graph.language);
  try {
    const chart = buildChart(graph, {
      direction: options.direction ?? graph.direction,
      lanes: options.lanes ?? graph.owners.length >= 2,
      rightToLeft,
      measurer,
    });
    const laidOut = await layOutChart(chart, deadlineFrom(options.isTimeUp));
    const seen = rightToLeft ? mirror(laidOut) : laidOut;
    return { value: drawChart(graph, seen, { rightToLeft, measurer }), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof DeadlinePassed)) throw error;
    const message = `“${graph.title}” takes too long to draw: it has ${graph.nodes.length} nodes and ${graph.edges.length} connections`;
    const help = 'make a flow of its own out of a part of it, and “call” that';
    return {
      value: undefined,
      diagnostics: [languageError('limit-exceeded', graph.span, message, { help })],
    };
  }
}
