import type { PluralForm } from './language-words.ts';

/**
 * Which form a noun takes after a whole number: the cardinal rules of CLDR, plurals.xml, kept here so that the same
 * text comes out on every machine.
 */
export type PluralRule = (n: number) => PluralForm;

/** Nouns that stay as they are after numbers. */
export const unchanged: PluralRule = () => 'other';

export const oneOrMore: PluralRule = (n) => (n === 1 ? 'one' : 'other');

/** Romanian: 20 and more take “de”, but for 101 … 119 and the like. */
export const romanian: PluralRule = (n) =>
  n === 1 ? 'one' : n === 0 || (n % 100 > 0 && n % 100 < 20) ? 'few' : 'other';

/** Czech. */
export const czech: PluralRule = (n) => (n === 1 ? 'one' : n >= 2 && n <= 4 ? 'few' : 'other');

/** Russian and Ukrainian. */
export const eastSlavic: PluralRule = (n) => {
  if (n % 10 === 1 && n % 100 !== 11) return 'one';
  return n % 10 >= 2 && n % 10 <= 4 && !(n % 100 >= 12 && n % 100 <= 14) ? 'few' : 'many';
};

/** Hebrew has a dual for times of day and calendar. */
export const hebrew: PluralRule = (n) => (n === 1 ? 'one' : n === 2 ? 'two' : 'other');

export const arabic: PluralRule = (n) => {
  if (n === 1) return 'one';
  if (n === 2) return 'two';
  if (n % 100 >= 3 && n % 100 <= 10) return 'few';
  return n % 100 >= 11 ? 'many' : 'other';
};
