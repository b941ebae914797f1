import type { Chart, ChartEdge } from '../chart.ts';
import { isInFan } from '../is-in-fan.ts';
import { routeWeights, searchLimits } from '../weights.ts';
import { distances } from './distances.ts';
import type { EdgeEnds } from './edge-ends.ts';
import type { Lattice } from './lattice.ts';
import type { Occupancy, Route } from './occupancy.ts';

/** The ways of looking at a route that its cost needs, in buffers that are used again for the next one. */
export class RouteCost {
  readonly #chart: Chart;
  readonly #edgeEnds: readonly EdgeEnds[];
  readonly #lattice: Lattice;
  readonly #occupancy: Occupancy;
  #steps = new Int32Array(64);
  #count = 0;
  /** The first step not shared with an edge of the same source; the first from which all are, of the same target. */
  #prefix = 0;
  #suffix = 0;
  /** How many edges the route that `extra` was asked for last has to cross that it runs along with. */
  tangles = 0;

  constructor(chart: Chart, edgeEnds: readonly EdgeEnds[], lattice: Lattice, occupancy: Occupancy) {
    this.#chart = chart;
    this.#edgeEnds = edgeEnds;
    this.#lattice = lattice;
    this.#occupancy = occupancy;
  }

  /** The bends and the length of a route: what it costs on an empty lattice, at least. */
  base(edge: ChartEdge, route: Route): number {
    const { width, roughX, roughY } = this.#lattice;
    let way = 0;
    for (let index = 1; index < route.length; index++) {
      const from = route[index - 1] ?? 0;
      const to = route[index] ?? 0;
      way += Math.abs((roughX[from % width] ?? 0) - (roughX[to % width] ?? 0));
      way += Math.abs((roughY[Math.floor(from / width)] ?? 0) - (roughY[Math.floor(to / width)] ?? 0));
    }
    return routeWeights.bend * (route.length - 2) + routeWeights.way * way + this.#ends(edge, route);
  }

