import { type NamedDays, weekdays } from './weekday-names.ts';
import { minutesADay, type WorkingRange } from './working-time.ts';

/** A place in a text, in UTF-16 offsets. */
export interface PlaceInText {
  readonly start: number;
  readonly end: number;
}

/** Days that follow each other, by the first and the last of them; they can go over the end of a week. */
export type DayRow = Pick<NamedDays, 'first' | 'last'>;

/** Days, and when people work on them, as one of the texts of `hours` says it. */
export interface HoursGroup {
  readonly text: number;
  readonly place: PlaceInText;
  readonly rows: readonly DayRow[];
  readonly ranges: readonly WorkingRange[];
}

/** The days of a group, Monday being 0, each once. */
export const daysOf = ({ rows }: Pick<HoursGroup, 'rows'>): ReadonlySet<number> =>
  new Set(
    rows.flatMap(({ first, last }) =>
      Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, more) => (first + more) % 7),
    ),
  );

/** A group as it should be written. */
export const groupText = ({ rows, ranges }: Pick<HoursGroup, 'rows' | 'ranges'>): string =>
  `${rows.map(rowText).join(', ')} ${ranges.map(rangeText).join(', ')}`;

const rowText = ({ first, last }: DayRow): string =>
  first === last ? `${weekdays[first]}` : `${weekdays[first]}-${weekdays[last]}`;

/** A range as it should be written: `22:00-06:00` for one that goes on after midnight. */
export const rangeText = ({ from, until }: WorkingRange): string =>
  `${clock(from)}-${clock(until > minutesADay ? until - minutesADay : until)}`;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
