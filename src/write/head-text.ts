import { isSafeLink } from '../check/is-safe-link.ts';
import type { Process } from '../model/process.ts';
import type { ServicePromise } from '../model/process-properties.ts';
import { writtenField } from './attribute-text.ts';
import { durationText, percentText } from './literals.ts';
import type { Losses } from './losses.ts';
import { isPossibleName } from './short-names.ts';
import { quotedText, timesText, type Vocabulary } from './vocabulary.ts';

/** What the head of a flow is written with. */
export interface HeadWriting {
  readonly vocabulary: Pick<Vocabulary, 'participant' | 'level'>;
  readonly losses: Losses;
  /** The name of the node with an id, where it has one in the text. */
  nodeName(id: string): string | undefined;
  /** Whether a name would be read as that of a level. */
  isLevelName(name: string): boolean;
}

/** The first line of a flow and what is said about it as a whole, but for promises, which name levels. */
export function headLines(process: Process, name: string, writing: HeadWriting): readonly string[] {
  const { title, language, direction, properties } = process;
  const { department, purpose, owner, version, scope, reviewed, audience, accountable } = properties;
  const { losses, vocabulary } = writing;
  const say = (text: string): string => quotedText(text, undefined, losses);
  const text = (word: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [`${word} ${say(value)}`];
  return [
    title === '' ? `flow ${name}` : `flow ${name} ${say(title)}`,
    '',
    ...languageText(language, losses),
    ...text('department', department),
    ...text('purpose', purpose),
    ...text('scope', scope),
    ...text('owner', owner),
    ...(accountable === undefined ? [] : [`accountable ${vocabulary.participant(accountable)}`]),
    ...text('version', version),
    ...reviewedText(reviewed, losses),
    ...properties.approved.flatMap(({ who, date }) =>
      dated(date, losses) ? [`approved ${say(who)} ${date}`] : [],
    ),
    ...properties.revised.flatMap(({ date, what }) =>
      dated(date, losses) ? [`revised ${date} ${say(what)}`] : [],
    ),
    ...(audience.length === 0 ? [] : [`audience ${audience.map(say).join(', ')}`]),
    ...(direction === 'down' ? [] : [`direction ${direction}`]),
    ...(properties.hours.length === 0 ? [] : [`hours ${properties.hours.map(say).join(', ')}`]),
    ...properties.references.map(({ title: of, link }) => `reference ${say(of)}${linkText(link, losses)}`),
    ...properties.fields.map((field) => writtenField(field, undefined, losses)),
  ];
}

/** What customers were promised, and what is measured: both may name levels, which stand above. */
export function promiseLines({ properties }: Process, writing: HeadWriting): readonly string[] {
  const { losses, vocabulary } = writing;
  return [
    ...properties.promises.flatMap((promise) => promiseText(promise, writing)),
    ...properties.measures.map(({ what, target, within, withinByLevel }) => {
      const limits = timesText({ usual: within, byLevel: withinByLevel }, vocabulary, undefined, losses);
      const percent = target === undefined ? undefined : percentText(target);
      return [
        `measure ${quotedText(what, undefined, losses)}`,
        ...(percent === undefined ? [] : [percent]),
        ...(limits === '' ? [] : [`within ${limits}`]),
      ].join(' ');
    }),
  ];
}

function promiseText(promise: ServicePromise, writing: HeadWriting): readonly string[] {
  const { id, label, within, withinByLevel, from, to } = promise;
  const { losses, vocabulary, nodeName, isLevelName } = writing;
  const limits = timesText({ usual: within, byLevel: withinByLevel }, vocabulary, undefined, losses);
  if (limits === '') {
    losses.add(undefined, `The promise “${label ?? id ?? ''}” has no time, and is left out`);
    return [];
  }
  const own = id !== undefined && isPossibleName(id) ? id : undefined;
  const said = label ?? (own === undefined ? id : undefined);
  // A name alone that is that of a level, or almost, would be read as one.
  const isTaken = own !== undefined && said === undefined && isLevelName(own);
  if (isTaken) losses.add(undefined, `The promise “${id}” has the name of a level, and is left without one`);
  const end = (word: string, node: string | undefined): readonly string[] => {
    if (node === undefined) return [];
    const name = nodeName(node);
    if (name === undefined)
      losses.add(undefined, `A promise goes ${word} “${node}”, which can have no name: that is left out`);
    return name === undefined ? [] : [`${word} ${name}`];
  };
  return [
    [
      'promise',
      ...(own === undefined || isTaken ? [] : [own]),
      ...(said === undefined ? [] : [quotedText(said, undefined, losses)]),
      limits,
      ...end('from', from),
      ...end('to', to),
    ].join(' '),
  ];
}

function linkText(link: string | undefined, losses: Losses): string {
  if (link === undefined) return '';
  if (isSafeLink(link)) return ` link ${quotedText(link, undefined, losses)}`;
  losses.add(undefined, `A reference has a link that no chart may have, and it is left out: “${link}”`);
  return '';
}

function dated(date: string, losses: Losses): boolean {
  if (isDay(date)) return true;
  losses.add(undefined, `“${date}” is no day, and is left out`);
  return false;
}

function languageText(language: string, losses: Losses): readonly string[] {
  if (language === 'en') return [];
  if (isPossibleName(language)) return [`language ${language}`];
  losses.add(undefined, `“${language}” is no language tag, and is left out`);
  return [];
}

function reviewedText(reviewed: Process['properties']['reviewed'], losses: Losses): readonly string[] {
  if (reviewed === undefined) return [];
  if (!dated(reviewed.date, losses)) return [];
  const every = reviewed.every === undefined ? undefined : durationText(reviewed.every);
  if (reviewed.every !== undefined && every === undefined)
    losses.add(undefined, 'The time between two reviews is not made of whole numbers, and is left out');
  return [`reviewed ${reviewed.date}${every === undefined ? '' : ` every ${every}`}`];
}

/** Whether a text is a day of the Gregorian calendar, as `2026-11-21`. */
function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}
