import type { Duration } from '../language/duration.ts';
import { type DurationPart, durationUnits } from '../language/duration.ts';

/** A duration as it is written: `1h30min`. Undefined for one that cannot be: of nothing, or not of whole numbers. */
export function durationText(duration: Duration): string | undefined {
  const values = new Map<DurationPart['unit'], number>();
  for (const { value, unit } of duration) if (value !== 0) values.set(unit, (values.get(unit) ?? 0) + value);
  const parts = durationUnits.flatMap((unit) => {
    const value = values.get(unit);
    return value === undefined ? [] : [{ value, unit }];
  });
  if (parts.length === 0 || !parts.every(({ value }) => isCount(value))) return undefined;
  return parts.map(({ value, unit }) => `${value}${unit}`).join('');
}

/** The language allows a million of each unit. */
const isCount = (value: number): boolean => Number.isInteger(value) && value > 0 && value <= 1_000_000;

/**
 * Most digits behind the point that a share is looked for with: it is read back as the very same number, or rounded.
 */
const mostDigits = 12;

/** A share as percent: 0.85 is `85%`. Undefined for one that is none. */
export function percentText(share: number): string | undefined {
  if (!(share >= 0 && share <= 1)) return undefined;
  for (let digits = 0; digits < mostDigits; digits += 1) {
    const text = (share * 100).toFixed(digits);
    if (Number(text) / 100 === share) return `${text}%`;
  }
  return `${Number((share * 100).toFixed(6))}%`;
}
