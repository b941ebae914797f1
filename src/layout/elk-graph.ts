import { bracketed } from './bracket.ts';
import type { Chart, ChartEdge, ChartNode } from './chart.ts';
import type { ElkEdge, ElkGraph, ElkNode } from './elk.ts';
import { distances } from './grid/distances.ts';
import { isInFan } from './is-in-fan.ts';
import type { AnnotationPlace } from './place-annotation.ts';
import { titleInset } from './place-titles.ts';

/** What nodes, edges and stages are called in ELK's graph. */
export const nodeId = (index: number): string => `n${index}`;
export const edgeId = (index: number): string => `e${index}`;
export const stageId = (index: number): string => `s${index}`;

/**
 * Says a chart as a graph for ELK's layered algorithm: the main exit of a node leaves it along the flow, the others
 * by a side, loops come back by the sides; stages are nodes with others in them, `titleRoom` px wider each. The
 * options are those that gave no fault in the experiments this recipe comes from; ELK takes a misspelt one without
 * a word.
 */
export function elkGraph(chart: Chart, titleRoom: readonly number[]): ElkGraph {
  return {
    id: 'root',
    layoutOptions: {
      ...layered(chart),
      ...(chart.stages.length === 0 ? {} : { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' }),
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
    },
    children: nodesInStages(chart, titleRoom),
    edges: chart.order.flatMap((index) =>
      (chart.nodes[index]?.outgoing ?? []).flatMap((edge) => {
        const source = chart.edges[edge];
        return source === undefined ? [] : [elkEdge(chart, source)];
      }),
    ),
  };
}

/** Nodes beyond which ELK's better way to place them in their layers takes too long. */
const largeGraph = 400;

const layered = (chart: Chart): ElkGraph['layoutOptions'] => ({
  'elk.algorithm': 'layered',
  'elk.direction': chart.direction === 'down' ? 'DOWN' : 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.layered.nodePlacement.strategy': chart.nodes.length > largeGraph ? 'BRANDES_KOEPF' : 'NETWORK_SIMPLEX',
  // With frames ELK 0.12 throws where it is to follow the order
  // of the document; then the edges say which way is forward.
  ...(chart.stages.length > 0
    ? {}
    : {
        'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
        'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
      }),
  'elk.spacing.nodeNode': '40',
  'elk.layered.spacing.nodeNodeBetweenLayers': '40',
  'elk.spacing.edgeNode': '18',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.spacing.edgeEdge': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
});

/** The nodes in order, each in its stage; a stage stands where the first of its nodes does. */
const nodesInStages = (chart: Chart, titleRoom: readonly number[]): readonly ElkNode[] => {
  const top: ElkNode[] = [];
  const inside: (ElkNode[] | undefined)[] = chart.stages.map(() => undefined);
  const listOf = (stage: number | undefined): ElkNode[] => {
    const missing: number[] = [];
    let at = stage;
    for (; at !== undefined && inside[at] === undefined; at = chart.stages[at]?.parent) missing.push(at);
    let list = at === undefined ? top : (inside[at] ?? top);
    for (const stageToAdd of missing.reverse()) {
      const children: ElkNode[] = [];
      inside[stageToAdd] = children;
      list.push(elkStage(chart, stageToAdd, children, titleRoom[stageToAdd] ?? 0));
      list = children;
    }
    return list;
  };
  for (const index of chart.order) {
    const node = chart.nodes[index];
    if (node !== undefined) listOf(node.stage).push(elkNode(chart, node));
  }
  return top;
};

/** White space in px inside of a frame. */
const framePadding = 20;

const elkStage = (chart: Chart, stage: number, children: readonly ElkNode[], wider: number): ElkNode => {
  const { width = 0, height = 0 } = chart.stages[stage]?.title ?? {};
  const top = height + 2 * titleInset.y + framePadding;
  return {
    id: stageId(stage),
    children,
    layoutOptions: {
      ...layered(chart),
      'elk.padding': `[top=${top},left=${framePadding},bottom=${framePadding},right=${framePadding}]`,
      'elk.nodeSize.constraints': '[MINIMUM_SIZE]',
      'elk.nodeSize.minimum': `(${width + 2 * titleInset.x + wider},0)`,
    },
  };
};

const sides = {
  down: { in: 'NORTH', out: 'SOUTH', branch: 'EAST', loop: 'WEST' },
  right: { in: 'WEST', out: 'EAST', branch: 'SOUTH', loop: 'NORTH' },
} as const;

const elkNode = (chart: Chart, node: ChartNode): ElkNode => {
  const side = sides[chart.direction];
  const ports = new Map<string, string>();
  for (const index of [...node.outgoing, ...node.incoming]) {
    const edge = chart.edges[index];
    if (edge === undefined) continue;
    if (edge.from === node.index) ports.set(sourcePort(chart, edge), portSide(chart, edge));
    if (edge.to === node.index) ports.set(targetPort(chart, edge), edge.back ? side.loop : side.in);
  }
  return {
    id: nodeId(node.index),
    ...sizeOf(chart, node),
    ...roomBeside(chart, node),
    layoutOptions: { 'elk.portConstraints': 'FIXED_SIDE', ...placementBeside(chart, node) },
    ports: [...ports].map(([id, at]) => ({
      id,
      width: 0,
      height: 0,
      layoutOptions: {
        'elk.port.side': at,
        ...(at === side.loop || at === side.branch
          ? { 'elk.layered.allowNonFlowPortsToSwitchSides': 'true' }
          : {}),
      },
    })),
  };
};

/**
 * How a node's annotation stands in a chart that ELK places: past the lines of branches and loops, whichever side they
 * come to in the end.
 */
export function elkAnnotation(chart: Chart, node: ChartNode): AnnotationPlace | undefined {
  const { annotation, index, incoming, outgoing } = node;
  if (annotation === undefined) return undefined;
  const { width, height } = bracketed(annotation, chart.direction === 'down');
  const edges = [...incoming, ...outgoing].flatMap((edge) => chart.edges[edge] ?? []);
  const loops = edges.some(({ back }) => back);
  const branches = edges.some((edge) => edge.from === index && !edge.back && !leavesAhead(chart, edge));
  const [across, along] = chart.direction === 'down' ? [width, height] : [height, width];
  return { side: branches && !loops ? 'low' : 'high', isPastLine: branches || loops, across, along };
}

/** The room for it, as a label of the node. */
const roomBeside = (chart: Chart, node: ChartNode): Pick<ElkNode, 'labels'> => {
  const place = elkAnnotation(chart, node);
  if (place === undefined) return {};
  const across = distances.toAnnotation + place.across;
  const along = place.isPastLine ? 2 * (distances.pastLine + place.along) : place.along;
  const down = chart.direction === 'down';
  return {
    labels: [{ text: 'annotation', width: down ? across : along, height: down ? along : across }],
  };
};

const placementBeside = (chart: Chart, node: ChartNode): ElkNode['layoutOptions'] => {
  const place = elkAnnotation(chart, node);
  if (place === undefined) return {};
  const high = place.side === 'high';
  const where =
    chart.direction === 'down'
      ? `H_${high ? 'RIGHT' : 'LEFT'} V_CENTER`
      : `V_${high ? 'BOTTOM' : 'TOP'} H_CENTER`;
  return { 'elk.nodeLabels.placement': `OUTSIDE ${where}` };
};

/** What each branch of a bar takes of its length, in px. */
const barPerBranch = 60;

/** The size of a node in the picture, in px. A bar lies across the flow, and is as long as its branches need. */
export const sizeOf = (
  { direction }: Chart,
  { shape, width, height, incoming, outgoing }: ChartNode,
): { readonly width: number; readonly height: number } => {
  if (shape !== 'parallel-bar') return { width, height };
  const length = Math.max(width, barPerBranch * Math.max(incoming.length, outgoing.length));
  return direction === 'down' ? { width: length, height } : { width: height, height: length };
};

const elkEdge = (chart: Chart, edge: ChartEdge): ElkEdge => ({
  id: edgeId(edge.index),
  sources: [sourcePort(chart, edge)],
  targets: [targetPort(chart, edge)],
  layoutOptions: {
    ...(edge.main ? { 'elk.layered.priority.straightness': '10' } : {}),
    ...(chart.stages.length > 0 && !edge.back ? { 'elk.layered.priority.direction': '10' } : {}),
  },
});

const leavesAhead = (chart: Chart, edge: ChartEdge): boolean =>
  !edge.back && (edge.main || isInFan(chart, edge));

const isBar = (chart: Chart, node: number): boolean => chart.nodes[node]?.shape === 'parallel-bar';

const portSide = (chart: Chart, edge: ChartEdge): string => {
  const side = sides[chart.direction];
  return leavesAhead(chart, edge) ? side.out : edge.back ? side.loop : side.branch;
};

/** Edges that leave along the flow do so as one line, but those of a bar. */
const sourcePort = (chart: Chart, edge: ChartEdge): string =>
  leavesAhead(chart, edge) && !isBar(chart, edge.from)
    ? `${nodeId(edge.from)}.out`
    : `${nodeId(edge.from)}.${edgeId(edge.index)}`;

const targetPort = (chart: Chart, edge: ChartEdge): string =>
  edge.back
    ? `${nodeId(edge.to)}.loop${edge.index}`
    : isBar(chart, edge.to)
      ? `${nodeId(edge.to)}.in${edge.index}`
      : `${nodeId(edge.to)}.in`;
