import type { Name, Question } from './ast.ts';
import { isIdentifierPart, isIdentifierStart } from './identifier-character.ts';

/**
 * The label that an identifier stands for: `open-account` reads “Open account”. Hyphens and underscores become spaces;
 * the first letter is capitalised by the one mapping that holds in every language.
 */
export function labelFromIdentifier(identifier: string): string {
  const spaced = identifier.replaceAll(/[-_]+/g, ' ').trim();
  const [first = ''] = spaced;
  return capital(first) + spaced.slice(first.length);
}

/** The longest name that is proposed, in UTF-16 units. */
const longestProposal = 40;

/** A name for what has this label: `Open the account!` gives `open-the-account`. Undefined where no letter is in it. */
export function identifierFromLabel(label: string): string | undefined {
  let name = '';
  for (const character of label.normalize('NFC').toLowerCase()) {
    if (name.length >= longestProposal) break;
    const point = character.codePointAt(0) ?? 0;
    if (name === '' ? isIdentifierStart(point) : isIdentifierPart(point)) name += character;
    else if (name !== '' && !name.endsWith('-')) name += '-';
  }
  const proposal = name.replace(/-$/, '');
  return proposal === '' ? undefined : proposal;
}

/** The label of a thing: as written, else made from its identifier, else empty. */
export const labelOfName = (name: Name): string =>
  name.label?.value ?? (name.id ? labelFromIdentifier(name.id.name) : '');

/** The label of a question; one made from an identifier ends in `mark`, if a question mark was written. */
export const labelOfQuestion = (question: Question, mark: string): string =>
  question.label || !question.mark ? labelOfName(question) : labelOfName(question) + mark;

/** Georgian begins sentences with its small letters, and a letter that has no single capital stays as it is. */
function capital(letter: string): string {
  if (letter >= 'ა' && letter <= 'ჿ') return letter;
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}
