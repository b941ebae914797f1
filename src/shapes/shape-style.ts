import type { Shape } from './shape-names.ts';

/** How text sits in a shape. Lengths in px. */
export interface ShapeStyle {
  /** Between the text and the outline at least, on each side, and above and below. */
  readonly padding: { readonly x: number; readonly y: number };
  /** The least width, as a part of the preferred one, and the least height. */
  readonly least: { readonly width: number; readonly height: number };
  /** How wide the shape may usually be, as a part of the preferred width: more where sloped sides take room. */
  readonly reach: number;
  /** Width to height that looks best. */
  readonly aspect: number;
  /** How many times as high as its text the shape may be made, beyond its padding. */
  readonly stretches: readonly number[];
  /** Parts of the height (at most so many px) that hold no text: a sloped top, a wave or a point below. */
  readonly above?: readonly [part: number, most: number];
  readonly below?: readonly [part: number, most: number];
  /** Whether the room for text is not in the middle of the shape. */
  readonly lopsided?: boolean;
  /** Whether the shape is as wide as high. */
  readonly round?: boolean;
}

const box: ShapeStyle = {
  padding: { x: 12, y: 10 },
  least: { width: 0.7, height: 40 },
  reach: 1,
  aspect: 2.6,
  stretches: [1],
};
const slanted: ShapeStyle = { ...box, padding: { x: 6, y: 10 }, reach: 1.1 };

export const shapeStyles: Readonly<Record<Shape, ShapeStyle>> = {
  process: box,
  'predefined-process': { ...box, reach: 1.1, padding: { x: 10, y: 10 } },
  escalation: { ...box, reach: 1.1, padding: { x: 10, y: 10 }, lopsided: true },
  'parallel-bar': box,
  terminal: { ...box, padding: { x: 8, y: 10 }, least: { width: 0.5, height: 40 } },
  delay: { ...slanted, padding: { x: 9, y: 10 }, lopsided: true },
  'stored-data': { ...slanted, lopsided: true },
  display: { ...slanted, lopsided: true },
  data: slanted,
  preparation: slanted,
  'manual-operation': slanted,
  'manual-input': { ...box, above: [0.18, 9] },
  document: { ...box, below: [0.24, 14] },
  'off-page-connector': { ...box, least: { width: 0.4, height: 48 }, aspect: 1.8, below: [0.25, 13] },
  'on-page-connector': {
    padding: { x: 3, y: 4 },
    least: { width: 0, height: 36 },
    reach: 0.8,
    aspect: 1,
    stretches: [1],
    round: true,
  },
  decision: {
    padding: { x: 5, y: 8 },
    least: { width: 0.55, height: 56 },
    reach: 1.4,
    aspect: 1.9,
    stretches: [1.35, 1.6, 1.9, 2.3, 2.8],
  },
};
