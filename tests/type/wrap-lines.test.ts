import { describe, expect, it } from 'vitest';
import type { TextSegment } from '../../src/type/segments.ts';
import { wrapLines } from '../../src/type/wrap-lines.ts';

/** Segments of 10 px, one behind the other, with the penalties of breaks behind them. */
const segments = (...penalties: readonly number[]): readonly TextSegment[] =>
  penalties.map(
    (penalty, at): TextSegment => ({
      from: at,
      to: at + 1,
      start: 10 * at,
      end: 10 * at + 10,
      hyphen: false,
      penalty,
      required: false,
    }),
  );
const starts = (width: number, lines: number, ...penalties: readonly number[]) =>
  wrapLines(
    segments(...penalties),
    Array.from({ length: lines }, () => width),
  )?.starts;

describe('lines of a text', () => {
  it('are about as long as each other', () => {
    expect(starts(40, 2, 0, 0, 0, 0)).toEqual([0, 2]);
    expect(starts(60, 3, 0, 0, 0, 0, 0, 0)).toEqual([0, 2, 4]);
  });

  it('are less even where a break would look bad', () => {
    expect(starts(40, 2, 0, 8, 0, 0)).not.toEqual([0, 2]);
    expect(starts(40, 2, 8, 0, 8, 0)).toEqual([0, 2]);
  });

  it('are none where a text does not fit', () => {
    expect(starts(10, 2, 0, 0, 0)).toBeUndefined();
    expect(starts(9, 3, 0, 0, 0)).toBeUndefined();
  });
});
