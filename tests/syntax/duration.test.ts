import { describe, expect, it } from 'vitest';
import { durationSeconds } from '../../src/language/duration.ts';
import { readDuration } from '../../src/syntax/read-duration.ts';

const seconds = (text: string): number => durationSeconds(readDuration(text).parts);

describe('how long a time is, where times are compared', () => {
  it.each([
    ['5wd', '1w'],
    ['10wd', '2w'],
    ['1w', '7d'],
    ['1mo', '30d'],
    ['1d', '24h'],
    ['1h30min', '90min'],
    ['2min', '120s'],
  ])('%s is as long as %s', (one, other) => {
    expect(seconds(one)).toBe(seconds(other));
    expect(seconds(one)).toBeGreaterThan(0);
  });
});
