import type { TokenType } from 'chevrotain';
import type { Code } from '../diagnostic/code.ts';
import { type Diagnostic, type Fix, languageError } from '../diagnostic/diagnostic.ts';
import { readDateNumbers } from './read-date.ts';
import { readDuration } from './read-duration.ts';
import type { TokenValue } from './token.ts';
import { DateToken, DurationToken, Integer, Percent } from './token-types.ts';

export interface ReadNumber {
  readonly type: TokenType;
  readonly value: TokenValue;
  readonly diagnostic?: Diagnostic;
}

/** No time is a million of its unit; times are added and compared, which takes numbers that are numbers. */
const mostOfUnit = 1_000_000;

/** Reads what begins with a digit: a whole number, a percentage, a date, else a duration. */
export function readNumber(image: string, offset: number): ReadNumber {
  const wrong = (code: Code, message: string, help: string, repaired?: string): Diagnostic => {
    const span = { start: offset, end: offset + image.length };
    const fix: Fix | undefined =
      repaired === undefined
        ? undefined
        : { kind: 'safe', title: `Write ${repaired}`, edits: [{ span, text: repaired }] };
    return languageError(code, span, message, { help, ...(fix && { fix }) });
  };
  if (/^\d+$/.test(image)) {
    const value = Number(image);
    if (Number.isSafeInteger(value)) return { type: Integer, value };
    const diagnostic = wrong('limit-exceeded', 'This number is too large', 'Write a smaller one');
    return { type: Integer, value: Number.MAX_SAFE_INTEGER, diagnostic };
  }
  if (/[%％٪]$/.test(image)) return readPercent(image, wrong);
  if (/^\d+(?:[-./]\d+){2}$/.test(image)) return readDate(image, wrong);
  const range = /^([\d.]+)([^\d.,:/-]*)[-–]([\d.]+)([^\d.,:/-]+)$/.exec(image);
  if (range) {
    const [, from, unit, to, lastUnit = ''] = range;
    const help = 'A usual time from one to another has two dots';
    const repaired = `${from}${unit === '' ? lastUnit : unit}..${to}${lastUnit}`;
    const readable = readDuration(`${to}${lastUnit}`);
    if (readable.mistake === undefined) {
      const diagnostic = wrong(
        'invalid-duration',
        `“${image}” is no duration`,
        `${help}: ${repaired}`,
        repaired,
      );
      return { type: DurationToken, value: readable.parts, diagnostic };
    }
  }
  const { parts, mistake, repaired } = readDuration(image);
  if (parts.some(({ value }) => value > mostOfUnit)) {
    const diagnostic = wrong('limit-exceeded', 'This time is too long', 'Write it with a larger unit');
    return { type: DurationToken, value: parts.map((part) => ({ ...part, value: mostOfUnit })), diagnostic };
  }
  if (mistake === undefined) return { type: DurationToken, value: parts };
  const diagnostic = wrong('invalid-duration', mistake.message, mistake.help, repaired);
  return { type: DurationToken, value: parts, diagnostic };
}

type Wrong = (code: Code, message: string, help: string, repaired?: string) => Diagnostic;

function readPercent(image: string, wrong: Wrong): ReadNumber {
  const digits = image.slice(0, -1).trim().replace(',', '.');
  const value = /^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) / 100 : Number.NaN;
  if (!(value <= 1)) {
    const message = Number.isNaN(value) ? `“${image}” is no percentage` : `“${image}” is more than 100%`;
    const diagnostic = wrong(
      'invalid-percent',
      message,
      'A percentage is from 0% to 100%, such as 85% or 12.5%',
    );
    return { type: Percent, value: Number.isNaN(value) ? 0 : 1, diagnostic };
  }
  const right = `${digits}%`;
  if (right === image) return { type: Percent, value };
  const diagnostic = wrong('invalid-percent', `“${image}” is written “${right}”`, `Write ${right}`, right);
  return { type: Percent, value, diagnostic };
}

function readDate(image: string, wrong: Wrong): ReadNumber {
  const { value, isRight, isSure } = readDateNumbers(image);
  if (value === image) return { type: DateToken, value };
  const form = 'A date is year-month-day, such as 2026-11-21';
  const message =
    isRight && isSure
      ? `“${image}” is written “${value}”`
      : isRight
        ? `“${image}” may be two dates`
        : `There is no day “${image}”`;
  const help = isRight && !isSure ? `${form}; here it is ${value} or ${swapped(value)}` : form;
  return {
    type: DateToken,
    value,
    diagnostic: wrong('invalid-date', message, help, isRight && isSure ? value : undefined),
  };
}

/** A date with day and month in the place of each other. */
const swapped = (date: string): string => date.replace(/-(\d\d)-(\d\d)$/, '-$2-$1');
