import { decimal } from '../decimal.ts';
import { workBox } from '../outline.ts';
import { boxText, type Shape } from '../shape.ts';

/** The width in px of the band with chevrons that point up, where reading the box begins. */
const band = 22;

/** Work that is handed up: ISO 5807 has no symbol of its own for it. */
export const escalationShape = {
  name: 'escalation',
  outline: workBox,
  marks: {
    before: band,
    after: 0,
    path: ({ x, y, width, height }, rightToLeft) => {
      const line = rightToLeft ? x + width - band : x + band;
      const left = decimal((rightToLeft ? x + width - band / 2 : x + band / 2) - 5);
      const chevrons = [-1, 5].map((down) => `M${left} ${decimal(y + height / 2 + down)}l5 -5l5 5`);
      return [`M${decimal(line)} ${decimal(y)}V${decimal(y + height)}`, ...chevrons].join('');
    },
  },
  text: { ...boxText, reach: 1.1, padding: { x: 10, y: 10 }, lopsided: true },
} as const satisfies Shape;
