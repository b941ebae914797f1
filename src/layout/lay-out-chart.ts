import type { Chart } from './chart.ts';
import type { Deadline } from './deadline.ts';
import { loadElk } from './elk.ts';
import { elkLayout } from './elk-layout.ts';
import { gridLayout } from './grid/grid-layout.ts';
import { type Judgement, judge } from './judge.ts';
import { placeLabels } from './place-labels.ts';
import type { ChartPlacement, LabelledChart } from './placed-chart.ts';

/** From so many crossings on, another way of placing is worth a try. */
const manyCrossings = 2;
/** ELK knows no swimlanes as flowc draws them, takes long for large graphs, and asks no deadline. */
const mostNodesForElk = 150;
const mostEdgesForElk = 400;

/**
 * Places a chart and its labels. Where lines cross in spite of all care, ELK places the chart as well, and the better of
 * the two is taken: it is loaded only then, being much code for a second opinion that is seldom needed.
 */
export async function layOutChart(chart: Chart, deadline: Deadline): Promise<LabelledChart> {
  const own = labelled(gridLayout(chart, deadline), deadline);
  const simple = chart.lanes.length === 0 && chart.stages.length === 0;
  if (!simple || chart.nodes.length > mostNodesForElk || chart.edges.length > mostEdgesForElk) return own;
  const first = judgementOf(own, deadline);
  if (first.crossings < manyCrossings) return own;
  const placed = elkLayout(chart, await loadElk());
  if (placed === undefined) return own;
  const other = labelled({ chart, placed }, deadline);
  return judgementOf(other, deadline).score < first.score ? other : own;
}

/** How often labels that found no place are given more room. */
const mostRooms = 3;

const labelled = (
  { chart, placed: first, withRoomFor }: ChartPlacement,
  deadline: Deadline,
): LabelledChart & { readonly unclear: number } => {
  let placed = first;
  const crowded = new Set<number>();
  for (let room = 0; ; room++) {
    const keepOff = [
      ...placed.lanes.map(({ header }) => header),
      ...placed.stages.flatMap((stage) => (stage === undefined ? [] : [stage.title])),
    ];
    const { labels, unclear } = placeLabels(chart, placed, keepOff, deadline);
    if (unclear.length === 0 || withRoomFor === undefined || room === mostRooms)
      return { chart, placed, labels, unclear: unclear.length };
    for (const edge of unclear) crowded.add(edge);
    placed = withRoomFor(crowded);
  }
};

const judgementOf = (
  { chart, placed, unclear }: ReturnType<typeof labelled>,
  deadline: Deadline,
): Judgement => judge(chart, placed, unclear, deadline);
