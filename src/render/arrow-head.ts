import { decimal } from '../shapes/decimal.ts';
import type { Point } from '../shapes/geometry.ts';

/** From the base of an arrow head to its tip, in px. */
export const arrowLength = 8;
const halfWidth = 3.75;

/**
 * The data of an SVG path: a triangle whose tip is the end of `points`. A path of its own rather than a marker, as
 * viewers differ in how they colour and turn markers.
 */
export const arrowHead = (points: readonly Point[]): string => {
  const tip = points.at(-1);
  const before = points.findLast((point) => point.x !== tip?.x || point.y !== tip.y);
  if (tip === undefined || before === undefined) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const along = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length };
  const base = { x: tip.x - along.x * arrowLength, y: tip.y - along.y * arrowLength };
  const side = { x: -along.y * halfWidth, y: along.x * halfWidth };
  return [
    `M${decimal(tip.x)} ${decimal(tip.y)}`,
    `L${decimal(base.x + side.x)} ${decimal(base.y + side.y)}`,
    `L${decimal(base.x - side.x)} ${decimal(base.y - side.y)}Z`,
  ].join('');
};
