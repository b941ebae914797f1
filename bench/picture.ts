/** A picture as anyone sees it, whoever drew it: outlines of nodes and courses of lines, in its own units. */
export interface Picture {
  readonly nodes: readonly (readonly Point[])[];
  readonly edges: readonly Course[];
}
export interface Course {
  readonly points: readonly Point[];
  /** Whether it has curves longer than a rounded corner: such a line has no bends to count. */
  readonly curved: boolean;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PictureFigures {
  readonly crossings: number;
  /** Undefined where lines are curves. */
  readonly bends: number | undefined;
  /** Pairs of nodes that overlap. */
  readonly overlaps: number;
  /** Lines that run through a node which is not at their end. */
  readonly through: number;
}

/** Crossings this near to the end of a line are none, as others reach the node there too. In units of the picture. */
const nearEnd = 8;

export function judgePicture({ nodes, edges }: Picture): PictureFigures {
  const crossed = new Set<string>();
  for (const [index, one] of edges.entries())
    for (const other of edges.slice(index + 1))
      for (const at of crossings(one.points, other.points))
        crossed.add(`${Math.round(at.x / 3)} ${Math.round(at.y / 3)}`);
  let overlaps = 0;
  const boxes = nodes.map(boxOf);
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1))
      if (
        one.left + 1 < other.right &&
        other.left + 1 < one.right &&
        one.top + 1 < other.bottom &&
        other.top + 1 < one.bottom
      )
        overlaps++;
  let through = 0;
  for (const { points } of edges) {
    const ends = [points[0], points.at(-1)];
    for (const [index, outline] of nodes.entries()) {
      const box = boxes[index];
      if (box === undefined || ends.some((end) => end !== undefined && distanceToBox(end, box) < 12))
        continue;
      if (lengthInside(points, outline, box) > 3) through++;
    }
  }
  return {
    crossings: crossed.size,
    bends: edges.some(({ curved }) => curved)
      ? undefined
      : edges.reduce((sum, { points }) => sum + turns(points), 0),
    overlaps,
    through,
  };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const boxOf = (points: readonly Point[]): Box => ({
  left: Math.min(...points.map(({ x }) => x)),
  right: Math.max(...points.map(({ x }) => x)),
  top: Math.min(...points.map(({ y }) => y)),
  bottom: Math.max(...points.map(({ y }) => y)),
});

const distanceToBox = ({ x, y }: Point, { left, right, top, bottom }: Box): number =>
  Math.hypot(Math.max(0, left - x, x - right), Math.max(0, top - y, y - bottom));

/** The points at which two lines cross each other, but not near an end of either. */
function crossings(one: readonly Point[], other: readonly Point[]): readonly Point[] {
  const ends = [one[0], one.at(-1), other[0], other.at(-1)];
  const found: Point[] = [];
  for (let i = 1; i < one.length; i++)
    for (let j = 1; j < other.length; j++) {
      const [a, b, c, d] = [one[i - 1], one[i], other[j - 1], other[j]];
      if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
      const at = crossing(a, b, c, d);
      if (
        at !== undefined &&
        !ends.some((end) => end !== undefined && Math.hypot(end.x - at.x, end.y - at.y) < nearEnd)
      )
        found.push(at);
    }
  return found;
}

/** The point at which two stretches cross: each has its ends on both sides of the other. */
function crossing(a: Point, b: Point, c: Point, d: Point): Point | undefined {
  const side = (p: Point, q: Point, r: Point): number =>
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  const [sc, sd, sa, sb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (sc * sd >= -1e-6 || sa * sb >= -1e-6) return undefined;
  const t = sc / (sc - sd);
  return { x: c.x + t * (d.x - c.x), y: c.y + t * (d.y - c.y) };
}

/** How often a line of straight stretches turns. */
function turns(points: readonly Point[]): number {
  let count = 0;
  for (let index = 2; index < points.length; index++) {
    const [a, b, c] = [points[index - 2], points[index - 1], points[index]];
    if (a === undefined || b === undefined || c === undefined) continue;
    const angle = Math.abs(Math.atan2(c.y - b.y, c.x - b.x) - Math.atan2(b.y - a.y, b.x - a.x));
    if (Math.min(angle, 2 * Math.PI - angle) > 0.05) count++;
  }
  return count;
}

/** How much of a line lies inside of an outline, by points along it. */
function lengthInside(points: readonly Point[], outline: readonly Point[], box: Box): number {
  let inside = 0;
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (a === undefined || b === undefined) continue;
    if (Math.max(a.x, b.x) < box.left || Math.min(a.x, b.x) > box.right) continue;
    if (Math.max(a.y, b.y) < box.top || Math.min(a.y, b.y) > box.bottom) continue;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const count = Math.max(1, Math.ceil(length));
    for (let at = 0; at <= count; at++) {
      const t = at / count;
      if (isInside(outline, { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) })) inside += length / count;
    }
  }
  return inside;
}

function isInside(outline: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  for (const [index, a] of outline.entries()) {
    const b = outline[(index + 1) % outline.length];
    if (b === undefined || a.y > y === b.y > y) continue;
    if (x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  }
  return inside;
}
