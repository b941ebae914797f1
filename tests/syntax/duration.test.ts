import { describe, expect, it } from 'vitest';
import { dayCountSeconds, durationSeconds } from '../../src/language/duration.ts';
import type { WorkingHours } from '../../src/language/working-time.ts';
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
    ['8wh', '1wd'],
    ['40wh', '1w'],
    ['1wd4wh', '12wh'],
  ])('%s is as long as %s', (one, other) => {
    expect(seconds(one)).toBe(seconds(other));
    expect(seconds(one)).toBeGreaterThan(0);
  });

  const shifts = (days: number, hours: number): WorkingHours => ({
    week: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < days ? [{ from: 0, until: hours * 60 }] : [])),
  });

  it.each([
    [6, 8, '6wd', '1w'],
    [6, 8, '48wh', '1w'],
    [7, 24, '1wd', '1d'],
    [7, 24, '1wh', '1h'],
    [4, 10, '10wh', '1wd'],
    [4, 10, '4wd', '7d'],
  ])('on %i days of %i hours a week, %s is as long as %s', (days, hours, one, other) => {
    const inSeconds = (text: string): number =>
      durationSeconds(readDuration(text).parts, shifts(days, hours));
    expect(inSeconds(one)).toBe(inSeconds(other));
  });

  it('makes a working day the mean of unequal ones', () => {
    const hours: WorkingHours = {
      week: [[{ from: 0, until: 600 }], [{ from: 0, until: 360 }], [], [], [], [], []],
    };
    expect(durationSeconds(readDuration('8wh').parts, hours)).toBe(
      durationSeconds(readDuration('1wd').parts, hours),
    );
    expect(durationSeconds(readDuration('2wd').parts, hours)).toBe(7 * 86_400);
  });

  it('counts nothing said for a week without any work', () => {
    const idle: WorkingHours = { week: [[], [], [], [], [], [], []] };
    expect(durationSeconds(readDuration('1wd4wh').parts, idle)).toBe(seconds('1wd4wh'));
  });

  it('counts a working day as a day, and a working hour as its share of one, where days are counted', () => {
    expect(dayCountSeconds(readDuration('1wd').parts)).toBe(86_400);
    expect(dayCountSeconds(readDuration('4wh').parts)).toBe(43_200);
    expect(dayCountSeconds(readDuration('1d4wh').parts)).toBe(86_400 + 43_200);
  });
});
