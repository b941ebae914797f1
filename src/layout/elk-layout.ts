import type { Box, Point } from '../shapes/geometry.ts';
import type { Chart } from './chart.ts';
import { type Deadline, DeadlinePassed } from './deadline.ts';
import type { ElkPlacedNode, ElkResult, PlaceByElk } from './elk.ts';
import { edgeId, elkAnnotation, elkGraph, nodeId, sizeOf, stageId } from './elk-graph.ts';
import { labelPlaced } from './label-edges.ts';
import { placeAnnotation } from './place-annotation.ts';
import { placeTitles } from './place-titles.ts';
import type { LabelledChart, PlacedChart } from './placed-chart.ts';
import { settleRoutes } from './settle-routes.ts';
import { searchLimits } from './weights.ts';

/**
 * Places a chart without swimlanes by ELK's layered algorithm, and its labels. Undefined where ELK gives up; throws
 * `DeadlinePassed` where it takes too long.
 */
export async function elkLayout(
  chart: Chart,
  place: PlaceByElk,
  deadline: Deadline,
): Promise<LabelledChart | undefined> {
  const titleRoom = chart.stages.map(() => 0);
  for (let round = 0; ; round++) {
    const answer = await place(elkGraph(chart, titleRoom));
    if (answer.kind === 'time-is-up') throw new DeadlinePassed();
    const found = answer.kind === 'placed' ? readResult(chart, answer.result) : undefined;
    if (found === undefined) return undefined;
    const { frames, ...placed } = found;
    const titles = placeTitles(chart, frames, placed.routes, deadline);
    // A frame that is too narrow for its title is made wider, as in flowc's own layout.
    if (round < searchLimits.plainTitleRounds && titles.some((title) => (title?.missing ?? 0) > 0)) {
      titles.forEach((title, stage) => {
        titleRoom[stage] = (titleRoom[stage] ?? 0) + (title?.missing ?? 0);
      });
      continue;
    }
    const stages = frames.map((box, stage) => {
      const title = titles[stage];
      return box === undefined || title === undefined ? undefined : { box, title: title.box };
    });
    const { labels } = labelPlaced(chart, { ...placed, stages }, deadline);
    return { chart, placed: { ...placed, stages }, labels };
  }
}

type Found = Omit<PlacedChart, 'stages'> & { readonly frames: readonly (Box | undefined)[] };

/** Reads places off what ELK answers; undefined where something has none. */
const readResult = (chart: Chart, result: ElkResult): Found | undefined => {
  const places = new Map<string, Box>();
  const open: ElkPlacedNode[] = [...result.children];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { x, y, width, height } = node;
    places.set(node.id, { x: Math.round(x), y: Math.round(y), width, height });
    open.push(...(node.children ?? []));
  }
  const nodes: Box[] = [];
  for (const node of chart.nodes) {
    const place = places.get(nodeId(node.index));
    if (place === undefined) return undefined;
    nodes.push({ x: place.x, y: place.y, ...sizeOf(chart, node) });
  }
  const sections = new Map(result.edges.map((edge) => [edge.id, edge.sections?.[0]]));
  const routes: Point[][] = [];
  for (const { index } of chart.edges) {
    const section = sections.get(edgeId(index));
    if (section === undefined) return undefined;
    routes.push([section.startPoint, ...(section.bendPoints ?? []), section.endPoint]);
  }
  return {
    nodes,
    annotations: chart.nodes.map((node, index) => {
      const [place, at] = [elkAnnotation(chart, node), nodes[index]];
      return place && at && placeAnnotation(chart, node, at, place);
    }),
    routes: settleRoutes(chart, nodes, routes),
    lanes: [],
    frames: chart.stages.map((_, stage) => {
      const box = places.get(stageId(stage));
      return box && { ...box, width: Math.ceil(box.width), height: Math.ceil(box.height) };
    }),
  };
};
