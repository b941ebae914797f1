import type { Duration } from './duration.ts';
import { eastAsianWords } from './east-asian.ts';
import { easternWords } from './eastern-european.ts';
import { germanicWords } from './germanic.ts';
import { iberianWords } from './iberian.ts';
import type { Counted, LanguageWords, UnitWords } from './language-words.ts';
import { middleEasternWords } from './middle-eastern.ts';
import { nordicWords } from './nordic.ts';
import { norwegianWords } from './norwegian.ts';
import { romanceWords } from './romance.ts';
import { slavicWords } from './slavic.ts';
import { southAsianWords } from './south-asian.ts';
import { southEastAsianWords } from './south-east-asian.ts';
import { partsOfTotal, type TotalTime } from './total-time.ts';
import { uralicWords } from './uralic.ts';
import type { WorkingHours } from './working-time.ts';

const wordsOf: ReadonlyMap<string, LanguageWords> = new Map(
  [
    germanicWords,
    nordicWords,
    norwegianWords,
    romanceWords,
    iberianWords,
    slavicWords,
    uralicWords,
    easternWords,
    middleEasternWords,
    southAsianWords,
    eastAsianWords,
    southEastAsianWords,
  ].flatMap((family) => Object.entries(family)),
);

/** Tags for what is, for the words of a chart, one of the languages above. */
const sameAs: ReadonlyMap<string, string> = new Map([
  ['iw', 'he'],
  ['in', 'id'],
  ['mo', 'ro'],
  ['no', 'nb'],
  ['cmn', 'zh'],
  ['yue', 'zh-hant'],
  ['arb', 'ar'],
  ['pes', 'fa'],
  ['prs', 'fa'],
]);

/** The words for a BCP 47 tag: those of its language, and English ones where flowc has none. `pt-BR` is `pt`. */
export const wordsFor = (tag: string): LanguageWords => wordsOf.get(languageKey(tag)) ?? germanicWords.en;

/** The tags of the languages that have words of their own, in alphabetical order. */
export const languageTags: readonly string[] = [...wordsOf.keys()].sort();

/** True where `wordsFor` has words in that very language. */
export const hasWordsFor = (tag: string): boolean => wordsOf.has(languageKey(tag));

function languageKey(tag: string): string {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const key = sameAs.get(language) ?? language;
  if (key !== 'zh') return key;
  const script = rest.find((subtag) => subtag === 'hant' || subtag === 'hans');
  const traditional = script ?? (rest.some((subtag) => /^(tw|hk|mo)$/.test(subtag)) ? 'hant' : 'hans');
  return traditional === 'hant' ? 'zh-hant' : 'zh';
}

/** How long, as people of the language write it: `1 h 30 min`, `3 Arbeitstage`. Empty for no parts. */
export const formatDuration = (parts: Duration, words: LanguageWords): string =>
  joined(parts, words, words.units);

/** A sum of times, as people of the language write it: `6 Arbeitstage`, `2 w 3 working days`. Empty for no time. */
export const formatTotal = (total: TotalTime, words: LanguageWords, hours?: WorkingHours): string =>
  formatDuration(partsOfTotal(total, hours).flat(), words);

/** What stands on the line of a timeout: “after 2 weeks”. */
export const afterDuration = (parts: Duration, words: LanguageWords): string =>
  filled(words.after, { duration: inCaseAfter(parts, words) });

/** The limit of a node: “within 2 weeks”. */
export const withinDuration = (parts: Duration, words: LanguageWords): string =>
  filled(words.within, { duration: formatDuration(parts, words) });

/** How often a reminder comes: “every 30 min”, “every day”. Empty for no parts. */
export function everyDuration(parts: Duration, words: LanguageWords): string {
  const [first, ...further] = parts;
  if (first === undefined) return '';
  const { value, unit } = first;
  const { usual, startingWith, single, one, units, lastUnits } = words.every;
  const form = value === 1 ? (one[unit] ?? single?.[unit]) : single?.[unit];
  if (further.length === 0 && form !== undefined) return counted(value, form, words);
  const inCase = { ...words.units, ...units };
  const duration = joined(parts, words, inCase, { ...inCase, ...lastUnits });
  return filled(startingWith?.[unit] ?? formFor(value, usual, words), { duration });
}

