import type { Chart, ChartEdge, ChartNode } from './chart.ts';
import type { Point } from './drawing.ts';
import type { ElkEdge, ElkGraph, ElkNode, RunElk } from './elk.ts';
import { isFan } from './is-fan.ts';
import type { PlacedChart } from './placed-chart.ts';
import { settleRoutes } from './settle-routes.ts';

/**
 * Places a chart without swimlanes by ELK's layered algorithm: the main exit of a node leaves it along the flow, the
 * others by a side, loops come back by the sides. Undefined where ELK gives up. The options are those that gave no fault
 * in the experiments this recipe comes from; ELK takes a misspelt one without a word.
 */
export function elkLayout(chart: Chart, runElk: RunElk): PlacedChart | undefined {
  const result = runElk(elkGraph(chart));
  if (result === undefined) return undefined;
  const places = new Map(result.children.map((child) => [child.id, child]));
  const nodes = chart.nodes.map(({ index, width, height }) => {
    const place = places.get(nodeId(index));
    return { x: Math.round(place?.x ?? 0), y: Math.round(place?.y ?? 0), width, height };
  });
  const sections = new Map(result.edges.map((edge) => [edge.id, edge.sections?.[0]]));
  const routes: Point[][] = [];
  for (const { index } of chart.edges) {
    const section = sections.get(edgeId(index));
    if (section === undefined) return undefined;
    routes.push([section.startPoint, ...(section.bendPoints ?? []), section.endPoint]);
  }
  return { nodes, routes: settleRoutes(chart, nodes, routes), lanes: [], stages: [] };
}

const nodeId = (index: number): string => `n${index}`;
const edgeId = (index: number): string => `e${index}`;

const sides = {
  down: { in: 'NORTH', out: 'SOUTH', branch: 'EAST', loop: 'WEST' },
  right: { in: 'WEST', out: 'EAST', branch: 'SOUTH', loop: 'NORTH' },
} as const;

const largeGraph = 400;

const elkGraph = (chart: Chart): ElkGraph => ({
  id: 'root',
  layoutOptions: {
    'elk.algorithm': 'layered',
    'elk.direction': chart.direction === 'down' ? 'DOWN' : 'RIGHT',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.randomSeed': '1',
    'elk.layered.nodePlacement.strategy':
      chart.nodes.length > largeGraph ? 'BRANDES_KOEPF' : 'NETWORK_SIMPLEX',
    'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
    'elk.spacing.nodeNode': '40',
    'elk.layered.spacing.nodeNodeBetweenLayers': '40',
    'elk.spacing.edgeNode': '18',
    'elk.layered.spacing.edgeNodeBetweenLayers': '18',
    'elk.spacing.edgeEdge': '14',
    'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
  },
  children: chart.order.flatMap((index) => {
    const node = chart.nodes[index];
    return node === undefined ? [] : [elkNode(chart, node)];
  }),
  edges: chart.order.flatMap((index) =>
    (chart.nodes[index]?.outgoing ?? []).flatMap((edge) => {
      const source = chart.edges[edge];
      return source === undefined ? [] : [elkEdge(chart, source)];
    }),
  ),
});

const elkNode = (chart: Chart, node: ChartNode): ElkNode => {
  const side = sides[chart.direction];
  const ports = new Map<string, string>();
  for (const index of [...node.outgoing, ...node.incoming]) {
    const edge = chart.edges[index];
    if (edge === undefined) continue;
    if (edge.from === node.index) ports.set(sourcePort(chart, edge), portSide(chart, edge));
    if (edge.to === node.index) ports.set(targetPort(edge), edge.back ? side.loop : side.in);
  }
  return {
    id: nodeId(node.index),
    width: node.width,
    height: node.height,
    layoutOptions: { 'elk.portConstraints': 'FIXED_SIDE' },
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

const elkEdge = (chart: Chart, edge: ChartEdge): ElkEdge => ({
  id: edgeId(edge.index),
  sources: [sourcePort(chart, edge)],
  targets: [targetPort(edge)],
  layoutOptions: edge.main ? { 'elk.layered.priority.straightness': '10' } : {},
});

const leavesAhead = (chart: Chart, edge: ChartEdge): boolean =>
  !edge.back && (edge.main || isFan(chart, edge.from));

const portSide = (chart: Chart, edge: ChartEdge): string => {
  const side = sides[chart.direction];
  return leavesAhead(chart, edge) ? side.out : edge.back ? side.loop : side.branch;
};

const sourcePort = (chart: Chart, edge: ChartEdge): string =>
  leavesAhead(chart, edge) ? `${nodeId(edge.from)}.out` : `${nodeId(edge.from)}.${edgeId(edge.index)}`;

const targetPort = (edge: ChartEdge): string =>
  edge.back ? `${nodeId(edge.to)}.loop${edge.index}` : `${nodeId(edge.to)}.in`;
