import { isIdentifierPart, isIdentifierStart } from '../syntax/identifier-character.ts';
import { identifierFromLabel } from '../syntax/label.ts';
import { attributeWords, linkingWords, statementWords } from '../syntax/words.ts';

/** Words that a name must not be, or that would read as something else where it is jumped to. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...statementWords,
  ...attributeWords,
  ...linkingWords,
]);

/**
 * Names that say what a label says, in its own script, the shortest first: its first two words that carry meaning, then
 * three, then all. A word does that with four letters, or three in scripts that write fewer; Chinese and Japanese have
 * no words to count, so six characters. Empty where no letter is in the label.
 */
export function shortNames(label: string): readonly string[] {
  const whole = identifierFromLabel(label);
  if (whole === undefined) return [];
  const parts = whole.split('-').filter((part) => part !== '');
  if (isUnspaced(whole.codePointAt(0) ?? 0))
    return unique([...whole].length <= 6 ? [whole] : [start(whole, 6), start(whole, 10), whole]);
  const least = isLongWorded(whole.codePointAt(0) ?? 0) ? 4 : 3;
  const telling = parts.filter((part) => [...part].length >= least || /\d/.test(part));
  const [first] = telling;
  const chosen = first === undefined || /^\d/.test(first) ? parts : telling;
  return unique([chosen.slice(0, 2), chosen.slice(0, 3), parts].map((words) => words.join('-')));
}

const start = (text: string, length: number): string => [...text].slice(0, length).join('');

const unique = (names: readonly string[]): readonly string[] => [
  ...new Set(names.map((name) => name.replace(/-+$/, '')).filter(isPossibleName)),
];

/** Chinese and Japanese. */
const isUnspaced = (point: number): boolean =>
  (point >= 0x3040 && point <= 0x30ff) || (point >= 0x3400 && point <= 0x9fff);

/** Latin, Greek, Cyrillic. */
const isLongWorded = (point: number): boolean => point <= 0x4ff || (point >= 0x1e00 && point <= 0x1fff);

/** Whether a text can be a name in a flow as it stands: an identifier that is no word of a statement. */
export function isPossibleName(text: string): boolean {
  if (text === '' || text !== text.normalize('NFC') || reservedWords.has(text)) return false;
  let before = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (before === '') {
      if (!isIdentifierStart(point)) return false;
    } else if (character === '-') {
      if (before === '-') return false;
    } else if (!isIdentifierPart(point)) return false;
    before = character;
  }
  return before !== '-';
}

const reservedWords: ReadonlySet<string> = new Set(statementWords);

/** A name that is not taken yet, of several proposals; with a number where all are. It is taken then. */
export function takeName(proposals: readonly string[], otherwise: string, taken: Set<string>): string {
  const all = [...proposals, otherwise];
  const [base = otherwise] = all;
  let name = all.find((each) => !taken.has(each));
  for (let number = 2; name === undefined; number += 1)
    if (!taken.has(`${base}-${number}`)) name = `${base}-${number}`;
  taken.add(name);
  return name;
}