/** When a wait is over: “until the day before the visit”, with the author's own words for the moment. */
export const untilMoment = (moment: string, words: LanguageWords): string => filled(words.until, { moment });

/** What is done once for each thing: “for each parcel”, with the author's own word for the thing. */
export const forEachItem = (item: string, words: LanguageWords): string => filled(words.forEach, { item });

/** The systems that something is done with: “using CRM, Mail”. */
export const usingSystems = (systems: readonly string[], words: LanguageWords): string =>
  filled(words.using, { systems: listed(systems, words) });

/** Who hears of it: “tells: Customer, Sales”. */
export const informsPeople = (people: readonly string[], words: LanguageWords): string =>
  filled(words.informs, { people: listed(people, words) });

/** Who answers for the result: “answers for it: Team lead”. */
export const accountableText = (who: string, words: LanguageWords): string =>
  filled(words.accountable, { who });

/** What the agent says: “say: Good morning!”. */
export const sayingText = (said: string, words: LanguageWords): string =>
  filled(words.saying, { words: said });

/** Times as they hold for cases of some levels, and for all others. A level is a text ready to show. */
export interface TimesByLevel<Time> {
  /** For all cases of no level that is listed. */
  readonly usual?: Time | undefined;
  readonly byLevel: readonly { readonly level: string; readonly value: Time }[];
}

/** The limits of a node: “within 15 min (P1), 1 h (P2), else 4 h”. Empty where there is none. */
export function withinByLevel(limits: TimesByLevel<Duration>, words: LanguageWords): string {
  const list = listByLevel(limits, formatDuration, words);
  return limits.byLevel.length === 0 || words.withinList === undefined
    ? wrapped(words.within, list)
    : filled(words.withinList, { limits: list });
}

/** What stands on the line of a timeout: “after 1 day (P1), else 2 weeks”. Empty where there is none. */
export const afterByLevel = (limits: TimesByLevel<Duration>, words: LanguageWords): string =>
  wrapped(words.after, listByLevel(limits, inCaseAfter, words));

/** How often a reminder comes: “every 30 min (P1), else every day”. Empty where it never comes. */
export const everyByLevel = (limits: TimesByLevel<Duration>, words: LanguageWords): string =>
  listByLevel(limits, everyDuration, words);

/** What was promised to the customer: “promised: 4 h (P1), else 1 day”. Empty where nothing was. */
export const promisedByLevel = (limits: TimesByLevel<Duration>, words: LanguageWords): string =>
  wrapped(words.promised, listByLevel(limits, formatDuration, words));

/**
 * How long something usually takes, of the one to three values that say it: one, from and to, or the least, the
 * likeliest and the most: “usually 5 min”, “usually 2–5 min”, “usually 5 min (2–30 min)”. Empty for none.
 */
export const takesText = (durations: readonly Duration[], words: LanguageWords): string =>
  wrapped(words.takes, usualTime(durations, words));

/** `takesText` by level: “usually 2–5 min (P1), else 10 min”. Empty where nothing is said. */
export const takesByLevel = (times: TimesByLevel<readonly Duration[]>, words: LanguageWords): string =>
  wrapped(words.takes, listByLevel(times, usualTime, words));

/** A share from 0 to 1 in hundredths with at most one decimal: “85%”, “12,5 %”. */
export function percentWord(share: number, words: LanguageWords): string {
  const [whole = '0', tenths] = String(Math.round(share * 1000) / 10).split('.');
  const number = tenths === undefined ? whole : `${whole}${words.decimal ?? '.'}${tenths}`;
  return (words.percent ?? '{n}%').replace('{n}', inDigits(number, words.digits));
}

/** The question of the decision that `max` makes: “3 times?”. */
export const countedTimes = (n: number, words: LanguageWords): string => counted(n, words.times, words);

/** A page by its number: “page 2”. */
export const pageWord = (n: number, words: LanguageWords): string => counted(n, words.page, words);

