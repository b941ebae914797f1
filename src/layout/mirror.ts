import type { Box } from './drawing.ts';
import type { LabelledChart } from './placed-chart.ts';
import { settleRoutes } from './settle-routes.ts';

/** A placed chart seen in a mirror: for languages that are read from right to left. Symbols are not mirrored. */
export function mirror({ chart, placed, labels }: LabelledChart): LabelledChart {
  const turn = (box: Box): Box => ({ ...box, x: -box.x - box.width });
  const nodes = placed.nodes.map(turn);
  const routes = placed.routes.map((route) => route.map(({ x, y }) => ({ x: -x, y })));
  return {
    chart,
    placed: {
      nodes,
      routes: settleRoutes(chart, nodes, routes),
      lanes: placed.lanes.map(({ box, header }) => ({ box: turn(box), header: turn(header) })),
      stages: placed.stages.map((stage) => stage && { box: turn(stage.box), title: turn(stage.title) }),
    },
    labels: labels.map((label) => label && turn(label)),
  };
}
