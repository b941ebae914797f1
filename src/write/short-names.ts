import { functionWords } from '../language/function-words.ts';
import { isIdentifierPart, isIdentifierStart } from '../syntax/identifier-character.ts';
import { nameWords } from '../syntax/label.ts';
import { attributeWords, linkingWords, statementWords } from '../syntax/words.ts';

/** Words that a name must not be, or that would read as something else where it is jumped to. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...statementWords,
  ...attributeWords,
  ...linkingWords,
]);

/**
 * Names that say what a label says, in its own script, the shortest first: two words that carry meaning, then three,
 * then all of its first clause, then all. The first word does, as it is mostly what is done; of the others those that
 * are no function words, with four letters at least, or three in scripts that write fewer. Chinese and Japanese have
 * no spaces to tell words by: a clause stays whole up to twelve characters. Empty where no letter is in the label.
 */
export function shortNames(label: string): readonly string[] {
  const [clause = [], ...others] = label
    .split(clauseEnd)
    .map(nameWords)
    .filter((words) => words.length > 0);
  const all = [clause, ...others].flat();
  const [first] = clause;
  if (first === undefined) return [];
  const point = first.codePointAt(0) ?? 0;
  if (isUnspaced(point)) {
    const whole = clause.join('-');
    const starts = [...whole].length <= longestClause ? [] : [start(whole, 8), start(whole, longestClause)];
    return unique([...starts, whole, nameOf(all)]);
  }
  const least = isLongWorded(point) ? 4 : 3;
  const telling = clause.filter(
    (word, at) => !functionWords.has(word) && (at === 0 || [...word].length >= least || /\d/.test(word)),
  );
  return unique([telling.slice(0, 2), telling.slice(0, 3), clause, all].map(nameOf));
}

/** Matches what ends a clause of a label, in any script that has such a mark. A point in a number ends none. */
const clauseEnd = /[,;:!?()–—،؛؟、，；：。！？（）।]|\.(?=\s|$)/u;

/** Characters of a Chinese or Japanese clause that is a name as a whole. */
const longestClause = 12;

/** The longest name that is made of several words, in UTF-16 units. */
const longestName = 40;

const start = (text: string, length: number): string => [...text].slice(0, length).join('');

/** The first whole words, as many as a name may be long; one in any case. */
function nameOf(words: readonly string[]): string {
  let name = '';
  for (const word of words) {
    if (name !== '' && name.length + 1 + word.length > longestName) break;
    name += name === '' ? start(word, longestName) : `-${word}`;
  }
  return name;
}

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
