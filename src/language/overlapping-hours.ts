import { daysOf, groupText, type HoursGroup } from './hours-group.ts';
import { weekdays } from './weekday-names.ts';
import { minutesADay } from './working-time.ts';

/** Two groups that speak of the same time, the one that is written later last, and on which day it is. */
export interface Overlap {
  readonly earlier: HoursGroup;
  readonly later: HoursGroup;
  readonly message: string;
}

/** A range of a group, in minutes of a week that begins on Monday. */
interface RangeInWeek {
  readonly from: number;
  readonly until: number;
  /** The place of its group among them. */
  readonly group: number;
}

const minutesAWeek = 7 * minutesADay;

/** The groups that speak of a time that an earlier one speaks of too, each once, in the order of the groups. */
export function overlapsIn(groups: readonly HoursGroup[]): readonly Overlap[] {
  const ranges = groups
    .flatMap((group, number) => rangesInWeek(group, number))
    .sort((a, b) => a.from - b.from || a.group - b.group);
  const found = new Map<number, Overlap>();
  let longest: RangeInWeek | undefined;
  for (const range of ranges) {
    if (longest !== undefined && range.from < longest.until) {
      const number = Math.max(range.group, longest.group);
      const [earlier, later] = [groups[Math.min(range.group, longest.group)], groups[number]];
      if (earlier !== undefined && later !== undefined && !found.has(number))
        found.set(number, { earlier, later, message: messageOf(earlier, later, range.from) });
    }
    if (longest === undefined || range.until > longest.until) longest = range;
  }
  return [...found].sort(([a], [b]) => a - b).map(([, overlap]) => overlap);
}

/** What goes on after Sunday's midnight stands on Monday too. */
function rangesInWeek(group: HoursGroup, number: number): readonly RangeInWeek[] {
  return [...daysOf(group)].flatMap((day) =>
    group.ranges.flatMap(({ from, until }) => {
      const range = { from: day * minutesADay + from, until: day * minutesADay + until, group: number };
      const again = { ...range, from: range.from - minutesAWeek, until: range.until - minutesAWeek };
      return again.until > 0 ? [range, again] : [range];
    }),
  );
}

function messageOf(earlier: HoursGroup, later: HoursGroup, minute: number): string {
  const day = weekdays[Math.floor((((minute % minutesAWeek) + minutesAWeek) % minutesAWeek) / minutesADay)];
  return earlier === later
    ? `The times of “${groupText(later)}” overlap`
    : `“${groupText(later)}” and “${groupText(earlier)}” overlap on ${day}`;
}
