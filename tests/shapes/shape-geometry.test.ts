import { describe, expect, it } from 'vitest';
import { type ShapeName, shapeNames } from '../../src/shapes/all-shapes.ts';
import { innerMarks, outlinePath, portPoint, textRoom } from '../../src/shapes/shape-geometry.ts';

const box = { x: 10, y: 20, width: 160, height: 60 };
const middle = { x: 90, y: 50 };

const numbersOf = (path: string): readonly number[] => (path.match(/-?[\d.]+/g) ?? []).map(Number);

describe('the geometry of a shape', () => {
  it.each(shapeNames)('%s has a closed outline within its box', (shape) => {
    const path = outlinePath(shape, box);
    expect(path).toMatch(/^M[-\d. LC]+Z$/);
    const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
    for (let index = 0; index < numbers.length; index += 2) {
      expect(numbers[index]).toBeGreaterThanOrEqual(box.x);
      expect(numbers[index]).toBeLessThanOrEqual(box.x + box.width);
    }
  });

  it.each(shapeNames)('%s has its ports in the middle of its sides, on the outline', (shape) => {
    for (const side of ['top', 'bottom'] as const) {
      const port = portPoint(shape, box, side);
      expect(port.x).toBe(middle.x);
      expect(port.y).toBeGreaterThanOrEqual(box.y);
      expect(port.y).toBeLessThanOrEqual(box.y + box.height);
    }
    const left = portPoint(shape, box, 'left');
    const right = portPoint(shape, box, 'right');
    expect([left.y, right.y]).toEqual([middle.y, middle.y]);
    expect(left.x).toBeLessThan(middle.x);
    expect(right.x).toBeGreaterThan(middle.x);
  });

  it('puts ports on slants, waves and points, not on the box around them', () => {
    expect(portPoint('data', box, 'left')).toEqual({ x: 19, y: 50 });
    expect(portPoint('manual-input', box, 'top')).toEqual({ x: 90, y: 27 });
    expect(portPoint('document', box, 'bottom').y).toBeCloseTo(72.8, 1);
    expect(portPoint('off-page-connector', box, 'bottom')).toEqual({ x: 90, y: 80 });
    expect(portPoint('decision', box, 'left')).toEqual({ x: 10, y: 50 });
    expect(portPoint('decision', box, 'left', 35)).toEqual({ x: 50, y: 35 });
    expect(portPoint('decision', box, 'top', 50)).toEqual({ x: 50, y: 35 });
  });

  it('gives text the room between the slanted sides, beside the marks, and none outside', () => {
    const room = (shape: ShapeName, y0: number, y1: number) => textRoom(shape, box)(y0, y1);
    expect(room('process', 40, 60)).toEqual({ left: 10, right: 170 });
    expect(room('decision', 35, 65)).toEqual({ left: 50, right: 130 });
    expect(room('predefined-process', 40, 60)).toEqual({ left: 20, right: 160 });
    expect(room('escalation', 40, 60)).toEqual({ left: 32, right: 170 });
    expect(room('data', 50, 80)).toEqual({ left: 19, right: 152 });
    for (const shape of shapeNames) {
      const outside = room(shape, 10, 30);
      expect(outside.right, shape).toBeLessThan(outside.left);
    }
    const slope = room('manual-input', 21, 40);
    expect(slope.right).toBeLessThan(slope.left);
  });

  it.each(shapeNames)('%s is seen in a mirror where reading begins at the right', (shape) => {
    const turned = (x: number): number => 2 * box.x + box.width - x;
    const flipped = (path: string): string =>
      path.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x: string, y: string) => `${turned(Number(x))} ${y}`);
    const wanted = numbersOf(flipped(outlinePath(shape, box)));
    const numbers = numbersOf(outlinePath(shape, box, true));
    expect(numbers).toHaveLength(wanted.length);
    for (const [index, number] of numbers.entries()) expect(number).toBeCloseTo(wanted[index] ?? 0, 1);
    for (const [y0, y1] of [
      [40, 60],
      [30, 50],
      [50, 72],
    ] as const) {
      const { left, right } = textRoom(shape, box)(y0, y1);
      const other = textRoom(shape, box, true)(y0, y1);
      expect(other.left).toBeCloseTo(turned(right), 9);
      expect(other.right).toBeCloseTo(turned(left), 9);
    }
  });

  it('marks a predefined process with two bars and an escalation with chevrons', () => {
    expect(innerMarks('predefined-process', box)).toBe('M20 20V80M160 20V80');
    expect(innerMarks('escalation', box)).toContain('l5 -5l5 5');
    expect(innerMarks('process', box)).toBeUndefined();
    expect(innerMarks('predefined-process', box, true)).toBe('M20 20V80M160 20V80');
    expect(innerMarks('escalation', box, true)).toMatch(/^M148 20V80M154 /);
  });
});
