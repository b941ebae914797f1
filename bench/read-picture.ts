import { SaxesParser } from 'saxes';
import { readPath } from './path.ts';
import type { Course, Picture, Point } from './picture.ts';

/** An element of an SVG: its name, its attributes, and those of the elements around it from the outside in. */
export interface Drawn {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly around: readonly Drawn[];
}

/** How a tool marks what it draws. */
export interface Reading {
  isNode(element: Drawn): boolean;
  isEdge(element: Drawn): boolean;
  /** Whether nodes stand side by side, with no group of their own. */
  readonly flat?: true;
}

/** Reads a picture from an SVG. Of what belongs to one node, only the first outline counts. */
export function readPicture(svg: string, reading: Reading): Picture {
  const nodes: (readonly Point[])[] = [];
  const edges: Course[] = [];
  const stack: (Drawn & { readonly at: Point; hasOutline: boolean })[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const parent = stack.at(-1);
    const own = moved(String(attributes['transform'] ?? ''));
    const at = { x: (parent?.at.x ?? 0) + own.x, y: (parent?.at.y ?? 0) + own.y };
    const element = { name, attributes, around: [...stack], at, hasOutline: false };
    const place = ({ x, y }: Point): Point => ({ x: x + at.x, y: y + at.y });
    if (reading.isEdge(element)) {
      const { points, curved } = readPath(String(attributes['d'] ?? ''));
      if (points.length > 1) edges.push({ points: points.map(place), curved });
    } else if ((parent?.hasOutline !== true || reading.flat === true) && reading.isNode(element)) {
      const outline = outlineOf(element);
      if (outline.length > 2) nodes.push(outline.map(place));
      if (parent !== undefined && parent.name === 'g') parent.hasOutline = true;
    }
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  parser.write(svg).close();
  return { nodes, edges };
}

/** By how much a `translate` moves; other transformations do not occur where it matters. */
function moved(transform: string): Point {
  const [, x = '0', y = '0'] = /translate\(\s*([-\d.e]+)[\s,]*([-\d.e]*)/.exec(transform) ?? [];
  return { x: Number(x), y: Number(y || '0') };
}

function outlineOf({ name, attributes }: Drawn): readonly Point[] {
  const number = (key: string): number => Number(attributes[key] ?? 0);
  switch (name) {
    case 'rect': {
      const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
      return [
        { x, y },
        { x: x + width, y },
        { x: x + width, y: y + height },
        { x, y: y + height },
      ];
    }
    case 'circle':
    case 'ellipse': {
      const [rx, ry] = name === 'circle' ? [number('r'), number('r')] : [number('rx'), number('ry')];
      return Array.from({ length: 24 }, (_, index) => ({
        x: number('cx') + rx * Math.cos((index * Math.PI) / 12),
        y: number('cy') + ry * Math.sin((index * Math.PI) / 12),
      }));
    }
    case 'polygon': {
      const numbers = (attributes['points'] ?? '').match(/[-\d.e]+/g)?.map(Number) ?? [];
      return numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : []));
    }
    case 'path':
      return readPath(attributes['d'] ?? '').points;
    default:
      return [];
  }
}
