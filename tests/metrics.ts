import type { Drawing, DrawnNode, TextLine } from '../src/layout/drawing.ts';
import type { Box, Point } from '../src/shapes/geometry.ts';
import { shapeOutline } from '../src/shapes/shape-geometry.ts';

/**
 * Judges a picture as a reader sees it, from nothing but the drawing. `faults` name what must never be, with the ids of
 * what is at fault; `costs` count what one wants little of. Lengths in px.
 */
export interface Metrics {
  readonly faults: readonly Fault[];
  readonly costs: Costs;
}

export interface Fault {
  readonly kind: FaultKind;
  readonly of: string;
}

export type FaultKind =
  | 'nodes-overlap'
  | 'line-through-node'
  | 'loose-end'
  | 'shared-stretch'
  | 'diagonal'
  | 'label-on-node'
  | 'label-on-label'
  | 'label-on-line'
  | 'label-far-from-line'
  | 'node-out-of-lane'
  | 'node-out-of-stage'
  | 'foreign-node-in-stage'
  | 'stages-cross'
  | 'text-out-of-shape'
  | 'line-through-text'
  | 'annotation-on-node'
  | 'annotation-on-line'
  | 'annotation-on-label'
  | 'annotation-out-of-place'
  | 'bracket-on-something'
  | 'list-on-something'
  | 'out-of-picture';

export interface Costs {
  readonly crossings: number;
  readonly bends: number;
  readonly length: number;
  readonly area: number;
  /** Edges that are no loops and yet run against the flow. */
  readonly upward: number;
  /** Pairs of parallel lines that belong to different edges and are nearer than 6 px, and lines that graze a node. */
  readonly tight: number;
  /** Labels that stand as near to another's line as to their own. */
  readonly unclearLabels: number;
  /** The part of the steps from node to node along `path` that runs straight on; 1 without a path. */
  readonly straightness: number;
}

interface Stretch {
  readonly edge: number;
  readonly a: Point;
  readonly b: Point;
  readonly level: boolean;
}

/** Differences in px that nobody sees. */
const tolerance = 0.75;

