import type { DurationPart } from './duration.ts';
import { eastAsianWords } from './east-asian.ts';
import { easternWords } from './eastern-european.ts';
import { germanicWords } from './germanic.ts';
import { iberianWords } from './iberian.ts';
import type { Counted, LanguageWords, UnitWords } from './language-words.ts';
import { middleEasternWords } from './middle-eastern.ts';
import { nordicWords } from './nordic.ts';
import { romanceWords } from './romance.ts';
import { slavicWords } from './slavic.ts';
import { southAsianWords } from './south-asian.ts';
import { southEastAsianWords } from './south-east-asian.ts';
import { partsOfTotal, type TotalTime } from './total-time.ts';
import type { WorkingHours } from './working-time.ts';

const wordsOf: ReadonlyMap<string, LanguageWords> = new Map(
  [
    germanicWords,
    nordicWords,
    romanceWords,
    iberianWords,
    slavicWords,
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
export const formatDuration = (parts: readonly DurationPart[], words: LanguageWords): string =>
  joined(parts, words, words.units);

/** A sum of times, as people of the language write it: `6 Arbeitstage`, `2 w 3 working days`. Empty for no time. */
export const formatTotal = (total: TotalTime, words: LanguageWords, hours?: WorkingHours): string =>
  formatDuration(partsOfTotal(total, hours).flat(), words);

/** What stands on the line of a timeout: “after 2 weeks”. */
export const afterDuration = (parts: readonly DurationPart[], words: LanguageWords): string =>
  words.after.replace('{duration}', joined(parts, words, { ...words.units, ...words.unitsAfter }));

/** The limit of a node: “within 2 weeks”. */
export const withinDuration = (parts: readonly DurationPart[], words: LanguageWords): string =>
  words.within.replace('{duration}', formatDuration(parts, words));

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

function joined(parts: readonly DurationPart[], words: LanguageWords, units: UnitWords): string {
  if (parts.length === 0) return '';
  const { joint = ' ', jointBeforeDigit = joint } = words;
  return parts
    .map(({ value, unit }) => counted(value, units[unit] ?? workingHours, words))
    .reduce((text, part) => text + (/^\d/.test(part) ? jointBeforeDigit : joint) + part);
}

const workingHours: Counted = { one: '{n} working hour', other: '{n} working hours' };

/** A number as it is counted; no line ends between it and what stands beside it. */
function counted(n: number, forms: Counted, words: LanguageWords): string {
  const form = typeof forms === 'string' ? forms : (forms[words.plural(n)] ?? forms.other);
  const kept = form.replace(' {n}', `${noBreakSpace}{n}`).replace('{n} ', `{n}${noBreakSpace}`);
  return kept.replace('{n}', inDigits(n, words.digits));
}

const noBreakSpace = '\u00a0';

function inDigits(n: number, digits: string | undefined): string {
  const ascii = String(n);
  return digits === undefined ? ascii : ascii.replace(/\d/g, (digit) => digits.charAt(Number(digit)));
}
