/** A time of day as it is written. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  /** The half of the day, where one is said. */
  readonly half?: 'am' | 'pm';
  /** True where no minutes are written: `9`. */
  readonly isBare: boolean;
}

/** Reads `9`, `09:00`, `9.00`, `9h30`, `0900`, `9am`; undefined for a number that is no time. */
export function readTimeOfDay(text: string): TimeOfDay | undefined {
  const read = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?:\s*([ap]).*)?$/i.exec(text);
  if (read === null) return undefined;
  const [, hour, minute, half] = read;
  return {
    hour: Number(hour),
    minute: Number(minute ?? 0),
    isBare: minute === undefined,
    ...(half !== undefined && { half: half.toLowerCase() === 'a' ? 'am' : 'pm' }),
  };
}

/**
 * The minutes after midnight of two times of day. Where one says its half of the day and the other does not, or both
 * are bare and go backwards as in `9-5`, it is a guess: what is within a day at work.
 */
export function guessedTimes(from: TimeOfDay, until: TimeOfDay) {
  const isHalf = ({ hour, half }: TimeOfDay) => half === undefined && hour >= 1 && hour <= 12;
  const guessesFrom = isHalf(from) && until.half !== undefined;
  const guessesUntil = isHalf(until) && from.half !== undefined;
  const isOffice = isHalf(from) && isHalf(until) && from.isBare && until.isBare && until.hour <= from.hour;
  const half = until.half === 'pm' && from.hour % 12 >= until.hour % 12 ? 'am' : until.half;
  return {
    start: minutesOf(from, guessesFrom ? half : from.half),
    end: minutesOf(until, guessesUntil || isOffice ? 'pm' : until.half),
    isGuess: guessesFrom || guessesUntil || isOffice,
  };
}

const minutesOf = ({ hour, minute }: TimeOfDay, half: TimeOfDay['half']): number =>
  (half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute;
