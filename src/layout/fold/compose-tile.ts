import type { Process } from '../../model/process.ts';
import type { Box, Point, Side } from '../../shapes/geometry.ts';
import type { TextMeasurer } from '../../type/measurer.ts';
import { drawHeader } from '../draw-headings.ts';
import type { Drawing, DrawnEdge, DrawnLane, DrawnNode, DrawnStage } from '../drawing.ts';
import { labelText } from '../label-text.ts';
import { textSizes } from '../text-sizes.ts';
import type { PlacedConnector } from './connector-row.ts';
import { drawConnector } from './draw-connector.ts';
import type { EdgePart } from './link-parts.ts';
import type { PlacedTile } from './pack-pages.ts';
import type { Turning } from './upright.ts';

/** What all tiles of a flow have in common. */
export interface Composition {
  readonly drawing: Drawing;
  readonly process: Process;
  readonly measurer: TextMeasurer;
  readonly turning: Turning;
  /** The pages to which a connector leads, or from which one comes to it, but for its own. */
  readonly pagesBeyond: (connector: PlacedConnector['connector']) => readonly number[];
}

/** The parts of a drawing that lie on one page. */
export type PageContent = Pick<
  Drawing,
  'lanes' | 'stages' | 'nodes' | 'annotations' | 'edges' | 'brackets' | 'list'
>;

interface DrawnConnector {
  readonly placed: PlacedConnector;
  readonly node: DrawnNode;
  readonly port: Point;
}

/** Draws what a tile has, `origin` being where tiles begin on the page: px, as the page is turned. */
export function composeTile(
  composition: Composition,
  { laid, dx, dy }: PlacedTile,
  origin: Point,
): PageContent {
  const { drawing, turning } = composition;
  const by = { x: dx + origin.x, y: dy + origin.y };
  const shift = turning.turnPointBack(by);
  const boxBack = (box: Box): Box => turning.turnBack({ ...box, x: box.x + by.x, y: box.y + by.y });
  const pointBack = ({ x, y }: Point): Point => turning.turnPointBack({ x: x + by.x, y: y + by.y });
  const connectors = new Map(
    laid.connectors.map((placed): readonly [string, DrawnConnector] => [
      placed.connector.id,
      { placed, ...drawPlaced(composition, placed, boxBack(placed.cell)) },
    ]),
  );
  const connectorNodes = (role: 'in' | 'out'): readonly DrawnNode[] =>
    [...connectors.values()].filter(({ placed }) => placed.connector.role === role).map(({ node }) => node);
  return {
    lanes: laid.lanes.flatMap(({ index, box, header }) => {
      const lane = drawing.lanes[index];
      return lane === undefined ? [] : [composeLane(composition, lane, { box, header }, boxBack)];
    }),
    stages: laid.frames.flatMap(({ index, box, open, hasTitle }): readonly DrawnStage[] => {
      const stage = drawing.stages[index];
      if (stage === undefined) return [];
      const sides = open.map((side) => turning.turnSideBack(side));
      const lines = hasTitle ? shifted(stage, shift).lines : [];
      return [{ ...stage, ...boxBack(box), lines, ...(sides.length === 0 ? {} : { open: sides }) }];
    }),
    nodes: [
      ...connectorNodes('in'),
      ...laid.nodes.flatMap((index) => {
        const node = drawing.nodes[index];
        return node === undefined ? [] : [shifted(node, shift)];
      }),
      ...connectorNodes('out'),
    ],
    annotations: laid.nodes.flatMap((index) =>
      drawing.annotations
        .filter(({ node }) => node === drawing.nodes[index]?.id)
        .map((annotation) => ({
          ...shifted(annotation, shift),
          line: [shiftedPoint(annotation.line[0], shift), shiftedPoint(annotation.line[1], shift)] as const,
        })),
    ),
    brackets: laid.brackets.flatMap(({ index, box, label, open }) => {
      const bracket = drawing.brackets[index];
      if (bracket === undefined) return [];
      const place = boxBack(label ?? box);
      const text = shifted(
        { ...bracket.label, lines: label === undefined ? [] : bracket.lines },
        { x: place.x - bracket.label.x, y: place.y - bracket.label.y },
      );
      const sides = open.map((side) => turning.turnSideBack(side));
      return [
        {
          ...boxBack(box),
          side: bracket.side,
          ...(sides.length === 0 ? {} : { open: sides }),
          label: place,
          lines: text.lines,
        },
      ];
    }),
    edges: laid.parts.flatMap((part) => {
      const edge = drawing.edges[part.edge];
      if (edge === undefined) return [];
      const from = part.from && connectors.get(part.from.id);
      const to = part.to && connectors.get(part.to.id);
      return [composePart(drawing, edge, part, from, to, pointBack, shift)];
    }),
  };
}

