import { symbolWords } from '../shapes/all-shapes.ts';
import { attributeHelp } from './attribute-help.ts';
import type { HelpEntry, WordHelp } from './help-entry.ts';
import { propertyHelp } from './property-help.ts';
import { statementHelp } from './statement-help.ts';
import type { LanguageWord } from './words.ts';

/** Shown when the cursor rests on a word, and beside a word that is proposed. */
export const wordHelp: ReadonlyMap<LanguageWord, WordHelp> = new Map<LanguageWord, WordHelp>([
  ...statementHelp,
  ...propertyHelp,
  ...attributeHelp,
  ...symbolWords.map((each): HelpEntry => [each.word, each]),
]);
