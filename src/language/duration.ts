/** The units of a duration, from large to small: the order in which a joined duration names them. */
export const durationUnits = ['mo', 'w', 'wd', 'd', 'h', 'min', 's'] as const;
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

/** The elapsed seconds of one working day: five of them are a week. */
export const workingDaySeconds = weekSeconds / 5;

/**
 * Seconds of elapsed time in each unit. A working day counts as 7/5 of a day, so that five of them are a week, and a
 * month as 30 days: what a customer waits, on average, and all that comparing limits needs.
 */
const secondsOf: Readonly<Record<DurationUnit, number>> = {
  mo: 30 * daySeconds,
  w: weekSeconds,
  wd: workingDaySeconds,
  d: daySeconds,
  h: hourSeconds,
  min: 60,
  s: 1,
};

/** Elapsed seconds, for comparing and adding. */
export const durationSeconds = (parts: Duration): number =>
  parts.reduce((sum, { value, unit }) => sum + value * secondsOf[unit], 0);

/** The working days of a duration that are written as such: 3 in `3wd4h`, none in `3d`. */
export const workingDaysOf = (parts: Duration): number =>
  parts.reduce((sum, { value, unit }) => sum + (unit === 'wd' ? value : 0), 0);

/**
 * Seconds in which a working day is a day like any other, for limits of days within which somebody must hear something:
 * what is done within one working day is done within a day.
 */
export const dayCountSeconds = (parts: Duration): number =>
  durationSeconds(parts) - workingDaysOf(parts) * (workingDaySeconds - daySeconds);