export function measure(drawing: Drawing, path: readonly string[] = []): Metrics {
  const faults: Fault[] = [];
  const fault = (kind: FaultKind, ...of: readonly string[]): void => {
    faults.push({ kind, of: of.join(' / ') });
  };
  const nodes = new Map(drawing.nodes.map((node) => [node.id, node]));
  const stretches = drawing.edges.flatMap((edge, index) => stretchesOf(index, edge.points));
  const idOf = (index: number): string => drawing.edges[index]?.id ?? '';
  const related = (one: number, other: number): boolean =>
    drawing.edges[one]?.from === drawing.edges[other]?.from ||
    drawing.edges[one]?.to === drawing.edges[other]?.to;

  forEachPair(drawing.nodes, (one, other) => {
    if (overlap(one, other, tolerance)) fault('nodes-overlap', one.id, other.id);
  });
  drawing.edges.forEach((edge) => {
    const { points } = edge;
    if (points.length < 2) fault('loose-end', edge.id);
    for (let index = 1; index < points.length; index++) {
      const a = points[index - 1];
      const b = points[index];
      if (a !== undefined && b !== undefined && a.x !== b.x && a.y !== b.y) fault('diagonal', edge.id);
    }
    for (const [end, id] of [
      [points[0], edge.from],
      [points.at(-1), edge.to],
    ] as const) {
      const node = nodes.get(id);
      if (end === undefined || node === undefined || distanceToOutline(node, end, drawing.rightToLeft) > 1)
        fault('loose-end', edge.id, id);
    }
    for (const point of points)
      if (!inPicture(drawing, { ...point, width: 0, height: 0 })) fault('out-of-picture', edge.id);
  });
  for (const node of drawing.nodes) {
    const shape = polygonOf(node, drawing.rightToLeft);
    const through = new Set<number>();
    for (const { edge, a, b } of stretches)
      if (!through.has(edge) && lengthInside(a, b, shape) > tolerance) {
        through.add(edge);
        fault('line-through-node', idOf(edge), node.id);
      }
    for (const line of node.lines)
      if (!contains(shape, textBox(line))) fault('text-out-of-shape', node.id, line.text);
    if (!inPicture(drawing, node)) fault('out-of-picture', node.id);
  }

  let crossings = 0;
  let tight = 0;
  const crossed = new Set<string>();
  const shared = new Set<string>();
  const close = new Set<string>();
  forEachPair(stretches, (one, other) => {
    if (one.edge === other.edge) return;
    if (one.level === other.level) {
      const along = commonLength(one, other);
      const apart = one.level ? Math.abs(one.a.y - other.a.y) : Math.abs(one.a.x - other.a.x);
      if (along <= 1 || apart >= 6) return;
      const key = `${one.edge} ${other.edge}`;
      if (apart > tolerance) {
        if (!close.has(key)) tight++;
        close.add(key);
      } else if (!related(one.edge, other.edge) && !shared.has(key)) {
        shared.add(key);
        fault('shared-stretch', idOf(one.edge), idOf(other.edge));
      }
      return;
    }
    const at = crossing(one, other);
    if (at === undefined) return;
    // Lines that run together cross another one once.
    const key = `${Math.round(at.x)} ${Math.round(at.y)}`;
    if (crossed.has(key)) return;
    crossed.add(key);
    crossings++;
  });
  for (const node of drawing.nodes)
    for (const { edge, a, b } of stretches) {
      const ends = drawing.edges[edge];
      if (ends?.from === node.id || ends?.to === node.id) continue;
      if (overlap(stretchBox(a, b), grown(node, 5), 0) && node.shape !== 'decision') tight++;
    }

  let unclearLabels = 0;
  drawing.edges.forEach((edge, index) => {
    const { label } = edge;
    if (label === undefined) return;
    if (!inPicture(drawing, label)) fault('out-of-picture', `label of ${edge.id}`);
    for (const line of label.lines)
      if (!within(textBox(line), label)) fault('text-out-of-shape', edge.id, line.text);
    for (const node of drawing.nodes)
      if (overlap(label, node, 0) && touches(polygonOf(node, drawing.rightToLeft), label))
        fault('label-on-node', edge.id, node.id);
    for (const lane of drawing.lanes)
      if (overlap(label, lane.header, 0)) fault('label-on-label', edge.id, lane.id);
    for (const stage of drawing.stages)
      for (const line of stage.lines)
        if (overlap(label, textBox(line), 0)) fault('label-on-label', edge.id, stage.id);
    for (const other of drawing.edges.slice(index + 1))
      if (other.label !== undefined && overlap(label, other.label, 0))
        fault('label-on-label', edge.id, other.id);
    const own = stretches.filter((stretch) => stretch.edge === index);
    const alone = own.flatMap((stretch) =>
      withoutShared(
        stretch,
        stretches.filter((other) => other.edge !== index),
      ),
    );
    const distance = least(own.map((stretch) => gap(label, stretchBox(stretch.a, stretch.b))));
    if (distance > 12) fault('label-far-from-line', edge.id);
    for (const { edge: other, a, b } of stretches)
      if (overlap(label, grown(stretchBox(a, b), 0.5), 0)) {
        fault('label-on-line', edge.id, idOf(other));
        break;
      }
    const toAlone = least(alone.map(([a, b]) => gap(label, stretchBox(a, b))));
    const toForeign = least(
      stretches.filter((stretch) => stretch.edge !== index).map(({ a, b }) => gap(label, stretchBox(a, b))),
    );
    if (toAlone > toForeign) unclearLabels++;
  });

  for (const fault of annotationFaults(drawing, stretches)) faults.push(fault);
  for (const fault of besideFaults(drawing, stretches)) faults.push(fault);
  for (const lane of drawing.lanes) {
    for (const node of drawing.nodes) {
      const bar = node.shape === 'parallel-bar';
      if (node.lane === lane.id && !bar && !within(node, lane)) fault('node-out-of-lane', node.id, lane.id);
    }
    for (const { edge, a, b } of stretches)
      if (lane.lines.some((line) => overlap(textBox(line), grown(stretchBox(a, b), 0.5), 0)))
        fault('line-through-text', idOf(edge), lane.id);
    for (const line of lane.lines)
      if (!within(textBox(line), lane.header)) fault('text-out-of-shape', lane.id, line.text);
  }
  forEachPair(drawing.stages, (one, other) => {
    if (overlap(one, other, 0) && !within(one, other) && !within(other, one))
      fault('stages-cross', one.id, other.id);
  });
  for (const stage of drawing.stages) {
    const inside = new Set(
      drawing.stages.filter((other) => other.id === stage.id || within(other, stage)).map(({ id }) => id),
    );
    for (const node of drawing.nodes) {
      const member = node.stage !== undefined && inside.has(node.stage);
      if (node.stage === stage.id && !within(node, stage)) fault('node-out-of-stage', node.id, stage.id);
      if (!member && overlap(node, stage, 0)) fault('foreign-node-in-stage', node.id, stage.id);
    }
    for (const line of stage.lines) {
      const box = textBox(line);
      if (!within(box, stage)) fault('text-out-of-shape', stage.id, line.text);
      for (const node of drawing.nodes) if (overlap(node, box, 0)) fault('label-on-node', stage.id, node.id);
      for (const { edge, a, b } of stretches)
        if (overlap(box, grown(stretchBox(a, b), 0.5), 0)) fault('line-through-text', idOf(edge), stage.id);
    }
  }

  const upward = drawing.edges.filter(({ back, from, to }) => {
    const one = nodes.get(from);
    const other = nodes.get(to);
    if (back || one === undefined || other === undefined) return false;
    return drawing.direction === 'down'
      ? other.y + other.height / 2 < one.y + one.height / 2 - 1
      : drawing.rightToLeft
        ? other.x + other.width / 2 > one.x + one.width / 2 + 1
        : other.x + other.width / 2 < one.x + one.width / 2 - 1;
  }).length;
  return {
    faults,
    costs: {
      crossings,
      bends: drawing.edges.reduce((sum, { points }) => sum + Math.max(0, points.length - 2), 0),
      length: Math.round(
        stretches.reduce((sum, { a, b }) => sum + Math.abs(a.x - b.x) + Math.abs(a.y - b.y), 0),
      ),
      area: Math.round(drawing.width * drawing.height),
      upward,
      tight,
      unclearLabels,
      straightness: straightness(drawing, nodes, path),
    },
  };
}

