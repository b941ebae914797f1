import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowHead } from '../../src/render/arrow-head.ts';
import { roundedPath } from '../../src/render/rounded-path.ts';

const points = (...pairs: readonly (readonly [number, number])[]) => pairs.map(([x, y]) => ({ x, y }));

describe('the path of an edge', () => {
  it('is a straight line between two points, shorter by the room of the arrow head', () => {
    expect(roundedPath(points([10, 20], [10, 80]), 6, 0)).toBe('M10 20V80');
    expect(roundedPath(points([10, 20], [10, 80]), 6, 8)).toBe('M10 20V72');
    expect(roundedPath(points([90, 20], [10, 20]), 6, 8)).toBe('M90 20H18');
  });

  it('rounds its corners', () => {
    expect(roundedPath(points([0, 0], [0, 40], [50, 40]), 6, 0)).toBe('M0 0V34Q0 40 6 40H50');
  });

  it('rounds less where a stretch is short, so that corners never meet', () => {
    expect(roundedPath(points([0, 0], [0, 40], [8, 40], [8, 80]), 6, 0)).toBe(
      'M0 0V36Q0 40 4 40Q8 40 8 44V80',
    );
    expect(roundedPath(points([0, 0], [0, 3], [50, 3]), 6, 0)).toBe('M0 0Q0 3 3 3H50');
  });

  it('goes straight through points that are no corners', () => {
    expect(roundedPath(points([0, 0], [0, 20], [0, 50]), 6, 0)).toBe('M0 0V20V50');
  });

  it('is written with two decimals at most, whatever the points', () => {
    const coordinate = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 8 }), (path) => {
        const data = roundedPath(path, 6, 8) + arrowHead(path);
        expect(data).toMatch(/^([MLHVQZ]|-?\d+(\.\d{1,2})?| )*$/);
      }),
    );
  });
});

describe('an arrow head', () => {
  it('has its tip at the end of the line and opens against its direction', () => {
    expect(arrowHead(points([0, 0], [0, 40]))).toBe('M0 40L-3.75 32L3.75 32Z');
    expect(arrowHead(points([50, 10], [0, 10]))).toBe('M0 10L8 6.25L8 13.75Z');
  });

  it('looks at the last stretch that has a length', () => {
    expect(arrowHead(points([0, 0], [0, 40], [0, 40]))).toBe('M0 40L-3.75 32L3.75 32Z');
  });

  it('is nothing where there is no direction', () => {
    expect(arrowHead(points([1, 1]))).toBe('');
    expect(arrowHead([])).toBe('');
  });
});
