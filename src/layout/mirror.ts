import type { Box } from '../shapes/geometry.ts';
import type { LabelledChart, PlacedAnnotation } from './placed-chart.ts';

/** A placed chart seen in a mirror, its symbols as well: for languages that are read from right to left. */
export function mirror({ chart, placed, labels }: LabelledChart): LabelledChart {
  const turn = (box: Box): Box => ({ ...box, x: -box.x - box.width });
  const mirrored = ({ side, line: [from, to] }: PlacedAnnotation): Omit<PlacedAnnotation, keyof Box> => ({
    side: side === 'left' ? 'right' : side === 'right' ? 'left' : side,
    line: [
      { x: -from.x, y: from.y },
      { x: -to.x, y: to.y },
    ],
  });
  return {
    chart,
    placed: {
      nodes: placed.nodes.map(turn),
      annotations: placed.annotations.map((each) => each && { ...turn(each), ...mirrored(each) }),
      routes: placed.routes.map((route) => route.map(({ x, y }) => ({ x: -x, y }))),
      lanes: placed.lanes.map(({ box, header }) => ({ box: turn(box), header: turn(header) })),
      stages: placed.stages.map((stage) => stage && { box: turn(stage.box), title: turn(stage.title) }),
    },
    labels: labels.map((label) => label && turn(label)),
  };
}