const shiftedPoint = ({ x, y }: Point, { x: dx, y: dy }: Point): Point => ({ x: x + dx, y: y + dy });

/** A thing with lines of text, moved. */
const shifted = <Thing extends Point & { readonly lines: DrawnNode['lines'] }>(
  thing: Thing,
  { x: dx, y: dy }: Point,
): Thing => ({
  ...thing,
  x: thing.x + dx,
  y: thing.y + dy,
  lines: thing.lines.map((line) => ({ ...line, x: line.x + dx, y: line.y + dy })),
});

function drawPlaced(composition: Composition, { connector }: PlacedConnector, cell: Box) {
  const { drawing, process, measurer, turning } = composition;
  const facts = {
    id: connector.id,
    number: connector.number,
    role: connector.role,
    targets: [...new Set(connector.edges.flatMap((edge) => drawing.edges[edge]?.to ?? []))],
    pages: composition.pagesBeyond(connector),
  };
  const side = turning.turnSideBack(opposite[connector.gate.side]);
  return drawConnector(facts, cell, side, { process, measurer, rightToLeft: drawing.rightToLeft });
}

const opposite: Readonly<Record<Side, Side>> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

/** A lane as far as it lies in a tile, with its header; the label is set again where there is less room for it. */
function composeLane(
  { drawing, process, measurer, turning }: Composition,
  lane: DrawnLane,
  { box, header: height }: { readonly box: Box; readonly header: number },
  boxBack: (box: Box) => Box,
): DrawnLane {
  const { width } = turning.turn(lane.header);
  const header = boxBack({ ...box, height });
  const shift = {
    x: header.x + header.width / 2 - lane.header.x - lane.header.width / 2,
    y: header.y + header.height / 2 - lane.header.y - lane.header.height / 2,
  };
  const fits = lane.lines.every((line) => line.width + 8 <= box.width);
  const { rightToLeft } = drawing;
  const label = process.owners.find(({ id }) => id === lane.id)?.label ?? '';
  const set = labelText(measurer, label, {
    size: textSizes.lane,
    longest: box.width - 12,
    align: 'middle',
    rightToLeft,
  });
  const lines =
    fits || width - box.width < 1
      ? shifted(lane, shift).lines
      : set.height <= height
        ? drawHeader(set, header)
        : [];
  return { ...lane, ...boxBack(box), header, lines };
}

function composePart(
  drawing: Drawing,
  edge: DrawnEdge,
  part: EdgePart,
  from: DrawnConnector | undefined,
  to: DrawnConnector | undefined,
  pointBack: (point: Point) => Point,
  shift: Point,
): DrawnEdge {
  const { label, also: _, ...line } = edge;
  const { points } = part.route;
  const inner = points.slice(from === undefined ? 0 : 1, to === undefined ? undefined : -1);
  const comes = from === undefined ? [] : from.placed.way.slice(0, -1).reverse();
  const goes = to === undefined ? [] : to.placed.way.slice(0, -1);
  const route = [
    ...(from === undefined ? [] : [from.port]),
    ...[...comes, ...inner, ...goes].map(pointBack),
    ...(to === undefined ? [] : [to.port]),
  ];
  const others = part.edges.flatMap((index) => drawing.edges[index] ?? []);
  const also = others.flatMap((other) => [other.id, ...(other.also ?? [])]).filter((id) => id !== edge.id);
  const ends = [from, to].flatMap((end) => (end === undefined ? [] : [end.node.id]));
  return {
    ...line,
    id: [edge.id, ...ends].join(' '),
    ...(also.length === 0 ? {} : { also }),
    from: from?.node.id ?? edge.from,
    to: to?.node.id ?? edge.to,
    // Lines that come in as one look like none of them where they differ.
    kind: others.every(({ kind }) => kind === edge.kind) ? edge.kind : 'next',
    back: others.every(({ back }) => back),
    points: withoutNeedless(route),
    ...(part.hasLabel && label !== undefined ? { label: shifted(label, shift) } : {}),
  };
}

/** Without repeated points and those in the middle of a straight stretch. */
function withoutNeedless(route: readonly Point[]): readonly Point[] {
  const points: Point[] = [];
  for (const point of route) {
    const last = points.at(-1);
    const before = points.at(-2);
    if (last?.x === point.x && last.y === point.y) continue;
    const straight =
      last !== undefined &&
      before !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (straight) points.pop();
    points.push(point);
  }
  return points;
}