/** What an annotation and the line to it lie on: nothing but the outline of their node. */
const annotationFaults = (drawing: Drawing, stretches: readonly Stretch[]): readonly Fault[] => {
  const faults: Fault[] = [];
  const fault = (kind: FaultKind, ...of: readonly string[]): void => {
    faults.push({ kind, of: of.join(' / ') });
  };
  const { nodes, edges, lanes, stages, annotations, rightToLeft } = drawing;
  annotations.forEach((annotation, index) => {
    const id = `annotation of ${annotation.node}`;
    const own = nodes.find((node) => node.id === annotation.node);
    const [from, to] = annotation.line;
    const tie = stretchBox(from, to);
    const parts = [annotation, tie];
    if (own === undefined || !parts.every((part) => inPicture(drawing, part))) fault('out-of-picture', id);
    for (const line of annotation.lines)
      if (!within(textBox(line), annotation)) fault('text-out-of-shape', id, line.text);
    if (own !== undefined && distanceToOutline(own, from, rightToLeft) > tolerance) fault('loose-end', id);
    if (gap(annotation, { ...to, width: 0, height: 0 }) > tolerance) fault('loose-end', id);
    for (const node of nodes)
      if (overlap(annotation, node, 0) || (node !== own && overlap(grown(tie, 0.5), node, 0)))
        fault('annotation-on-node', id, node.id);
    for (const { edge, a, b } of stretches)
      if (parts.some((part) => overlap(grown(part, 0.5), grown(stretchBox(a, b), 0.5), 0)))
        fault('annotation-on-line', id, edges[edge]?.id ?? '');
    const labels = [
      ...edges.flatMap(({ label }) => label ?? []),
      ...[...lanes, ...stages].flatMap(({ lines }) => lines.map(textBox)),
      ...annotations.slice(index + 1).flatMap((other) => [other, stretchBox(...other.line)]),
    ];
    for (const label of labels)
      if (parts.some((part) => overlap(grown(part, 0.5), label, 0))) fault('annotation-on-label', id);
    const places = [
      ...lanes.filter((lane) => lane.id === own?.lane && own.shape !== 'parallel-bar'),
      ...stages.filter((stage) => stage.id === own?.stage),
    ];
    if (!places.every((place) => within(annotation, place))) fault('annotation-out-of-place', id);
    for (const stage of stages)
      if (!within(annotation, stage) && overlap(annotation, stage, tolerance))
        fault('annotation-out-of-place', id, stage.id);
  });
  return faults;
};