  /** What a route costs beside those that are in the lattice already, over its `base`; infinite through a node. */
  extra(edge: ChartEdge, route: Route, limit: number): number {
    if (!this.#readSteps(edge, route)) return Number.POSITIVE_INFINITY;
    this.#findTrunks(edge);
    this.tangles = 0;
    let cost = this.#wholeRoute(edge, route);
    let corner = 1;
    for (let index = 0; index < this.#count && cost + routeWeights.crossing * this.tangles < limit; index++) {
      cost += this.#beside(edge, index);
      if (index + 1 === this.#count) break;
      if (this.#pointAfter(index) === route[corner]) corner++;
      else cost += this.#across(edge, index);
    }
    return cost + routeWeights.crossing * this.tangles;
  }

  /** Finds the steps that the route shares with edges of its source, at its start, and of its target, at its end. */
  #findTrunks(edge: ChartEdge): void {
    const ofSource = (other: ChartEdge): boolean => other.from === edge.from;
    const ofTarget = (other: ChartEdge): boolean => other.to === edge.to;
    let prefix = 0;
    while (prefix < this.#count && this.#sharedBy(prefix, ofSource)) prefix++;
    let suffix = this.#count;
    while (suffix > prefix && this.#sharedBy(suffix - 1, ofTarget)) suffix--;
    this.#prefix = prefix;
    this.#suffix = suffix;
  }

  /** Cost of what can be said against the route as a whole. */
  #wholeRoute(edge: ChartEdge, route: Route): number {
    let cost = this.#prefix > 0 && !this.#isFan(edge) ? routeWeights.sharedExit : 0;
    if (edge.label !== undefined) {
      const needed = Math.min(edge.label.width, edge.label.height) + 2 * distances.aroundLabel;
      if (this.#wayBetween(this.#prefix, this.#suffix, needed) < needed) cost += routeWeights.nothingOwn;
    }
    for (let index = 1; index + 2 < route.length; index++)
      if (this.#tradesPlaces(edge, route, index)) cost += routeWeights.conflict;
    return cost;
  }

  /** Cost of a step that other edges take as well; adds to `tangles` those that it has to cross for it. */
  #beside(edge: ChartEdge, index: number): number {
    const users = this.#usersOf(index);
    if (users.length === 0) return 0;
    const { width, isColumn } = this.#lattice;
    const step = this.#steps[index] ?? 0;
    const point = step >> 2;
    const middle = step % 2 === 1 ? isColumn[point % width] === 1 : Math.floor(point / width) % 2 === 1;
    const strangers =
      middle || users.length <= searchLimits.manyUsers
        ? this.#strangers(edge, index, users, middle)
        : users.length;
    if (strangers === 0) return 0;
    return middle ? routeWeights.conflict : routeWeights.beside * strangers;
  }

  /** How many of the users of a step the edge has no reason to run with. */
  #strangers(edge: ChartEdge, index: number, users: readonly number[], middle: boolean): number {
    let strangers = 0;
    for (const user of users) {
      const other = this.#chart.edges[user];
      if (other === undefined || user === edge.index) continue;
      if (index < this.#prefix && other.from === edge.from) continue;
      if (index >= this.#suffix && other.to === edge.to) continue;
      strangers++;
      if (!middle && this.#isTangled(index, user)) this.tangles++;
    }
    return strangers;
  }

  /** Cost of the lines that the route crosses behind a step, where it goes straight on. */
  #across(edge: ChartEdge, index: number): number {
    const at = this.#pointAfter(index);
    const isOnTrunk = index + 1 < this.#prefix || index >= this.#suffix;
    if (isOnTrunk || this.#lattice.cells[at] !== -1) return 0;
    return routeWeights.crossing * this.#crossed(edge, at, (this.#steps[index] ?? 0) % 2 === 1);
  }

  /**
   * Whether the stretch between two corners leads from one side of its channel to the other while another edge does the
   * same the other way round: whichever is drawn first, at one of the corners they lie on one another.
   */
  #tradesPlaces(edge: ChartEdge, route: Route, index: number): boolean {
    const { width } = this.#lattice;
    const before = route[index - 1] ?? 0;
    const from = route[index] ?? 0;
    const to = route[index + 1] ?? 0;
    const after = route[index + 2] ?? 0;
    if (before < from !== to < after) return false;
    const level = Math.floor(from / width) === Math.floor(to / width);
    const opposite = (point: number, high: boolean): readonly number[] =>
      level
        ? this.#occupancy.upright(high ? point : point - width)
        : this.#occupancy.level(high ? point : point - 1);
    const ahead = before < from;
    const others = opposite(to, !ahead);
    return opposite(from, ahead).some((user) => {
      const other = this.#chart.edges[user];
      return other !== undefined && others.includes(user) && other.from !== edge.from && other.to !== edge.to;
    });
  }

  /**
   * Whether another edge, which leaves the way of this one after a step that both share, has to cross it: it came
   * to it from one side and leaves to the other.
   */
  #isTangled(last: number, user: number): boolean {
    if (last + 1 < this.#count && this.#runsAlong(last + 1, user)) return false;
    let first = last;
    while (first > 0 && this.#runsAlong(first - 1, user)) first--;
    const from = this.#turn(first, -1, user);
    const to = this.#turn(last, 1, user);
    return from * to > 0;
  }

  #runsAlong(index: number, user: number): boolean {
    return this.#usersOf(index).includes(user);
  }

  /** The edges that take a step of the route. */
  #usersOf(index: number): readonly number[] {
    const step = this.#steps[index] ?? 0;
    return (step & 1) === 1 ? this.#occupancy.upright(step >> 2) : this.#occupancy.level(step >> 2);
  }

  /**
   * At one end of a stretch that is shared with another edge: which of the two comes first clockwise from the
   * stretch. 0 where one of them ends there.
   */
  #turn(index: number, towards: -1 | 1, user: number): number {
    const next = index + towards;
    if (next < 0 || next >= this.#count) return 0;
    const point = towards === 1 ? this.#pointAfter(index) : this.#pointAfter(index - 1);
    const stretch = this.#direction(point, index);
    const own = this.#direction(point, next);
    for (let turn = 1; turn < 4; turn++) {
      const direction = (stretch + turn) % 4;
      if (direction !== own && this.#leavesBy(point, direction, user))
        return ((own - stretch + 4) % 4) - turn;
    }
    return 0;
  }

  /** Towards which side of a point a step lies: 0 right, 1 down, 2 left, 3 up. */
  #direction(point: number, index: number): number {
    const step = this.#steps[index] ?? 0;
    const ahead = step >> 2 === point;
    return (step & 1) === 1 ? (ahead ? 1 : 3) : ahead ? 0 : 2;
  }

  #leavesBy(point: number, direction: number, user: number): boolean {
    const { width } = this.#lattice;
    const users =
      direction === 0
        ? this.#occupancy.level(point)
        : direction === 1
          ? this.#occupancy.upright(point)
          : direction === 2
            ? this.#occupancy.level(point - 1)
            : this.#occupancy.upright(point - width);
    return users.includes(user);
  }

  /** How many lines pass straight through a point at right angles; those that run together are one. */
  #crossed(edge: ChartEdge, at: number, upright: boolean): number {
    const { width } = this.#lattice;
    const before = upright ? this.#occupancy.level(at - 1) : this.#occupancy.upright(at - width);
    if (before.length === 0) return 0;
    const after = upright ? this.#occupancy.level(at) : this.#occupancy.upright(at);
    const seen: ChartEdge[] = [];
    for (const user of before) {
      const other = this.#chart.edges[user];
      if (other === undefined || user === edge.index || !after.includes(user)) continue;
      if (seen.some(({ from, to }) => to === other.to || from === other.from)) continue;
      seen.push(other);
    }
    return seen.length;
  }

  /** Steps as `point * 4 + backwards * 2 + upright`. False where the route runs through a node that is not its own. */
  #readSteps(edge: ChartEdge, route: Route): boolean {
    const { width, cells } = this.#lattice;
    this.#count = 0;
    for (let index = 1; index < route.length; index++) {
      const from = route[index - 1] ?? 0;
      const to = route[index] ?? 0;
      const upright = from % width === to % width;
      const backwards = to < from;
      const unit = (upright ? width : 1) * (backwards ? -1 : 1);
      for (let point = from; point !== to; point += unit) {
        const next = point + unit;
        if (cells[next] !== -1 && next !== route.at(-1)) return false;
        if (this.#count === this.#steps.length) {
          const longer = new Int32Array(2 * this.#count);
          longer.set(this.#steps);
          this.#steps = longer;
        }
        this.#steps[this.#count++] = (backwards ? next : point) * 4 + (backwards ? 2 : 0) + (upright ? 1 : 0);
      }
    }
    return edge.from === edge.to || this.#count > 0;
  }

  /** About how many px lie between two steps of the route that was read last; at most a little over `enough`. */
  #wayBetween(first: number, last: number, enough: number): number {
    const { width, roughX, roughY } = this.#lattice;
    let way = 0;
    for (let index = first; index < last && way < enough; index++) {
      const step = this.#steps[index] ?? 0;
      const point = step >> 2;
      const x = point % width;
      const y = Math.floor(point / width);
      way +=
        (step & 1) === 1 ? (roughY[y + 1] ?? 0) - (roughY[y] ?? 0) : (roughX[x + 1] ?? 0) - (roughX[x] ?? 0);
    }
    return way;
  }

  #pointAfter(index: number): number {
    const step = this.#steps[index] ?? 0;
    const point = step >> 2;
    if ((step & 2) !== 0) return point;
    return point + ((step & 1) === 1 ? this.#lattice.width : 1);
  }

  #sharedBy(index: number, related: (other: ChartEdge) => boolean): boolean {
    for (const user of this.#usersOf(index)) {
      const other = this.#chart.edges[user];
      if (other !== undefined && related(other)) return true;
    }
    return false;
  }

  /** A decision with many answers, or a bar, sends its edges out together. */
  #isFan(edge: ChartEdge): boolean {
    return isInFan(this.#chart, edge);
  }

  /** What it costs to leave and to come in by these sides. */
  #ends(edge: ChartEdge, route: Route): number {
    const { width } = this.#lattice;
    const level = (a: number, b: number): boolean => Math.floor(a / width) === Math.floor(b / width);
    const exitsSide = level(route[0] ?? 0, route[1] ?? 0);
    const entersSide = level(route.at(-2) ?? 0, route.at(-1) ?? 0);
    const ends = this.#edgeEnds[edge.index];
    if (ends === undefined) return 0;
    let cost = exitsSide ? ends.leavesBySide : ends.leavesAhead;
    // Straight from side to side, into the side is the way.
    if (!entersSide) cost += ends.entersAhead;
    else if (route.length > 2) cost += ends.entersBySide;
    // Branches to the right, loops along the left, when all else is equal.
    const first = (route[1] ?? 0) % width;
    const start = (route[0] ?? 0) % width;
    if (exitsSide && first > start === edge.back) cost += 1;
    return cost;
  }
}
