import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeText } from '../../src/language/hours-group.ts';
import { readWorkingHours } from '../../src/language/read-working-hours.ts';
import { weekdays } from '../../src/language/weekday-names.ts';
import {
  usualHours,
  type WorkingHours,
  workingDaysAWeek,
  workingSecondsADay,
} from '../../src/language/working-time.ts';

/** Each day on which people work, with its times. */
const said = ({ week }: WorkingHours): string =>
  week
    .flatMap((ranges, day) =>
      ranges.length === 0 ? [] : [`${weekdays[day]} ${ranges.map(rangeText).join(' ')}`],
    )
    .join(', ');
const days = (...names: readonly string[]) => names.map((name) => `${name} 09:00-17:00`).join(', ');
const fiveDays = days('Mon', 'Tue', 'Wed', 'Thu', 'Fri');

describe('hours that are written as they should be', () => {
  it.each([
    ['Mon-Fri 09:00-17:00', fiveDays],
    ['Mon–Fri 09:00–17:00', fiveDays],
    ['Monday - Friday 9:00 - 17:00', fiveDays],
    ['mo-fr 09:00-17:00', fiveDays],
    ['Mon, Wed 09:00-17:00', days('Mon', 'Wed')],
    ['Mon-Tue, Sat 09:00-17:00', days('Mon', 'Tue', 'Sat')],
    ['Mon 09:00-12:00, 13:00-17:00', 'Mon 09:00-12:00 13:00-17:00'],
    ['Mon 13:00-17:00, 09:00-12:00', 'Mon 09:00-12:00 13:00-17:00'],
    ['Mon 09:00-12:00, 12:00-17:00', 'Mon 09:00-17:00'],
    ['Mon 09:00-17:00, Tue 09:00-13:00', 'Mon 09:00-17:00, Tue 09:00-13:00'],
    ['Sat-Mon 10:00-12:00', 'Mon 10:00-12:00, Sat 10:00-12:00, Sun 10:00-12:00'],
    ['Mon 00:00-24:00', 'Mon 00:00-24:00'],
    ['Mon-Tue 22:00-06:00', 'Mon 22:00-06:00, Tue 22:00-06:00'],
  ])('%s', (text, expected) => {
    const { value, problems } = readWorkingHours([text]);
    expect(problems).toEqual([]);
    expect(said(value)).toBe(expected);
  });

  it('can stand in several texts', () => {
    const { value, problems } = readWorkingHours(['Mon-Tue 09:00-17:00', 'Wed 09:00-13:00, Sat 10:00-12:00']);
    expect(problems).toEqual([]);
    expect(said(value)).toBe('Mon 09:00-17:00, Tue 09:00-17:00, Wed 09:00-13:00, Sat 10:00-12:00');
  });

  it('that nobody writes are five days of eight hours', () => {
    expect(readWorkingHours([])).toEqual({ value: usualHours, problems: [] });
    expect(said(usualHours)).toBe(fiveDays);
  });

  it('count a night for the day on which it begins', () => {
    const { value } = readWorkingHours(['Mon-Fri 22:00-06:00']);
    expect([workingDaysAWeek(value), workingSecondsADay(value)]).toEqual([5, 8 * 3600]);
  });

  it('make a working day their mean, where days are unequal', () => {
    const { value } = readWorkingHours(['Mon-Thu 08:00-16:30, Fri 08:00-14:00']);
    expect(workingSecondsADay(value)).toBe(8 * 3600);
  });
});

describe('hours of which is clear what is meant', () => {
  it.each([
    ['Mo-Fr 9-17', 'Mon-Fri 09:00-17:00'],
    ['Mon-Fri 9am-5pm', 'Mon-Fri 09:00-17:00'],
    ['Mon-Fri 9 am to 5 p.m.', 'Mon-Fri 09:00-17:00'],
    ['Mon-Fri 9:30am - 12pm', 'Mon-Fri 09:30-12:00'],
    ['Mon to Fri 09:00-17:00', 'Mon-Fri 09:00-17:00'],
    ['Mon-Fri: 09:00-17:00', 'Mon-Fri 09:00-17:00'],
    ['Mon-Fri, 09:00-17:00', 'Mon-Fri 09:00-17:00'],
    ['Mon-Fri from 09:00 until 17:00', 'Mon-Fri 09:00-17:00'],
    ['Mo.-Fr. 9.00-17.00 Uhr', 'Mon-Fri 09:00-17:00'],
    ['Montag bis Freitag 9 bis 17 Uhr', 'Mon-Fri 09:00-17:00'],
    ['lun-ven 9h-17h', 'Mon-Fri 09:00-17:00'],
    ['lun-ven 9h30-17h', 'Mon-Fri 09:30-17:00'],
    ['пн-пт 09:00-17:00', 'Mon-Fri 09:00-17:00'],
    ["א'-ה' 09:00-17:00", 'Sun-Thu 09:00-17:00'],
    ['Mon and Tue 0900-1700', 'Mon, Tue 09:00-17:00'],
    ['weekdays 09:00-17:00', 'Mon-Fri 09:00-17:00'],
    ['daily 09:00-17:00', 'Mon-Sun 09:00-17:00'],
    ['Mon-Fri 09:00-17:00; Sat 10:00-14:00', 'Mon-Fri 09:00-17:00, Sat 10:00-14:00'],
    ['Mon-Fri 09:00-17:00 Sat 10:00-14:00', 'Mon-Fri 09:00-17:00, Sat 10:00-14:00'],
    ['Mon 09:00-12:00 13:00-17:00', 'Mon 09:00-12:00, 13:00-17:00'],
    ['Mon-Fri 09:00-17:00, Sun closed', 'Mon-Fri 09:00-17:00'],
    ['Mon-Fri 09:00-17:00,', 'Mon-Fri 09:00-17:00'],
    ['Fri 18:00-00:00', 'Fri 18:00-24:00'],
    ['24/7', 'Mon-Sun 00:00-24:00'],
    ['Mon-Fri 9-12', 'Mon-Fri 09:00-12:00'],
    ['Mon-Fri 22-6', 'Mon-Fri 22:00-06:00'],
  ])('%s is %s', (text, repaired) => {
    const { value, problems } = readWorkingHours([text]);
    expect(problems).toEqual([
      {
        text: 0,
        span: { start: 0, end: text.length },
        message: `“${text}” is written “${repaired}”`,
        help: `Write ${repaired}`,
        repaired,
      },
    ]);
    expect(readWorkingHours([repaired])).toEqual({ value, problems: [] });
  });
});

