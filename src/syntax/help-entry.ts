import type { LanguageWord } from './words.ts';

/** What a word of the language says, in a sentence, and how it is used. */
export interface WordHelp {
  readonly says: string;
  readonly example: string;
}

/** A word and the help for it. */
export type HelpEntry = readonly [LanguageWord, WordHelp];
