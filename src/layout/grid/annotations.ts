import { bracketed } from '../bracket.ts';
import type { Chart, ChartNode } from '../chart.ts';
import type { AnnotationPlace } from '../place-annotation.ts';
import { distances } from './distances.ts';
import type { Lattice } from './lattice.ts';
import { acrossOf } from './node-extent.ts';
import type { Halves, Ordered } from './phases.ts';
import type { Run } from './runs.ts';

/**
 * Chooses a side for each annotation, and makes its column and row large enough for it: it is a part of what the node's
 * cell holds, as the node itself is, so that no line runs through it. Of two sides without a line the
 * one that needs less room is taken. It may reach over the next columns, where nothing stands or runs in its row.
 */
export function placeAnnotations(
  ordered: Ordered,
  columns: Halves,
  rows: Halves,
): readonly (AnnotationPlace | undefined)[] {
  const { chart, lattice } = ordered;
  if (chart.nodes.every(({ annotation }) => annotation === undefined)) return [];
  const ground = new Ground(ordered, columns);
  return chart.nodes.map((node) => {
    const { annotation, index } = node;
    if (annotation === undefined) return undefined;
    const down = chart.direction === 'down';
    const { width, height } = bracketed(annotation, down);
    const [across, along] = down ? [width, height] : [height, width];
    const reach = halfAcross(chart, node) + distances.toAnnotation + across;
    const lined = linedSides(ordered, node);
    const choices = (['high', 'low'] as const).map((side) => {
      const x = (side === 'high' ? lattice.right : lattice.left)[index] ?? 0;
      // A bar is too thin for the line to an annotation past another line.
      const isPastLine = node.shape !== 'parallel-bar' && lined[side];
      const beyond = isPastLine ? [] : ground.freeColumns(x, lattice.row[index] ?? 0, side, reach);
      const needed = reach - beyond.reduce((sum, { room }) => sum + room, 0);
      const growth = Math.max(0, needed - (columns[side][x] ?? 0));
      const cost =
        growth +
        (lined[side] ? priceOfLine[isPastLine ? 'past' : 'through'] : 0) +
        (side === 'low' ? priceOfLow : 0);
      return { side, x, isPastLine, beyond, needed, cost };
    });
    const best = choices.reduce((a, b) => (b.cost < a.cost ? b : a));
    const y = lattice.row[index] ?? 0;
    columns[best.side][best.x] = Math.max(columns[best.side][best.x] ?? 0, best.needed);
    ground.take(y, [best.x, ...best.beyond.map(({ x }) => x)]);
    const half = best.isPastLine ? distances.pastLine + along : along / 2;
    for (const side of best.isPastLine ? ([down ? 'high' : 'low'] as const) : (['low', 'high'] as const))
      rows[side][y] = Math.max(rows[side][y] ?? 0, half);
    return { side: best.side, isPastLine: best.isPastLine, across, along };
  });
}

/**
 * What it costs to stand past a line or in its way, and on the side where reading begins, in px by which a column would
 * be wider.
 */
const priceOfLine = { past: 60, through: 10_000 } as const;
const priceOfLow = 30;

/** How far a node reaches across from the middle of its column, or of its last one. */
const halfAcross = (chart: Chart, node: ChartNode): number =>
  node.shape === 'parallel-bar' ? distances.barOverhang : acrossOf(chart, node) / 2;

/** At which sides of a node a line leaves it or comes to it. */
const linedSides = (
  { lattice, routes }: Ordered,
  { incoming, outgoing }: ChartNode,
): Readonly<Record<'low' | 'high', boolean>> => {
  const lined = { low: false, high: false };
  const look = (end: number | undefined, next: number | undefined): void => {
    if (end === undefined || next === undefined) return;
    if (Math.floor(end / lattice.width) !== Math.floor(next / lattice.width)) return;
    lined[next > end ? 'high' : 'low'] = true;
  };
  for (const edge of outgoing) look(routes[edge]?.[0], routes[edge]?.[1]);
  for (const edge of incoming) look(routes[edge]?.at(-1), routes[edge]?.at(-2));
  return lined;
};

/** A column beside a node's that its annotation may reach over, and how much room there is for sure. */
interface FreeColumn {
  readonly x: number;
  readonly room: number;
}

/** What stands and runs in each row, for annotations to keep off. */
class Ground {
  readonly #lattice: Lattice;
  readonly #columns: Halves;
  readonly #upright = new Map<number, Run[]>();
  readonly #level = new Map<number, Run[]>();
  readonly #taken = new Set<number>();

  constructor({ lattice, runs }: Ordered, columns: Halves) {
    this.#lattice = lattice;
    this.#columns = columns;
    for (const run of runs.list) {
      const lines = run.upright ? this.#upright : this.#level;
      const known = lines.get(run.line);
      if (known === undefined) lines.set(run.line, [run]);
      else known.push(run);
    }
  }

  /** The columns from x on, in its lane, in whose row there is nothing: as many as `reach` is long, in px. */
  freeColumns(x: number, row: number, side: 'low' | 'high', reach: number): readonly FreeColumn[] {
    const { isColumn, laneOf, width, cells } = this.#lattice;
    const step = side === 'high' ? 1 : -1;
    const found: FreeColumn[] = [];
    const start = this.#columns[side][x] ?? 0;
    for (let at = x + 2 * step, sum = start; sum < reach; at += 2 * step) {
      if (isColumn[at] !== 1 || laneOf[at] !== laneOf[x]) break;
      const point = row * width + at;
      if (cells[point] !== -1 || this.#taken.has(point)) break;
      if (this.#runs(at - step, row) || this.#runs(at, row)) break;
      const room = distances.columns + (this.#columns.low[at] ?? 0) + (this.#columns.high[at] ?? 0);
      found.push({ x: at, room });
      sum += room;
    }
    return found;
  }

  take(row: number, columns: readonly number[]): void {
    for (const x of columns) this.#taken.add(row * this.#lattice.width + x);
  }

  /** Whether something runs where an upright line and a row meet. */
  #runs(x: number, row: number): boolean {
    const covers = (at: number) => (run: Run) => run.low <= at && at <= run.high;
    return (this.#upright.get(x) ?? []).some(covers(row)) || (this.#level.get(row) ?? []).some(covers(x));
  }
}