/** What stands beside or below a chart and lies on something, or out of the picture. */
const besideFaults = (drawing: Drawing, stretches: readonly Stretch[]): readonly Fault[] => {
  const { nodes, edges, lanes, stages, annotations, brackets, list, heading } = drawing;
  const chart: readonly Box[] = [
    ...nodes,
    ...lanes,
    ...stages,
    ...annotations,
    ...heading.map(textBox),
    ...edges.flatMap(({ label }) => label ?? []),
    ...stretches.map(({ a, b }) => stretchBox(a, b)),
  ];
  const faults: Fault[] = [];
  brackets.forEach((bracket, index) => {
    const of = `bracket ${bracket.lines.map(({ text }) => text).join(' ')}`;
    const own = bracket.lines.length === 0 ? [bracket] : [bracket, bracket.label];
    const others = brackets
      .slice(index + 1)
      .flatMap((other) => [other, ...(other.lines.length === 0 ? [] : [other.label])]);
    if (!own.every((box) => inPicture(drawing, box))) faults.push({ kind: 'out-of-picture', of });
    if ([...chart, ...others].some((other) => own.some((box) => overlap(box, other, 0))))
      faults.push({ kind: 'bracket-on-something', of });
    for (const line of bracket.lines)
      if (!within(textBox(line), bracket.label)) faults.push({ kind: 'text-out-of-shape', of });
    if (own.length > 1 && overlap(bracket, bracket.label, 0))
      faults.push({ kind: 'bracket-on-something', of });
  });
  if (list === undefined) return faults;
  const of = 'list';
  if (!inPicture(drawing, list)) faults.push({ kind: 'out-of-picture', of });
  if (!list.lines.every((line) => within(textBox(line), list)))
    faults.push({ kind: 'text-out-of-shape', of });
  const all = [...chart, ...brackets.flatMap((bracket) => [bracket, bracket.label])];
  if (all.some((other) => overlap(list, other, 0))) faults.push({ kind: 'list-on-something', of });
  return faults;
};

/** The part of the steps along a path whose two nodes stand in one line along the flow. */
const straightness = (
  drawing: Drawing,
  nodes: ReadonlyMap<string, DrawnNode>,
  path: readonly string[],
): number => {
  let straight = 0;
  for (let index = 1; index < path.length; index++) {
    const one = nodes.get(path[index - 1] ?? '');
    const other = nodes.get(path[index] ?? '');
    if (one === undefined || other === undefined) continue;
    const across = (node: Box): number =>
      drawing.direction === 'down' ? node.x + node.width / 2 : node.y + node.height / 2;
    if (Math.abs(across(one) - across(other)) <= 1) straight++;
  }
  return path.length < 2 ? 1 : straight / (path.length - 1);
};

function forEachPair<Item>(items: readonly Item[], visit: (one: Item, other: Item) => void): void {
  items.forEach((one, index) => {
    for (let next = index + 1; next < items.length; next++) {
      const other = items[next];
      if (other !== undefined) visit(one, other);
    }
  });
}

