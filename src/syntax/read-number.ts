import type { IToken } from 'chevrotain';
import { type DurationPart, durationUnits } from './duration.ts';
import { DateToken, DurationToken, Integer, Percent } from './token-types.ts';
import type { ReadToken, Report } from './tokenize.ts';

export function readNumber(raw: IToken, _report: Report): ReadToken {
  const { image } = raw;
  if (/^\d+$/.test(image)) return { type: Integer, value: Number(image) };
  if (/%$/.test(image)) return { type: Percent, value: Number(image.slice(0, -1)) / 100 };
  if (/^\d{4}-\d\d-\d\d$/.test(image)) return { type: DateToken, value: image };
  const parts: DurationPart[] = [];
  for (const [, number, unit] of image.matchAll(/(\d+(?:\.\d+)?)([a-z]+)/g)) {
    const known = durationUnits.find((name) => name === unit);
    if (known !== undefined) parts.push({ value: Number(number), unit: known });
  }
  return { type: DurationToken, value: parts };
}
