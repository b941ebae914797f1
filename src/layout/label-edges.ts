import { stretchBox } from './box-index.ts';
import type { Chart } from './chart.ts';
import type { Deadline } from './deadline.ts';
import { measure } from './grid/measure.ts';
import type { Measured } from './grid/phases.ts';
import { placeLabels } from './place-labels.ts';
import type { LabelledChart, PlacedChart } from './placed-chart.ts';
import { searchLimits } from './weights.ts';

/** Places the labels of edges; the chart is measured again, with more room, for those that found no place. */
export function labelEdges(measured: Measured, deadline: Deadline): LabelledChart {
  const { chart } = measured;
  let { placed } = measured;
  const crowded = new Set<number>();
  for (let round = 0; ; round++) {
    const { unclear, ...labelled } = labelPlaced(chart, placed, deadline);
    if (unclear.length === 0 || round === searchLimits.labelRounds) return labelled;
    for (const edge of unclear) crowded.add(edge);
    placed = measure(measured, deadline, crowded).placed;
  }
}

/** Places the labels of edges as things are. `unclear` are the edges whose labels found no good place. */
export function labelPlaced(
  chart: Chart,
  placed: PlacedChart,
  deadline: Deadline,
): LabelledChart & { readonly unclear: readonly number[] } {
  const keepOff = [
    ...placed.annotations.flatMap((each) => (each === undefined ? [] : [each, stretchBox(...each.line, 0)])),
    ...placed.lanes.map(({ header }) => header),
    ...placed.stages.flatMap((stage) => (stage === undefined ? [] : [stage.title])),
  ];
  return { chart, placed, ...placeLabels(chart, placed, keepOff, deadline) };
}