/** An aside, as it stands after what it is said of. */
export const inBrackets = (
  aside: string,
  { spoken: { brackets: [opening, closing] = [' (', ')'] } }: LanguageWords,
): string => opening + aside + closing;

/** A whole number in the digits of the language. */
export const numberWord = (n: number, words: LanguageWords): string => inDigits(n, words.digits);

/** `{name}`s of a template by their values, in which nothing is replaced: they are an author's own. */
const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (written, name: string) => values[name] ?? written);

/** `filled` for a template with one `{duration}`, and nothing where there is none. */
const wrapped = (template: string, duration: string): string =>
  duration === '' ? '' : filled(template, { duration });

const listed = (
  items: readonly string[],
  { spoken: { comma = ', ', listComma = comma } }: LanguageWords,
): string => items.join(listComma);

/** A text and what is said beside it in brackets, which no line parts from it. */
const beside = (text: string, aside: string, words: LanguageWords): string =>
  text + inBrackets(aside, words).replace(/^ /, noBreakSpace);

/** Times, each with its level in brackets; that of all other cases comes last. */
function listByLevel<Time>(
  { usual, byLevel }: TimesByLevel<Time>,
  say: (time: Time, words: LanguageWords) => string,
  words: LanguageWords,
): string {
  const others = usual === undefined ? '' : say(usual, words);
  if (byLevel.length === 0) return others;
  const items = byLevel.map(({ level, value }) => beside(say(value, words), level, words));
  return listed(others === '' ? items : [...items, wrapped(words.otherwiseLimit, others)], words);
}

const inCaseAfter = (parts: Duration, words: LanguageWords): string =>
  joined(parts, words, { ...words.units, ...words.unitsAfter });

const usualTime = ([from, second, third]: readonly Duration[], words: LanguageWords): string => {
  if (from === undefined) return '';
  if (second === undefined) return formatDuration(from, words);
  if (third === undefined) return spanned(from, second, words);
  const likeliest = formatDuration(second, words);
  const around = spanned(from, third, words);
  return around === likeliest ? likeliest : beside(likeliest, around, words);
};

/** From one duration to another one; their unit is said once where they share it. */
function spanned(from: Duration, to: Duration, words: LanguageWords): string {
  const [low, high] = [formatDuration(from, words), formatDuration(to, words)];
  if (low === high) return low;
  const [least, most] = [from[0], to[0]];
  if (least !== undefined && most !== undefined && from.length === 1 && to.length === 1) {
    const form = formFor(most.value, words.units[most.unit], words);
    if (least.unit === most.unit && form.includes('{n}')) {
      const numbers = { from: inDigits(least.value, words.digits), to: inDigits(most.value, words.digits) };
      return withNumber(form, filled(words.numberRange ?? '{from}–{to}', numbers));
    }
  }
  return filled(words.range, { from: low, to: high });
}

function joined(parts: Duration, words: LanguageWords, units: UnitWords, lastUnits = units): string {
  if (parts.length === 0) return '';
  const { joint = ' ', jointBeforeDigit = joint } = words;
  return parts
    .map(({ value, unit }, index) =>
      counted(value, (index === parts.length - 1 ? lastUnits : units)[unit], words),
    )
    .reduce((text, part) => text + (/^\d/.test(part) ? jointBeforeDigit : joint) + part);
}

const counted = (n: number, forms: Counted, words: LanguageWords): string =>
  withNumber(formFor(n, forms, words), inDigits(n, words.digits));

const formFor = (n: number, forms: Counted, words: LanguageWords): string =>
  typeof forms === 'string' ? forms : (forms[words.plural(n)] ?? forms.other);

/** A number as it is counted; no line ends between it and what stands beside it. */
const withNumber = (form: string, number: string): string =>
  form.replace(' {n}', `${noBreakSpace}{n}`).replace('{n} ', `{n}${noBreakSpace}`).replace('{n}', number);

const noBreakSpace = '\u00a0';

function inDigits(n: number | string, digits: string | undefined): string {
  const ascii = String(n);
  return digits === undefined ? ascii : ascii.replace(/\d/g, (digit) => digits.charAt(Number(digit)));
}
