import {
  usualHours,
  type WorkingHours,
  workingDaysAWeek,
  workingSecondsADay,
  workingSecondsAWeek,
} from './working-time.ts';

/** The units of a duration, from large to small: the order in which a joined duration names them. */
export const durationUnits = ['mo', 'w', 'wd', 'd', 'wh', 'h', 'min', 's'] as const;
export type DurationUnit = (typeof durationUnits)[number];

export interface DurationPart {
  readonly value: number;
  readonly unit: DurationUnit;
}

/** A duration as written, from large to small: `1h30min` has two parts. Empty only where it could not be read. */
export type Duration = readonly DurationPart[];

export const hourSeconds = 3600;
export const daySeconds = 24 * hourSeconds;
export const weekSeconds = 7 * daySeconds;

/** Seconds of time by the calendar in each of its units; a month counts as 30 days. */
const calendarSeconds: Readonly<Record<Exclude<DurationUnit, 'wd' | 'wh'>, number>> = {
  mo: 30 * daySeconds,
  w: weekSeconds,
  d: daySeconds,
  h: hourSeconds,
  min: 60,
  s: 1,
};

/**
 * The seconds that pass by the calendar while people work for so many: as many working days as a week has make a week.
 */
export const elapsedWhileWorking = (seconds: number, hours: WorkingHours): number =>
  seconds === 0 ? 0 : (seconds * weekSeconds) / workingSecondsAWeek(hours);

/** The seconds of a duration in which people work: those of its working days and working hours, 0 in `3d`. */
export const workingSecondsOf = (parts: Duration, hours: WorkingHours = usualHours): number =>
  parts.reduce((sum, { value, unit }) => {
    if (unit === 'wd') return sum + value * workingSecondsADay(hours);
    return unit === 'wh' ? sum + value * hourSeconds : sum;
  }, 0);

/** The seconds of a duration that are written in units of the calendar: none in `3wd4wh`. */
export const calendarSecondsOf = (parts: Duration): number =>
  parts.reduce(
    (sum, { value, unit }) => sum + (unit === 'wd' || unit === 'wh' ? 0 : value * calendarSeconds[unit]),
    0,
  );

/**
 * Elapsed seconds, for comparing and adding: what a customer waits, on average. As many working days as a week has
 * count as a week, so that of five days a week each is 7/5 of a day, and a working hour as its share of a working day.
 */
export const durationSeconds = (parts: Duration, hours: WorkingHours = usualHours): number =>
  parts.reduce((sum, part) => sum + secondsOfPart(part, hours), 0);

function secondsOfPart({ value, unit }: DurationPart, hours: WorkingHours): number {
  if (unit === 'wd') return (value * weekSeconds) / workingDaysAWeek(hours);
  return unit === 'wh' ? elapsedWhileWorking(value * hourSeconds, hours) : value * calendarSeconds[unit];
}

/**
 * Seconds in which a working day is a day like any other, for limits of days within which somebody must hear something:
 * what is done within one working day is done within a day.
 */
export const dayCountSeconds = (parts: Duration, hours: WorkingHours = usualHours): number =>
  calendarSecondsOf(parts) + (workingSecondsOf(parts, hours) / workingSecondsADay(hours)) * daySeconds;
