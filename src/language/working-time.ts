/**
 * A time in which people work: from one minute of a day to another, in minutes after midnight. Above 1440 it goes on in
 * the day after: `22:00-06:00` is from 1320 to 1800.
 */
export interface WorkingRange {
  readonly from: number;
  readonly until: number;
}

/**
 * When people work, as the property `hours` says it: local wall time, without time zones. A record with one member, so
 * that days on which nobody works although it is their day of the week can come to stand beside it.
 */
export interface WorkingHours {
  /**
   * The ranges of seven days, Monday first, each day's in their order and apart from each other. A range belongs to the
   * day on which it begins, so that nights from Monday to Friday are five working days.
   */
  readonly week: readonly (readonly WorkingRange[])[];
}

/** The minutes of a day: `24:00` is the midnight at its end. */
export const minutesADay = 24 * 60;

/** Five days of eight hours: what counts where nothing is said. */
export const usualHours: WorkingHours = {
  week: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [{ from: 9 * 60, until: 17 * 60 }] : [])),
};

/** How many days of a week people work on: at least one. */
export const workingDaysAWeek = (hours: WorkingHours): number =>
  workedDays(hours).filter((ranges) => ranges.length > 0).length;

/** The seconds of a week in which people work. */
export const workingSecondsAWeek = (hours: WorkingHours): number =>
  workedDays(hours)
    .flat()
    .reduce((sum, { from, until }) => sum + (until - from) * 60, 0);

/** The seconds of a working day: their mean, where days are unequal. */
export const workingSecondsADay = (hours: WorkingHours): number =>
  workingSecondsAWeek(hours) / workingDaysAWeek(hours);

/** A week without any work would make a working day endless; it counts as nothing said. */
const workedDays = ({ week }: WorkingHours): WorkingHours['week'] =>
  week.some((ranges) => ranges.some(({ from, until }) => until > from)) ? week : usualHours.week;
