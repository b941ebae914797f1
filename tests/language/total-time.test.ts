import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationSeconds } from '../../src/language/duration.ts';
import {
  addTotals,
  elapsedSeconds,
  noTime,
  partsOfTotal,
  timesTotal,
  totalOf,
  unknownTime,
} from '../../src/language/total-time.ts';
import { formatTotal, wordsFor } from '../../src/language/words.ts';
import { usualHours, type WorkingHours } from '../../src/language/working-time.ts';
import { spelledTotal } from '../../src/lint/wording.ts';
import { readDuration } from './read-duration.ts';

/** The sum of several times. */
const sum = (times: readonly string[], hours: WorkingHours = usualHours) =>
  times.reduce((total, text) => addTotals(total, totalOf(readDuration(text), hours)), noTime);

const days = (lengths: readonly number[]): WorkingHours => ({
  week: lengths.map((length) => (length === 0 ? [] : [{ from: 480, until: 480 + length * 60 }])),
});
const allDay: WorkingHours = { week: [0, 1, 2, 3, 4, 5, 6].map(() => [{ from: 0, until: 1440 }]) };

describe('a sum of times', () => {
  it.each([
    [['6wd'], '6 working days'],
    [['2wd', '3wh'], '2 working days 3 working hours'],
    [['4wh', '4wh'], '1 working day'],
    [['4wh', '3wh'], '7 working hours'],
    [['1wd4wh', '1wd6wh'], '3 working days 2 working hours'],
    [['6wd', '4h'], '6 working days 4 hours'],
    [['6wd', '2w'], '2 weeks and 6 working days'],
    [['4wh', '1d'], '1 day and 4 working hours'],
    [['1d', '3h'], '1 day 3 hours'],
    [['2w', '10min'], '14 days 10 minutes'],
    [['120d', '1h'], '121 days'],
    [['90s'], '1 minute 30 seconds'],
    [[], 'no time'],
  ])('of %j is said as %s', (times, said) => {
    expect(spelledTotal(sum(times))).toBe(said);
  });

  it('says working time in days of the length that they have', () => {
    expect(spelledTotal(sum(['12wh'], days([6, 6, 6, 6, 6, 0, 0])), days([6, 6, 6, 6, 6, 0, 0]))).toBe(
      '2 working days',
    );
    expect(spelledTotal(sum(['1wd', '1wd'], days([8, 8, 8, 8, 5, 0, 0])), days([8, 8, 8, 8, 5, 0, 0]))).toBe(
      '2 working days',
    );
    expect(spelledTotal(sum(['1wd', '8wh'], days([8, 8, 8, 8, 6, 0, 0])), days([8, 8, 8, 8, 6, 0, 0]))).toBe(
      '2 working days 0.4 working hours',
    );
  });

  it('is said in the words of each language', () => {
    const total = sum(['2wd', '4wh', '1w']);
    expect(formatTotal(total, wordsFor('en'))).toContain('2\u00a0working days');
    expect(formatTotal(sum(['6wd']), wordsFor('de'))).toBe('6\u00a0Arbeitstage');
    expect(formatTotal(noTime, wordsFor('fr'))).toBe('');
  });

  it('is as long as all of it, whatever the hours and the order', () => {
    const part = fc.tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('mo', 'w', 'wd', 'd', 'wh', 'h', 'min', 's'),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 6 }),
        fc.constantFrom(usualHours, allDay, days([7, 9, 0, 0, 0, 3, 0])),
        (list, hours) => {
          const times = list.map(([value, unit]) => `${value}${unit}`);
          const expected = times.reduce((all, text) => all + durationSeconds(readDuration(text), hours), 0);
          expect(elapsedSeconds(sum(times, hours), hours)).toBeCloseTo(expected, 3);
          expect(elapsedSeconds(sum([...times].reverse(), hours), hours)).toBeCloseTo(expected, 3);
        },
      ),
    );
  });

  it('stays unknown once something in it is, and can be taken several times', () => {
    expect(addTotals(totalOf(readDuration('1h')), unknownTime)).toEqual({
      working: 0,
      calendar: 3600,
      unknown: true,
    });
    expect(timesTotal(sum(['1wd', '1h']), 3)).toEqual(sum(['3wd', '3h']));
    expect(timesTotal(unknownTime, 0)).toEqual(noTime);
  });

  it('says of a sum of working time nothing by the calendar, and of one by the calendar no working time', () => {
    const units = (times: readonly string[]) =>
      partsOfTotal(sum(times)).map((parts) => parts.map(({ unit }) => unit));
    expect(units(['6wd', '3wh'])).toEqual([['wd', 'wh']]);
    expect(units(['9d', '3h'])).toEqual([['d', 'h']]);
    expect(units(['1d', '1wd'])).toEqual([['d'], ['wd']]);
  });
});
