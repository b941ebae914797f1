import type { FlowNode } from '../graph/flow-graph.ts';
import type { Duration, DurationUnit } from '../syntax/duration.ts';

/** A label or a name as it stands in a message: in quotes, on one line, no longer than one reads at a glance. */
export function quoted(label: string): string {
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
export const nodeName = ({ label }: Pick<FlowNode, 'label'>): string =>
  label === '' ? 'the parallel work' : quoted(label);

/** Labels along a way: `“A” → “B” → “C”`, with dots in the middle of a long one. Bars without a label are passed over. */
export function wayOf(nodes: readonly Pick<FlowNode, 'label'>[]): string {
  const labels = nodes.flatMap(({ label }) => (label === '' ? [] : [label]));
  const shown =
    labels.length > 7 ? [...labels.slice(0, 3), undefined, ...labels.slice(labels.length - 3)] : labels;
  return shown.map((label) => (label === undefined ? '…' : quoted(label))).join(' → ');
}

export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

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
export const spelledParts = ({ parts }: Duration): string =>
  parts.map(({ value, unit }) => counted(value, unitNames[unit])).join(' ');

const units = [
  { seconds: 7 * 86_400, name: 'week' },
  { seconds: 86_400, name: 'day' },
  { seconds: 3600, name: 'hour' },
  { seconds: 60, name: 'minute' },
  { seconds: 1, name: 'second' },
] as const;

/** `2 weeks 3 days`: the largest unit that fits and the next one, rounded; whole days stay days below two weeks. */
export function spelledDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'without end';
  const first = units.findIndex(
    (unit) => seconds >= (unit.name === 'week' && seconds % unit.seconds !== 0 ? 2 : 1) * unit.seconds,
  );
  const [large, small] = [units[first], units[first + 1]];
  if (large === undefined) return 'no time';
  const rounded =
    small === undefined ? Math.round(seconds) : Math.round(seconds / small.seconds) * small.seconds;
  const whole = Math.floor(rounded / large.seconds);
  const rest = small === undefined ? 0 : Math.round((rounded - whole * large.seconds) / small.seconds);
  return [
    counted(whole, large.name),
    ...(small === undefined || rest === 0 ? [] : [counted(rest, small.name)]),
  ].join(' ');
}
