import type { Box } from '../shapes/geometry.ts';
import type { LabelledChart } from './placed-chart.ts';

/** A placed chart seen in a mirror, its symbols as well: for languages that are read from right to left. */
export function mirror({ chart, placed, labels }: LabelledChart): LabelledChart {
  const turn = (box: Box): Box => ({ ...box, x: -box.x - box.width });
  return {
    chart,
    placed: {
      nodes: placed.nodes.map(turn),
      routes: placed.routes.map((route) => route.map(({ x, y }) => ({ x: -x, y }))),
      lanes: placed.lanes.map(({ box, header }) => ({ box: turn(box), header: turn(header) })),
      stages: placed.stages.map((stage) => stage && { box: turn(stage.box), title: turn(stage.title) }),
    },
    labels: labels.map((label) => label && turn(label)),
  };
}
