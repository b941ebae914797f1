import {
  type DayRow,
  daysOf,
  groupText,
  type HoursGroup,
  type PlaceInText,
  rangeText,
} from './hours-group.ts';
import { type HoursToken, hoursTokens } from './hours-tokens.ts';
import { overlapsIn } from './overlapping-hours.ts';
import { guessedTimes, type TimeOfDay } from './time-of-day.ts';
import { weekdays } from './weekday-names.ts';
import { minutesADay, usualHours, type WorkingHours, type WorkingRange } from './working-time.ts';

/** What is wrong with a text of `hours`, and where. */
export interface HoursProblem {
  /** Which of the texts it is. */
  readonly text: number;
  /** The place in that text, in UTF-16 offsets. */
  readonly span: PlaceInText;
  readonly message: string;
  readonly help: string;
  /** The whole text as it should be written, where that is certain. */
  readonly repaired?: string;
}

export interface ReadHours {
  /** What could be read; five days of eight hours where nothing could. */
  readonly value: WorkingHours;
  /** One at most of each text, in their order. */
  readonly problems: readonly HoursProblem[];
}

/**
 * Reads what `hours` says: days, then the times at which people work on them, and again, with commas between:
 * `Mon-Thu 08:00-12:00, 13:00-17:00, Fri 08:00-13:00`. Several texts are read as one. English names of days, long and
 * short, are taken as they are; what is clear in another way is read and reported with the right form. A time that ends
 * earlier than it begins goes on in the day after.
 */
export function readWorkingHours(texts: readonly string[]): ReadHours {
  const read = texts.map((text, number) => readText(text, number));
  const groups = read.flatMap((each) => each.groups);
  const overlaps = overlapsIn(groups);
  const problems = read.flatMap(({ problem }, text): readonly HoursProblem[] => {
    if (problem !== undefined) return [problem];
    const overlap = overlaps.find(({ later }) => later.text === text);
    if (overlap === undefined) return [];
    const help = 'Write the hours of each day once, and leave the day out of the others';
    return [{ text, span: overlap.later.place, message: overlap.message, help }];
  });
  const week = weekdays.map((_, day) =>
    merged(groups.flatMap((group) => (daysOf(group).has(day) ? group.ranges : []))),
  );
  return { value: week.some((ranges) => ranges.length > 0) ? { week } : usualHours, problems };
}

/** Ranges in their order, those that touch or overlap as one. */
function merged(ranges: readonly WorkingRange[]): readonly WorkingRange[] {
  const apart: WorkingRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const before = apart.at(-1);
    if (before === undefined || before.until < range.from) apart.push(range);
    else apart[apart.length - 1] = { from: before.from, until: Math.max(before.until, range.until) };
  }
  return apart;
}

const form = 'Write days and times, for example: Mon-Fri 09:00-17:00';

interface ReadText {
  readonly groups: readonly HoursGroup[];
  readonly problem?: HoursProblem;
}

function readText(text: string, number: number): ReadText {
  if (/^\s*24\s*[/x]\s*7\s*$/i.test(text)) return allTheTime(text, number);
  const reader = new HoursReader(text, number);
  return reader.read();
}

function allTheTime(text: string, number: number): ReadText {
  const place = { start: 0, end: text.length };
  const groups = [
    { text: number, place, rows: [{ first: 0, last: 6 }], ranges: [{ from: 0, until: minutesADay }] },
  ];
  return { groups, problem: spelling(text, number, groups) };
}

/** The finding of a text that is clear, but written otherwise than it should be. */
function spelling(text: string, number: number, groups: readonly HoursGroup[]): HoursProblem {
  const repaired = groups.map(groupText).join(', ');
  return {
    text: number,
    span: { start: 0, end: text.length },
    message: `“${text.trim()}” is written “${repaired}”`,
    help: `Write ${repaired}`,
    repaired,
  };
}

/** A group while it is read: with its days only, with times, or said to be closed. */
interface OpenGroup {
  place: PlaceInText;
  readonly rows: DayRow[];
  readonly ranges: WorkingRange[];
  state: 'days' | 'times' | 'closed';
}

/** Reads one text, part by part, and notes what is wrong first. */
class HoursReader {
  private readonly tokens: readonly HoursToken[];
  private readonly groups: OpenGroup[] = [];
  private problem: HoursProblem | undefined;
  private isUsual: boolean;
  private at = 0;

  private readonly text: string;
  private readonly number: number;

  constructor(text: string, number: number) {
    const tokens = hoursTokens(text);
    this.text = text;
    this.number = number;
    this.tokens = tokens.filter(({ kind }) => kind !== 'filler');
    this.isUsual = tokens.length === this.tokens.length;
  }

  read(): ReadText {
    for (let token = this.tokens[0]; token !== undefined; token = this.tokens[this.at]) this.take(token);
    for (const { place, state } of this.groups)
      if (state === 'days')
        this.report(place, `“${this.text.slice(place.start, place.end)}” has no times`, form);
    const groups = this.groups
      .filter(({ ranges }) => ranges.length > 0)
      .map(({ place, rows, ranges }): HoursGroup => ({ text: this.number, place, rows, ranges }));
    if (groups.length === 0) {
      const message =
        this.groups.length === 0 ? 'These hours say nothing' : 'These hours leave no time to work in';
      this.report({ start: 0, end: this.text.length }, message, form);
    }
    const { problem } = this;
    if (problem !== undefined) return { groups, problem };
    return this.isUsual ? { groups } : { groups, problem: spelling(this.text, this.number, groups) };
  }

