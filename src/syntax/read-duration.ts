import { type DurationPart, type DurationUnit, durationUnits } from '../language/duration.ts';

/** What is often written for each unit. `m` is a minute, since a month has `mo`. */
const otherUnits: Readonly<Record<DurationUnit, readonly string[]>> = {
  mo: ['mon', 'mons', 'mos', 'mth', 'mths', 'month', 'months'],
  w: ['wk', 'wks', 'week', 'weeks'],
  wd: [
    'bd',
    'bds',
    'wds',
    'workday',
    'workdays',
    'weekday',
    'weekdays',
    'workingday',
    'workingdays',
    'businessday',
    'businessdays',
  ],
  d: ['dy', 'day', 'days'],
  wh: [
    'bh',
    'bhs',
    'bhr',
    'bhrs',
    'whs',
    'whr',
    'whrs',
    'workhour',
    'workhours',
    'workinghour',
    'workinghours',
    'businesshour',
    'businesshours',
    'officehour',
    'officehours',
  ],
  h: ['hr', 'hrs', 'hour', 'hours'],
  min: ['m', 'mi', 'mn', 'mins', 'minute', 'minutes'],
  s: ['sec', 'secs', 'second', 'seconds'],
};
const units: ReadonlyMap<string, DurationUnit> = new Map(
  durationUnits.flatMap((unit) => [unit, ...otherUnits[unit]].map((name) => [name, unit] as const)),
);

/** The unit that a word means, whatever its case. */
export const unitOf = (text: string): DurationUnit | undefined => units.get(text.toLowerCase());

export interface ReadDuration {
  readonly parts: readonly DurationPart[];
  /** What is wrong with it, and what to do about it. */
  readonly mistake?: { readonly message: string; readonly help: string };
  /** How it is written rightly, where that is certain. */
  readonly repaired?: string;
}

const order = (unit: DurationUnit): number => durationUnits.indexOf(unit);
/** What to say where a unit is missing, or is none. */
export const allUnits = 'The units are s, min, h, wh (working hours), d, wd (working days), w and mo';

/** Nearly all durations are one whole number with one unit. */
const usualForm = /^([1-9]\d*)([a-z]+)$/;

/** Reads a number and a unit, joined from large to small: `20s`, `1h30min`. */
export function readDuration(text: string): ReadDuration {
  const usual = usualForm.exec(text);
  if (usual) {
    const unit = durationUnits.find((name) => name === usual[2]);
    if (unit !== undefined) return { parts: [{ value: Number(usual[1]), unit }] };
  }
  const pieces = [...text.matchAll(/(\d+(?:[.,]\d+)?)([^\d.,]*)/g)];
  const parts: DurationPart[] = [];
  const wrong: string[] = [];
  let comma = false;
  for (const [, number = '', name = ''] of pieces) {
    const unit = unitOf(name);
    if (unit === undefined)
      return {
        parts: [],
        mistake: {
          message: name === '' ? `“${text}” has no unit of time` : `“${name}” is no unit of time`,
          help: name === '' ? `${allUnits}: for example ${number}min` : allUnits,
        },
      };
    comma ||= number.includes(',');
    if (unit !== name) wrong.push(`“${name}” is written “${unit}”`);
    parts.push({ value: Number(number.replace(',', '.')), unit });
  }
  if (pieces.map(([piece]) => piece).join('') !== text || parts.length === 0)
    return {
      parts: [],
      mistake: { message: `“${text}” is no duration`, help: 'Write for example: 20min or 1h30min' },
    };
  const repaired = parts.map(({ value, unit }) => `${value}${unit}`).join('');
  const mistaken = (message: string, help: string): ReadDuration => ({ parts, mistake: { message, help } });
  if (parts.some(({ unit }, index) => parts.findIndex((other) => other.unit === unit) !== index))
    return mistaken(`“${text}” names a unit twice`, 'Add the two up');
  if (parts.some(({ unit }, index) => order(unit) < order(parts[index - 1]?.unit ?? 'mo'))) {
    const sorted = [...parts].sort((a, b) => order(a.unit) - order(b.unit));
    const help = `Write ${sorted.map(({ value, unit }) => `${value}${unit}`).join('')}`;
    return {
      ...mistaken(`The units of “${text}” do not go from large to small`, help),
      repaired: help.slice(6),
      parts: sorted,
    };
  }
  if (parts.every(({ value }) => value === 0))
    return mistaken(`“${text}” is no time at all`, 'A duration is longer than zero');
  if (comma) return { ...mistaken(`“${text}” has a decimal comma`, `Write ${repaired}`), repaired };
  if (wrong.length > 0) return { ...mistaken(wrong.join(' and '), `Write ${repaired}`), repaired };
  return { parts };
}
