import type { Duration } from '../language/duration.ts';
import type { Process } from '../model/process.ts';
import { durationText } from './literals.ts';
import type { Losses } from './losses.ts';
import { isPossibleName } from './short-names.ts';
import { quotedText } from './vocabulary.ts';

/** The first line of a flow and what is said about it as a whole, without declarations. */
export function headLines(process: Process, name: string, losses: Losses): readonly string[] {
  const { title, language, direction, properties } = process;
  const { department, purpose, owner, version, reviewed, audience, promises } = properties;
  const promise = promises.find(
    ({ id, label, from, to }) => (id ?? label ?? from ?? to) === undefined,
  )?.within;
  const say = (text: string): string => quotedText(text, undefined, losses);
  const text = (word: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [`${word} ${say(value)}`];
  const { promise: promised, ...others } = {
    department: text('department', department),
    purpose: text('purpose', purpose),
    owner: text('owner', owner),
    version: text('version', version),
    reviewed: reviewedText(reviewed, losses),
    audience: audience.length === 0 ? [] : [`audience ${audience.map(say).join(', ')}`],
    promise: promiseText(promise, losses),
  };
  return [
    title === '' ? `flow ${name}` : `flow ${name} ${say(title)}`,
    '',
    ...languageText(language, losses),
    ...Object.values(others).flat(),
    ...(direction === 'down' ? [] : [`direction ${direction}`]),
    ...promised,
  ];
}

function languageText(language: string, losses: Losses): readonly string[] {
  if (language === 'en') return [];
  if (isPossibleName(language)) return [`language ${language}`];
  losses.add(undefined, `“${language}” is no language tag, and is left out`);
  return [];
}

function reviewedText(reviewed: Process['properties']['reviewed'], losses: Losses): readonly string[] {
  if (reviewed === undefined) return [];
  if (!isDay(reviewed.date)) {
    losses.add(undefined, `“${reviewed.date}” is no day, and is left out`);
    return [];
  }
  const every = reviewed.every === undefined ? undefined : durationText(reviewed.every);
  if (reviewed.every !== undefined && every === undefined)
    losses.add(undefined, 'The time between two reviews is not made of whole numbers, and is left out');
  return [`reviewed ${reviewed.date}${every === undefined ? '' : ` every ${every}`}`];
}

function promiseText(promise: Duration | undefined, losses: Losses): readonly string[] {
  if (promise === undefined) return [];
  const text = durationText(promise);
  if (text === undefined)
    losses.add(undefined, 'The promise to the customer is not made of whole numbers, and is left out');
  return text === undefined ? [] : [`promise ${text}`];
}

/** Whether a text is a day of the Gregorian calendar, as `2026-11-21`. */
function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}