  private take(token: HoursToken): void {
    if (token.kind !== 'time') this.isUsual &&= token.isUsual;
    switch (token.kind) {
      case 'days':
        this.takeDays(token);
        return;
      case 'time':
        this.takeTimes(token);
        return;
      case 'comma':
        this.takeComma(token);
        return;
      case 'closed': {
        const group = this.groups.at(-1);
        if (group?.state === 'days') group.state = 'closed';
        break;
      }
      case 'filler':
        break;
      case 'dash':
      case 'junk':
        this.report(token, `“${token.text}” is no day and no time`, form);
        break;
    }
    this.at += 1;
  }

  private takeDays({ start, end, days = { first: 0, last: 0, isUsual: true } }: HoursToken): void {
    const dash = this.next(1);
    const until = dash?.kind === 'dash' ? this.next(2) : undefined;
    const last = until?.kind === 'days' ? until : undefined;
    if (last !== undefined) this.isUsual &&= last.isUsual && dash?.isUsual === true;
    const row = { first: days.first, last: (last?.days ?? days).last };
    const place = { start, end: last?.end ?? end };
    const open = this.groups.at(-1);
    // Behind other days there is a comma, and behind their times.
    if (open !== undefined && this.previous()?.kind !== 'comma') this.isUsual = false;
    if (open?.state === 'days') {
      open.rows.push(row);
      open.place = { start: open.place.start, end: place.end };
    } else this.groups.push({ place, rows: [row], ranges: [], state: 'days' });
    this.at += last === undefined ? 1 : 3;
  }

  private takeTimes(token: HoursToken): void {
    const dash = this.next(1);
    const last = dash?.kind === 'dash' ? this.next(2) : undefined;
    const range =
      dash === undefined || last?.time === undefined || token.time === undefined
        ? undefined
        : this.rangeOf(token, token.time, last, last.time);
    if (dash === undefined || last?.time === undefined)
      this.report(token, `“${token.text}” says no time from which until which people work`, form);
    else this.isUsual &&= token.isUsual && dash.isUsual && last.isUsual;
    const place = { start: token.start, end: (last ?? token).end };
    const group = this.groups.at(-1) ?? this.groupOfNoDays(place);
    // Behind days there is no comma, behind other times there is one.
    if ((this.previous()?.kind === 'comma') !== (group.state === 'times')) this.isUsual = false;
    group.state = 'times';
    group.place = { start: group.place.start, end: place.end };
    if (range !== undefined) group.ranges.push(range);
    this.at += last?.time === undefined ? 1 : 3;
  }

  private groupOfNoDays(place: PlaceInText): OpenGroup {
    this.report(place, 'These hours do not say on which days', form);
    const group: OpenGroup = { place, rows: [{ first: 0, last: 4 }], ranges: [], state: 'days' };
    this.groups.push(group);
    return group;
  }

  private takeComma(token: HoursToken): void {
    const next = this.next(1)?.kind;
    if (this.at === 0 || (next !== 'days' && next !== 'time')) this.isUsual = false;
    if (token.text !== ',') this.isUsual = false;
    this.at += 1;
  }

  /** The time from one time of day to another; undefined, and reported, where that is none. */
  private rangeOf(
    first: HoursToken,
    from: TimeOfDay,
    last: HoursToken,
    until: TimeOfDay,
  ): WorkingRange | undefined {
    const place = { start: first.start, end: last.end };
    for (const [token, time] of [
      [first, from],
      [last, until],
    ] as const)
      if (
        time.hour > 24 ||
        time.minute > 59 ||
        (time.hour === 24 && time.minute > 0) ||
        (time.half && time.hour > 12)
      ) {
        this.report(token, `“${token.text}” is no time of day`, 'Times of day are from 00:00 to 24:00');
        return undefined;
      }
    const guessed = guessedTimes(from, until);
    const { start, end } = guessed;
    const written = this.text.slice(place.start, place.end);
    if (start === minutesADay || start === end) {
      const help =
        start === end ? 'For a whole day, write 00:00-24:00' : 'Midnight at the beginning of a day is 00:00';
      this.report(place, `“${written}” is no time to work in`, help);
      return undefined;
    }
    if (end === 0) this.isUsual = false;
    const range = { from: start, until: end <= start ? end + minutesADay : end };
    if (guessed.isGuess)
      this.report(
        place,
        `“${written}” can be read in two ways`,
        `Write ${rangeText(range)}, or from when to when it is`,
      );
    return range;
  }

  private next(ahead: number): HoursToken | undefined {
    return this.tokens[this.at + ahead];
  }

  private previous(): HoursToken | undefined {
    return this.tokens[this.at - 1];
  }

  /** Notes what is wrong, if it is the first thing. */
  private report({ start, end }: PlaceInText, message: string, help: string): void {
    this.problem ??= { text: this.number, span: { start, end }, message, help };
  }
}
