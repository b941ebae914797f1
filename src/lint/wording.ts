import { counted } from '../diagnostic/counted.ts';
import {
  type Duration,
  type DurationUnit,
  daySeconds,
  hourSeconds,
  weekSeconds,
  workingDaySeconds,
} from '../language/duration.ts';
import type { Node } from '../model/process.ts';

/** A label or a name as it stands in a message: in quotes, on one line, no longer than one reads at a glance. */
export function shortQuote(label: string): string {
  const text = label.replace(/\s+/g, ' ').trim();
  const letters = [...text];
  return `“${letters.length > 60 ? `${letters.slice(0, 57).join('')}…` : text}”`;
}

/** `a`, `a and b`, `a, b and c`; what is more than `most` is counted. */
export function listed(items: readonly string[], most = 4): string {
  const shown =
    items.length > most ? [...items.slice(0, most - 1), `${items.length - most + 1} more`] : items;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** How a message calls a node: by its label. Only the bars of `parallel` can have none. */
export const nodeName = ({ label }: Pick<Node, 'label'>): string =>
  label === '' ? 'the parallel work' : shortQuote(label);

/**
 * Labels along a way: `“A” → “B” → “C”`, with dots in the middle of a long one. Bars without a label are passed over.
 */
export function wayOf(nodes: readonly Pick<Node, 'label'>[]): string {
  const labels = nodes.flatMap(({ label }) => (label === '' ? [] : [label]));
  const shown =
    labels.length > 7 ? [...labels.slice(0, 3), undefined, ...labels.slice(labels.length - 3)] : labels;
  return shown.map((label) => (label === undefined ? '…' : shortQuote(label))).join(' → ');
}

const unitNames: Readonly<Record<DurationUnit, string>> = {
  mo: 'month',
  w: 'week',
  wd: 'working day',
  d: 'day',
  h: 'hour',
  min: 'minute',
  s: 'second',
};

/** A duration in words, as it is written: `1 hour 30 minutes`, `2 working days`. */
export const spelledParts = (duration: Duration): string =>
  duration.map(({ value, unit }) => counted(value, unitNames[unit])).join(' ');

/**
 * Spells a sum of times of which some were written as working days: these are not turned into days and hours.
 * `seconds` are all of it, with `workingDay` seconds for each working day.
 */
export function spelledSum(seconds: number, workingDays: number, workingDay = workingDaySeconds): string {
  const others = Math.max(0, Math.round(seconds - workingDays * workingDay));
  if (workingDays === 0 || !Number.isFinite(seconds)) return spelledDuration(seconds);
  const days = counted(workingDays, 'working day');
  if (others === 0) return days;
  return others < daySeconds
    ? `${days} ${spelledDuration(others)}`
    : `${spelledDuration(others)} and ${days}`;
}

const units = [
  { seconds: weekSeconds, name: 'week' },
  { seconds: daySeconds, name: 'day' },
  { seconds: hourSeconds, name: 'hour' },
  { seconds: 60, name: 'minute' },
  { seconds: 1, name: 'second' },
] as const;

/**
 * `2 days 3 hours`: the largest unit that fits and the next one, rounded. Weeks only where it is whole weeks, as nobody
 * compares `5 weeks 6 days` with a promise of 24 days; of a hundred days no hours, but the day that has begun.
 */
export function spelledDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'without end';
  const first = units.findIndex(
    (unit) => seconds >= unit.seconds && (unit.name !== 'week' || seconds % unit.seconds === 0),
  );
  const large = units[first];
  if (large === undefined) return 'no time';
  if (large.name === 'day' && seconds > 100 * large.seconds)
    return counted(Math.ceil(seconds / large.seconds), large.name);
  const small = units[first + 1];
  const rounded =
    small === undefined ? Math.round(seconds) : Math.round(seconds / small.seconds) * small.seconds;
  const whole = Math.floor(rounded / large.seconds);
  const rest = small === undefined ? 0 : Math.round((rounded - whole * large.seconds) / small.seconds);
  const exactRest = Math.round(seconds - whole * large.seconds);
  // A little over is over: `14 days 10 minutes` breaks a promise of two weeks.
  const second = units.find((unit) => unit.seconds <= exactRest);
  if (rest === 0 && second !== undefined)
    return `${counted(whole, large.name)} ${counted(Math.floor(exactRest / second.seconds), second.name)}`;
  return [
    counted(whole, large.name),
    ...(small === undefined || rest === 0 ? [] : [counted(rest, small.name)]),
  ].join(' ');
}
