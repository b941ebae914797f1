import {
  calendarSecondsOf,
  type Duration,
  type DurationPart,
  type DurationUnit,
  daySeconds,
  elapsedWhileWorking,
  hourSeconds,
  weekSeconds,
  workingSecondsOf,
} from './duration.ts';
import { usualHours, type WorkingHours, workingSecondsADay } from './working-time.ts';

/**
 * A sum of times, in which working time stays apart from time by the calendar: six working days are not eight days and
 * ten hours for whoever promised six working days.
 */
export interface TotalTime {
  /** Seconds in which people work. */
  readonly working: number;
  /** Seconds by the calendar; without end where a sum has none. */
  readonly calendar: number;
  /** True where something is in it of which nobody knows how long it takes: then it is at least so much. */
  readonly unknown: boolean;
}

export const noTime: TotalTime = { working: 0, calendar: 0, unknown: false };

/** A time that nobody knows. */
export const unknownTime: TotalTime = { ...noTime, unknown: true };

/** A duration as a sum of one. */
export const totalOf = (parts: Duration, hours: WorkingHours = usualHours): TotalTime => ({
  working: workingSecondsOf(parts, hours),
  calendar: calendarSecondsOf(parts),
  unknown: false,
});

export const addTotals = (one: TotalTime, other: TotalTime): TotalTime => ({
  working: one.working + other.working,
  calendar: one.calendar + other.calendar,
  unknown: one.unknown || other.unknown,
});

/** A time so many times, 0 or more. */
export const timesTotal = ({ working, calendar, unknown }: TotalTime, times: number): TotalTime =>
  times === 0 ? noTime : { working: working * times, calendar: calendar * times, unknown };

/** The seconds that pass, of those that are known. For comparing, round them: shares of a week are not whole. */
export const elapsedSeconds = ({ working, calendar }: TotalTime, hours: WorkingHours = usualHours): number =>
  calendar + elapsedWhileWorking(working, hours);

/** `elapsedSeconds`, but a working day is a day like any other; see `dayCountSeconds`. */
export const dayCountOf = ({ working, calendar }: TotalTime, hours: WorkingHours = usualHours): number =>
  calendar + (working === 0 ? 0 : (working / workingSecondsADay(hours)) * daySeconds);

/**
 * A sum in the units in which it is said, a list for each of its kinds where it has two that are apart: `6wd`, `2wd3h`,
 * but `2w` and `6wd`. Working time is said in working days and hours, time by the calendar in its two largest units.
 * No list for no time. The sum must not be without end.
 */
export function partsOfTotal(
  { working, calendar }: TotalTime,
  hours: WorkingHours = usualHours,
): readonly Duration[] {
  const atWork = workingParts(working, workingSecondsADay(hours));
  const rest = Math.round(calendar);
  const others = calendarParts(rest);
  const groups = rest < daySeconds ? [[...atWork, ...others]] : [others, atWork];
  return groups.filter((parts) => parts.length > 0);
}

/** Working days and what is left in working hours, to a hundredth. */
function workingParts(seconds: number, aDay: number): Duration {
  const hundredth = hourSeconds / 100;
  const whole = Math.floor((seconds + hundredth / 2) / aDay);
  const hours = Math.max(0, Math.round((seconds - whole * aDay) / hundredth)) / 100;
  return [
    { value: whole, unit: 'wd' as const },
    { value: hours, unit: 'wh' as const },
  ].filter(({ value }) => value > 0);
}

const calendarUnits = [
  { seconds: weekSeconds, unit: 'w' },
  { seconds: daySeconds, unit: 'd' },
  { seconds: hourSeconds, unit: 'h' },
  { seconds: 60, unit: 'min' },
  { seconds: 1, unit: 's' },
] as const satisfies readonly { readonly seconds: number; readonly unit: DurationUnit }[];

/**
 * Time by the calendar as it is said: `2d3h`, the largest unit that fits and the next one, rounded. Weeks only where it
 * is whole weeks, as nobody compares five weeks and six days with a promise of 24 days; of a hundred days no hours, but
 * the day that has begun. Empty for less than a second.
 */
export function calendarParts(seconds: number): Duration {
  const first = calendarUnits.findIndex(
    (each) => seconds >= each.seconds && (each.unit !== 'w' || seconds % each.seconds === 0),
  );
  const large = calendarUnits[first];
  if (large === undefined) return [];
  if (large.unit === 'd' && seconds > 100 * large.seconds)
    return [{ value: Math.ceil(seconds / large.seconds), unit: large.unit }];
  const small = calendarUnits[first + 1];
  const rounded =
    small === undefined ? Math.round(seconds) : Math.round(seconds / small.seconds) * small.seconds;
  const value = Math.floor(rounded / large.seconds);
  const whole: DurationPart = { value, unit: large.unit };
  const rest = small === undefined ? 0 : Math.round((rounded - value * large.seconds) / small.seconds);
  if (small !== undefined && rest > 0) return [whole, { value: rest, unit: small.unit }];
  const exactRest = Math.round(seconds - value * large.seconds);
  // A little over is over: `14 days 10 minutes` breaks a promise of two weeks.
  const second = calendarUnits.find((each) => each.seconds <= exactRest);
  return second === undefined
    ? [whole]
    : [whole, { value: Math.floor(exactRest / second.seconds), unit: second.unit }];
}