const stretchesOf = (edge: number, points: readonly Point[]): readonly Stretch[] =>
  points.flatMap((b, index) => {
    const a = points[index - 1];
    return a === undefined ? [] : [{ edge, a, b, level: a.y === b.y }];
  });

const stretchBox = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

const grown = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

const overlap = (a: Box, b: Box, slack: number): boolean =>
  a.x + slack < b.x + b.width &&
  b.x + slack < a.x + a.width &&
  a.y + slack < b.y + b.height &&
  b.y + slack < a.y + a.height;

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - tolerance &&
  inner.y >= outer.y - tolerance &&
  inner.x + inner.width <= outer.x + outer.width + tolerance &&
  inner.y + inner.height <= outer.y + outer.height + tolerance;

const inPicture = ({ width, height }: Drawing, box: Box): boolean =>
  within(box, { x: 0, y: 0, width, height });

const gap = (a: Box, b: Box): number =>
  Math.hypot(
    Math.max(0, b.x - a.x - a.width, a.x - b.x - b.width),
    Math.max(0, b.y - a.y - a.height, a.y - b.y - b.height),
  );

const least = (values: readonly number[]): number =>
  values.reduce((smallest, value) => Math.min(smallest, value), Number.POSITIVE_INFINITY);

/**
 * The letters of a line: from the height of capitals to the baseline, a line turned stands upright; and the mark before
 * them.
 */
const textBox = (line: TextLine): Box => {
  const mark = line.mark === undefined ? 0 : line.size * markRoom;
  const left = line.x - line.width / 2 - (line.rightToLeft ? 0 : mark);
  if (line.rotation === undefined)
    return { x: left, y: line.y - line.size * 0.72, width: line.width + mark, height: line.size * 0.72 };
  const upright = { y: line.y - line.width / 2, width: line.size * 0.72, height: line.width };
  return line.rotation === -90 ? { x: line.x - line.size * 0.72, ...upright } : { x: line.x, ...upright };
};

/** What a mark and the gap behind it take, in sizes of the text. */
const markRoom = 1.34;

/** The outline as straight sides; a curve in so many parts. */
const curveParts = 8;

const polygonOf = (node: DrawnNode, rightToLeft: boolean): readonly Point[] => {
  const points: Point[] = [];
  for (const { to, controls } of shapeOutline(node.shape, node, rightToLeft)) {
    const from = points.at(-1);
    if (from !== undefined && controls !== undefined)
      for (let part = 1; part < curveParts; part++) {
        const t = part / curveParts;
        const weight = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3] as const;
        const at = (axis: 'x' | 'y'): number =>
          weight[0] * from[axis] +
          weight[1] * controls[0][axis] +
          weight[2] * controls[1][axis] +
          weight[3] * to[axis];
        points.push({ x: at('x'), y: at('y') });
      }
    points.push(to);
  }
  return points;
};

const distanceToOutline = (node: DrawnNode, point: Point, rightToLeft: boolean): number => {
  const polygon = polygonOf(node, rightToLeft);
  let smallest = Number.POSITIVE_INFINITY;
  for (let index = 1; index < polygon.length; index++) {
    const a = polygon[index - 1];
    const b = polygon[index];
    if (a === undefined || b === undefined) continue;
    const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
    const t =
      length === 0
        ? 0
        : Math.max(0, Math.min(1, ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length));
    smallest = Math.min(
      smallest,
      Math.hypot(point.x - a.x - t * (b.x - a.x), point.y - a.y - t * (b.y - a.y)),
    );
  }
  return smallest;
};

