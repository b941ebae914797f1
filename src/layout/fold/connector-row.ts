import type { Box, Point, Side } from '../../shapes/geometry.ts';
import type { Connector } from './link-parts.ts';
import { spread, turnLevels } from './spread.ts';

/** The room of one connector in an upright chart, px. */
export interface Cell {
  readonly width: number;
  readonly height: number;
}

/** A connector beside its tile, and the way of its line from the tile's border to it. */
export interface PlacedConnector {
  readonly connector: Connector;
  readonly cell: Box;
  /** From the border to the middle of the cell: first along the line, then where it turns. */
  readonly way: readonly Point[];
}

/** The border of a tile's content at which connectors stand: its line, and how far they may reach along it, px. */
export interface Border {
  readonly side: Side;
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/** From the border to the first turn, from turn to turn, and from the last to the connector: room for an arrow head. */
const lead = 10;
const turnStep = 9;
const arrow = 16;
/** Behind a connector, and between two. */
const margin = 10;
const gap = 10;

/** How far connectors at the given places of a border reach beyond it, in px. */
export const rowDepth = (
  places: readonly number[],
  side: Side,
  cell: Cell,
  low: number,
  high: number,
): number => depthOf(levelsOf(places, side, cell, low, high).levels, side, cell);

/** Puts the connectors of one side of a tile in a row along the border, in the order in which their lines come. */
export function placeRow(
  connectors: readonly Connector[],
  border: Border,
  cell: Cell,
): { readonly placed: readonly PlacedConnector[]; readonly depth: number } {
  const { side, at, low, high } = border;
  const sorted = connectors.toSorted((a, b) => a.gate.at - b.gate.at);
  const places = sorted.map(({ gate }) => gate.at);
  const { targets, levels } = levelsOf(places, side, cell, low, high);
  const depth = depthOf(levels, side, cell);
  const outwards = side === 'top' || side === 'left' ? -1 : 1;
  const level = side === 'top' || side === 'bottom';
  const thickness = level ? cell.height : cell.width;
  const point = (along: number, out: number): Point =>
    level ? { x: along, y: at + outwards * out } : { x: at + outwards * out, y: along };
  const placed = sorted.map((connector, index) => {
    const place = places[index] ?? 0;
    const target = targets[index] ?? 0;
    const turn = levels[index];
    const middle = point(target, depth - margin - thickness / 2);
    const turns =
      turn === undefined ? [] : [point(place, lead + turn * turnStep), point(target, lead + turn * turnStep)];
    return {
      connector,
      cell: {
        x: middle.x - cell.width / 2,
        y: middle.y - cell.height / 2,
        width: cell.width,
        height: cell.height,
      },
      way: [point(place, 0), ...turns, middle],
    };
  });
  return { placed, depth };
}

function levelsOf(places: readonly number[], side: Side, cell: Cell, low: number, high: number) {
  const length = side === 'top' || side === 'bottom' ? cell.width : cell.height;
  const reach = length / 2 + 4;
  const apart = spread(places, length + gap, low + reach, high - reach);
  // A line that would turn by a trifle goes straight on: nobody sees where its connector's middle is.
  const targets = apart.map((target, index) => {
    const place = places[index] ?? target;
    return Math.abs(target - place) < 2 ? place : target;
  });
  return { targets, levels: turnLevels(places, targets) };
}

const depthOf = (levels: readonly (number | undefined)[], side: Side, cell: Cell): number => {
  if (levels.length === 0) return 0;
  const turns = Math.max(0, ...levels.map((level) => (level === undefined ? 0 : level + 1)));
  const thickness = side === 'top' || side === 'bottom' ? cell.height : cell.width;
  return lead + turns * turnStep + arrow + thickness + margin;
};
