import { counted } from '../diagnostic/counted.ts';
import type { Duration, DurationUnit } from '../language/duration.ts';
import { noTime, partsOfTotal, type TotalTime } from '../language/total-time.ts';
import type { WorkingHours } from '../language/working-time.ts';
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

/** How a message begins about the customer in cases of a level. */
export const theCustomer = (level: string | undefined): string =>
  level === undefined ? 'The customer' : `In a case of “${level}” the customer`;

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
  wh: 'working hour',
  h: 'hour',
  min: 'minute',
  s: 'second',
};

/** A duration in words, as it is written: `1 hour 30 minutes`, `2 working days`. */
export const spelledParts = (duration: Duration): string =>
  duration.map(({ value, unit }) => counted(value, unitNames[unit])).join(' ');

/** A sum of times, in which working time stays as such: `6 working days`, `2 weeks and 3 working days`. */
export function spelledTotal(total: TotalTime, hours?: WorkingHours): string {
  if (!Number.isFinite(total.calendar + total.working)) return 'without end';
  const groups = partsOfTotal(total, hours);
  return groups.length === 0 ? 'no time' : groups.map(spelledParts).join(' and ');
}

/** Time by the calendar, in seconds: `2 days 3 hours`; see `calendarParts`. */
export const spelledDuration = (seconds: number): string => spelledTotal({ ...noTime, calendar: seconds });