describe('hours that nobody can be sure of', () => {
  it.each([
    ['', '', 'These hours say nothing', fiveDays],
    ['09:00-17:00', '09:00-17:00', 'These hours do not say on which days', fiveDays],
    ['Mon-Fri', 'Mon-Fri', '“Mon-Fri” has no times', fiveDays],
    ['Mon-Fri 09:00-17:00, Sat', 'Sat', '“Sat” has no times', fiveDays],
    ['Mon-Fri 09:00', '09:00', '“09:00” says no time from which until which people work', fiveDays],
    ['Mon-Fri 9-5', '9-5', '“9-5” can be read in two ways', fiveDays],
    ['Mon-Fri 9-5pm', '9-5pm', '“9-5pm” can be read in two ways', fiveDays],
    ['Mon 1-5pm', '1-5pm', '“1-5pm” can be read in two ways', 'Mon 13:00-17:00'],
    ['Mon-Fri 9am-5', '9am-5', '“9am-5” can be read in two ways', fiveDays],
    ['Mon 09:00-25:00', '25:00', '“25:00” is no time of day', fiveDays],
    ['Mon 09:70-12:00, Tue 09:00-17:00', '09:70', '“09:70” is no time of day', days('Tue')],
    ['Mon 13pm-17:00', '13pm', '“13pm” is no time of day', fiveDays],
    ['Mon 09:00-09:00', '09:00-09:00', '“09:00-09:00” is no time to work in', fiveDays],
    ['Mon 24:00-06:00', '24:00-06:00', '“24:00-06:00” is no time to work in', fiveDays],
    ['Mon-Fry 09:00-17:00', '-', '“-” is no day and no time', days('Mon')],
    ['Mon whenever 09:00-17:00', 'whenever', '“whenever” is no day and no time', days('Mon')],
    ['Sun closed', 'Sun closed', 'These hours leave no time to work in', fiveDays],
    [
      'Mon 09:00-17:00, 16:00-18:00',
      'Mon 09:00-17:00, 16:00-18:00',
      'The times of “Mon 09:00-17:00, 16:00-18:00” overlap',
      'Mon 09:00-18:00',
    ],
    [
      'Mon-Fri 09:00-17:00, Fri 09:00-13:00',
      'Fri 09:00-13:00',
      '“Fri 09:00-13:00” and “Mon-Fri 09:00-17:00” overlap on Fri',
      fiveDays,
    ],
    [
      'Sun 22:00-06:00, Mon 05:00-12:00',
      'Mon 05:00-12:00',
      '“Mon 05:00-12:00” and “Sun 22:00-06:00” overlap on Mon',
      'Mon 05:00-12:00, Sun 22:00-06:00',
    ],
  ])('%s', (text, place, message, expected) => {
    const { value, problems } = readWorkingHours([text]);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
    for (const { span, help, repaired } of problems) {
      expect(text.slice(span.start, span.end)).toBe(place);
      expect(help).toMatch(/^[A-Z].*[^.]$/);
      expect(repaired).toBeUndefined();
    }
    expect(said(value)).toBe(expected);
  });

  it('are reported once a text', () => {
    const { problems } = readWorkingHours(['Mon-Fri 09:00-17:00', 'Fri 10:00-12:00', 'Sat', 'nonsense here']);
    expect(problems.map(({ text }) => text)).toEqual([1, 2, 3]);
  });

  it('are read for any texts, in time that grows with their length, and always give some time to work in', () => {
    const pieces = fc.constantFrom(
      'Mon',
      '-',
      'Fri',
      ',',
      ' ',
      '09:00',
      '9',
      'pm',
      'to',
      '24:00',
      'Sonntag',
      ':',
      '..',
      'x',
      '24/7',
      '٣',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.array(pieces, { maxLength: 20 }).map((list) => list.join('')),
          { maxLength: 4 },
        ),
        (texts) => {
          const { value, problems } = readWorkingHours(texts);
          expect(workingSecondsADay(value)).toBeGreaterThan(0);
          for (const { text, span, repaired } of problems) {
            expect(span.end).toBeLessThanOrEqual(texts[text]?.length ?? -1);
            expect(span.start).toBeLessThanOrEqual(span.end);
            if (repaired !== undefined) expect(readWorkingHours([repaired]).problems).toEqual([]);
          }
        },
      ),
    );
    const begin = performance.now();
    readWorkingHours(['Mon-Sun 09:00-17:00, '.repeat(500)]);
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});
