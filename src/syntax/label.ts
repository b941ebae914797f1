import { labelFromIdentifier } from '../language/label-from-name.ts';
import type { Name, Question } from './ast.ts';
import { isIdentifierPart, isIdentifierStart } from './identifier-character.ts';

/** The longest name that is proposed, in UTF-16 units. */
const longestProposal = 40;

/** A name for what has this label: `Open the account!` gives `open-the-account`. Undefined where no letter is in it. */
export function identifierFromLabel(label: string): string | undefined {
  let name = '';
  for (const character of nameWords(label).join('-')) {
    if (name.length >= longestProposal) break;
    name += character;
  }
  const proposal = name.replace(/-$/, '');
  return proposal === '' ? undefined : proposal;
}

/** The words of a label as parts of a name: in small letters, without what no name may hold; the first begins one. */
export function nameWords(label: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  for (const character of label.normalize('NFC').toLowerCase()) {
    const point = character.codePointAt(0) ?? 0;
    const isFirst = words.length === 0 && word === '';
    if (isFirst ? isIdentifierStart(point) : isIdentifierPart(point)) word += character;
    else if (word !== '') {
      words.push(word);
      word = '';
    }
  }
  return word === '' ? words : [...words, word];
}

/** The label of a thing: as written, else made from its identifier, else empty. */
export const labelOfName = (name: Name): string =>
  name.label?.value ?? (name.id ? labelFromIdentifier(name.id.name) : '');

/** The label of a question; one made from an identifier ends in `mark`, if a question mark was written. */
export const labelOfQuestion = (question: Question, mark: string): string =>
  question.label || !question.mark ? labelOfName(question) : labelOfName(question) + mark;
