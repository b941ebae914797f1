import type { ChartEdge } from '../chart.ts';
import { routeWeights, searchLimits } from '../weights.ts';
import type { EdgeEnds } from './edge-ends.ts';
import type { Lattice } from './lattice.ts';
import type { Route } from './occupancy.ts';

const { channelsBeyond, linesFromEnd } = searchLimits;

/** The corners that a way may have. All but the first two kinds turn off in a channel that is yet to be chosen. */
type Pattern =
  | 'level'
  | 'upright'
  | 'side-ahead'
  | 'ahead-side'
  | 'ahead-y-ahead'
  | 'side-x-side'
  | 'side-x-ahead'
  | 'ahead-x-side'
  | 'ahead-x-ahead'
  | 'self';

/** A way that an edge may take, before it is spelt out. */
export interface RouteCandidate {
  readonly pattern: Pattern;
  /** The line of the channel that it turns off in. */
  readonly channel: number;
  /** Its bends, length and ends: what it costs on an empty lattice, at least. */
  readonly base: number;
}

/** How many times `candidates` has something to tell: ways with few bends come first. */
export const groupsOfPatterns = 5;

/**
 * The ways that an edge may take: straight or with one bend, with two, with three, with four. Channels are always
 * free, so that there always is a way.
 */
export class RoutePatterns {
  readonly #lattice: Lattice;
  readonly #edge: ChartEdge;
  readonly #ends: EdgeEnds;
  readonly #xFrom: number;
  readonly #yFrom: number;
  readonly #xTo: number;
  readonly #yTo: number;
  /** A bar has no sides to leave by, but any place along it will do. */
  readonly #sideFrom: boolean;
  readonly #sideTo: boolean;
  /** In px, as the lattice has them. */
  readonly #across: number;
  readonly #along: number;
  #found: RouteCandidate[] = [];
  #limit = 0;

  constructor(lattice: Lattice, edge: ChartEdge, ends: EdgeEnds) {
    const { left, right, row, middle, roughX, roughY } = lattice;
    const { from, to } = edge;
    this.#lattice = lattice;
    this.#edge = edge;
    this.#ends = ends;
    this.#sideFrom = left[from] === right[from];
    this.#sideTo = left[to] === right[to];
    this.#xFrom = nearest(left[from] ?? 0, right[from] ?? 0, middle[to] ?? 0);
    this.#xTo = nearest(left[to] ?? 0, right[to] ?? 0, this.#sideFrom ? (middle[from] ?? 0) : this.#xFrom);
    this.#yFrom = row[from] ?? 0;
    this.#yTo = row[to] ?? 0;
    this.#across = Math.abs((roughX[this.#xFrom] ?? 0) - (roughX[this.#xTo] ?? 0));
    this.#along = Math.abs((roughY[this.#yFrom] ?? 0) - (roughY[this.#yTo] ?? 0));
  }

