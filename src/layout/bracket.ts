import type { Box, Side } from '../shapes/geometry.ts';

/** The room in px between a bracket and the text in it, at its spine and at its ends. */
export const bracketInset = { spine: 9, ends: 3 } as const;

/** The size of a text with the bracket at one of its sides. */
export const bracketed = (
  { width, height }: Pick<Box, 'width' | 'height'>,
  isUpright: boolean,
): Pick<Box, 'width' | 'height'> => {
  const { spine, ends } = bracketInset;
  return isUpright
    ? { width: width + spine, height: height + 2 * ends }
    : { width: width + 2 * ends, height: height + spine };
};

/** The part of a bracket’s box that its text stands in. */
export const textWithin = (side: Side, { x, y, width, height }: Box): Box => {
  const { spine, ends } = bracketInset;
  switch (side) {
    case 'left':
      return { x: x + spine, y: y + ends, width: width - spine, height: height - 2 * ends };
    case 'right':
      return { x, y: y + ends, width: width - spine, height: height - 2 * ends };
    case 'top':
      return { x: x + ends, y: y + spine, width: width - 2 * ends, height: height - spine };
    case 'bottom':
      return { x: x + ends, y, width: width - 2 * ends, height: height - spine };
  }
};