/** Whether a point lies inside of a polygon, by the number of sides that a ray from it crosses. */
const isInside = (polygon: readonly Point[], { x, y }: Point): boolean => {
  let inside = false;
  for (let index = 1; index < polygon.length; index++) {
    const a = polygon[index - 1];
    const b = polygon[index];
    if (a === undefined || b === undefined || a.y > y === b.y > y) continue;
    if (x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  }
  return inside;
};

/** How much of a level or upright line lies inside of a shape: measured at points two px apart. */
const lengthInside = (a: Point, b: Point, polygon: readonly Point[]): number => {
  const box = polygon.reduce(
    (sum, { x, y }) => ({
      left: Math.min(sum.left, x),
      right: Math.max(sum.right, x),
      top: Math.min(sum.top, y),
      bottom: Math.max(sum.bottom, y),
    }),
    { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity },
  );
  const [x0, x1] = [Math.max(Math.min(a.x, b.x), box.left), Math.min(Math.max(a.x, b.x), box.right)];
  const [y0, y1] = [Math.max(Math.min(a.y, b.y), box.top), Math.min(Math.max(a.y, b.y), box.bottom)];
  if (x0 > x1 || y0 > y1) return 0;
  const length = x1 - x0 + (y1 - y0);
  let inside = 0;
  for (let way = 1; way < length; way += 2)
    if (isInside(polygon, a.y === b.y ? { x: x0 + way, y: a.y } : { x: a.x, y: y0 + way })) inside += 2;
  // What lies within 2 px of the outline is the end of a line that rests on it.
  return inside <= 2 ? 0 : inside;
};

const corners = ({ x, y, width, height }: Box): readonly Point[] => [
  { x, y },
  { x: x + width, y },
  { x, y: y + height },
  { x: x + width, y: y + height },
];

const contains = (polygon: readonly Point[], box: Box): boolean =>
  corners(box).every((corner) => isInside(polygon, corner));

/** Whether a box and a shape have room in common: a corner of either in the other, or sides that cross. */
const touches = (polygon: readonly Point[], box: Box): boolean =>
  corners(box).some((corner) => isInside(polygon, corner)) ||
  polygon.some(({ x, y }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height) ||
  [box.y, box.y + box.height].some(
    (y) => lengthInside({ x: box.x, y }, { x: box.x + box.width, y }, polygon) > 0,
  ) ||
  [box.x, box.x + box.width].some(
    (x) => lengthInside({ x, y: box.y }, { x, y: box.y + box.height }, polygon) > 0,
  );

const spanOf = ({ a, b, level }: Stretch): readonly [number, number] =>
  level ? [Math.min(a.x, b.x), Math.max(a.x, b.x)] : [Math.min(a.y, b.y), Math.max(a.y, b.y)];

const commonLength = (one: Stretch, other: Stretch): number => {
  const [a, b] = spanOf(one);
  const [c, d] = spanOf(other);
  return Math.min(b, d) - Math.max(a, c);
};

/** The point where two lines at right angles cross, not at an end of either. */
const crossing = (one: Stretch, other: Stretch): Point | undefined => {
  const level = one.level ? one : other;
  const upright = one.level ? other : one;
  const [left, right] = spanOf(level);
  const [top, bottom] = spanOf(upright);
  const point = { x: upright.a.x, y: level.a.y };
  const inside =
    point.x > left + tolerance &&
    point.x < right - tolerance &&
    point.y > top + tolerance &&
    point.y < bottom - tolerance;
  return inside ? point : undefined;
};

/** The parts of a stretch that no other line runs along. */
const withoutShared = (
  stretch: Stretch,
  others: readonly Stretch[],
): readonly (readonly [Point, Point])[] => {
  let parts: readonly (readonly [number, number])[] = [spanOf(stretch)];
  for (const other of others) {
    if (other.level !== stretch.level) continue;
    const apart = stretch.level ? Math.abs(other.a.y - stretch.a.y) : Math.abs(other.a.x - stretch.a.x);
    if (apart > tolerance) continue;
    const [c, d] = spanOf(other);
    parts = parts.flatMap(([a, b]) =>
      d <= a || c >= b ? [[a, b] as const] : [[a, Math.min(b, c)] as const, [Math.max(a, d), b] as const],
    );
  }
  return parts
    .filter(([a, b]) => b - a > 1)
    .map(([a, b]) =>
      stretch.level
        ? [
            { x: a, y: stretch.a.y },
            { x: b, y: stretch.a.y },
          ]
        : [
            { x: stretch.a.x, y: a },
            { x: stretch.a.x, y: b },
          ],
    );
};