  /** The ways of a group, counted from 0, that cost less than `limit` on an empty lattice. */
  candidates(group: number, limit: number): RouteCandidate[] {
    this.#found = [];
    this.#limit = limit;
    if (this.#edge.from === this.#edge.to) {
      if (group === 0) for (const side of [1, -1]) this.#selfLoop(this.#xFrom + side);
    } else if (group === 0) this.#few();
    else if (group === 1) this.#two();
    else if (group === 2) this.#three();
    else if (this.#yFrom + 1 === this.#yTo - 1) return [];
    else if (group === 3) this.#through('ahead-x-ahead', 4);
    // Beyond the last column nothing is ever in the way.
    else for (const x of [0, this.#lattice.width - 1]) this.#around(x);
    return this.#found;
  }

  /** Its corners. */
  route({ pattern, channel }: RouteCandidate): Route {
    const { width } = this.#lattice;
    const xFrom = this.#xFrom;
    const yFrom = this.#yFrom;
    const xTo = this.#xTo;
    const yTo = this.#yTo;
    const start = yFrom * width + xFrom;
    const end = yTo * width + xTo;
    const below = (yFrom + 1) * width;
    const above = (yTo - 1) * width;
    switch (pattern) {
      case 'level':
      case 'upright':
        return [start, end];
      case 'side-ahead':
        return [start, yFrom * width + xTo, end];
      case 'ahead-side':
        return [start, yTo * width + xFrom, end];
      case 'ahead-y-ahead':
        return [start, channel * width + xFrom, channel * width + xTo, end];
      case 'side-x-side':
        return [start, yFrom * width + channel, yTo * width + channel, end];
      case 'side-x-ahead':
        return [start, yFrom * width + channel, above + channel, above + xTo, end];
      case 'ahead-x-side':
        return [start, below + xFrom, below + channel, yTo * width + channel, end];
      case 'ahead-x-ahead':
        return [start, below + xFrom, below + channel, above + channel, above + xTo, end];
      case 'self':
        return [start, yFrom * width + channel, above + channel, above + xFrom, start];
    }
  }

  #few(): void {
    const xFrom = this.#xFrom;
    const yFrom = this.#yFrom;
    const xTo = this.#xTo;
    const yTo = this.#yTo;
    const { leavesBySide, leavesAhead, entersBySide, entersAhead } = this.#ends;
    const length = this.#across + this.#along;
    // Straight from side to side, into the side is the way.
    if (yFrom === yTo && this.#sideFrom && this.#sideTo)
      this.#add('level', 0, 0, length, leavesBySide + this.#turnsTo(xTo));
    if (yTo <= yFrom) return;
    if (xFrom === xTo) this.#add('upright', 0, 0, length, leavesAhead + entersAhead);
    else {
      if (this.#sideFrom)
        this.#add('side-ahead', 0, 1, length, leavesBySide + entersAhead + this.#turnsTo(xTo));
      if (this.#sideTo) this.#add('ahead-side', 0, 1, length, leavesAhead + entersBySide);
    }
  }

  #two(): void {
    const yFrom = this.#yFrom;
    const yTo = this.#yTo;
    const ends = this.#ends.leavesAhead + this.#ends.entersAhead;
    if (yTo > yFrom && this.#xFrom !== this.#xTo && this.#isWorthIt(2, ends))
      for (let y = yFrom + 1; y < yTo; y += 2)
        if (y < yFrom + 1 + 2 * channelsBeyond || y > yTo - 1 - 2 * channelsBeyond)
          this.#add('ahead-y-ahead', y, 2, this.#across + this.#along, ends);
    if (this.#sideFrom && this.#sideTo && yFrom !== yTo) this.#through('side-x-side', 2);
  }

  /** Channel by channel, as of two ways that are alike the one that is found first is taken. */
  #three(): void {
    const { leavesBySide, leavesAhead, entersBySide, entersAhead } = this.#ends;
    const leaving = this.#sideFrom && this.#isWorthIt(3, leavesBySide + entersAhead);
    const entering = this.#sideTo && this.#isWorthIt(3, leavesAhead + entersBySide);
    if (!leaving && !entering) return;
    this.#forEachChannel((x) => {
      if (leaving) this.#addThrough('side-x-ahead', x, 3);
      if (entering) this.#addThrough('ahead-x-side', x, 3);
    });
  }

  #through(pattern: 'side-x-side' | 'ahead-x-ahead', bends: number): void {
    const { leavesBySide, leavesAhead, entersBySide, entersAhead } = this.#ends;
    const ends = pattern === 'side-x-side' ? leavesBySide + entersBySide : leavesAhead + entersAhead;
    if (this.#isWorthIt(bends, ends)) this.#forEachChannel((x) => this.#addThrough(pattern, x, bends));
  }

  #around(x: number): void {
    this.#addThrough('ahead-x-ahead', x, 4);
  }

  #selfLoop(x: number): void {
    const { roughX, roughY } = this.#lattice;
    const { leavesBySide, entersAhead } = this.#ends;
    const across = Math.abs((roughX[x] ?? 0) - (roughX[this.#xFrom] ?? 0));
    const along = Math.abs((roughY[this.#yFrom] ?? 0) - (roughY[this.#yFrom - 1] ?? 0));
    this.#add('self', x, 3, 2 * across + 2 * along, leavesBySide + entersAhead + this.#turnsTo(x));
  }

  #addThrough(
    pattern: 'side-x-side' | 'side-x-ahead' | 'ahead-x-side' | 'ahead-x-ahead',
    x: number,
    bends: number,
  ): void {
    const { roughX, roughY } = this.#lattice;
    const { leavesBySide, leavesAhead, entersBySide, entersAhead } = this.#ends;
    const leavesSide = pattern === 'side-x-side' || pattern === 'side-x-ahead';
    const entersSide = pattern === 'side-x-side' || pattern === 'ahead-x-side';
    const at = roughX[x] ?? 0;
    const across = Math.abs((roughX[this.#xFrom] ?? 0) - at) + Math.abs(at - (roughX[this.#xTo] ?? 0));
    const yFrom = roughY[this.#yFrom] ?? 0;
    const yTo = roughY[this.#yTo] ?? 0;
    // From the channel before or behind a row, where it does not go into its side.
    const first = leavesSide ? yFrom : (roughY[this.#yFrom + 1] ?? 0);
    const last = entersSide ? yTo : (roughY[this.#yTo - 1] ?? 0);
    const along = Math.abs(yFrom - first) + Math.abs(first - last) + Math.abs(last - yTo);
    this.#add(
      pattern,
      x,
      bends,
      across + along,
      (leavesSide ? leavesBySide + this.#turnsTo(x) : leavesAhead) +
        (entersSide ? entersBySide : entersAhead),
    );
  }

  #add(pattern: Pattern, channel: number, bends: number, way: number, ends: number): void {
    const base = routeWeights.bend * bends + routeWeights.way * way + ends;
    if (base < this.#limit) this.#found.push({ pattern, channel, base });
  }

  /** Whether a way with so many bends can cost less than the limit. */
  #isWorthIt(bends: number, ends: number): boolean {
    return routeWeights.bend * bends + routeWeights.way * (this.#across + this.#along) + ends < this.#limit;
  }

  /** Branches to the right, loops along the left, when all else is equal. */
  #turnsTo(x: number): number {
    return x > this.#xFrom === this.#edge.back ? 1 : 0;
  }

  #forEachChannel(visit: (x: number) => void): void {
    const { width, isColumn } = this.#lattice;
    const low = Math.min(this.#xFrom, this.#xTo);
    const high = Math.max(this.#xFrom, this.#xTo);
    const last = Math.min(width - 1, high + 2 * channelsBeyond);
    for (let x = Math.max(0, low - 2 * channelsBeyond); x <= last; x++)
      if (isColumn[x] === 0 && (x <= low + linesFromEnd || x >= high - linesFromEnd)) visit(x);
  }
}

const nearest = (low: number, high: number, x: number): number => Math.max(low, Math.min(x, high));
