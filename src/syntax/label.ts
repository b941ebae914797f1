import type { Name, Question } from './ast.ts';

/**
 * The label that an identifier stands for: `open-account` reads “Open account”. Hyphens and underscores become spaces;
 * the first letter is capitalised by the one mapping that holds in every language.
 */
export function labelFromIdentifier(identifier: string): string {
  const spaced = identifier.replaceAll(/[-_]+/g, ' ').trim();
  const [first = ''] = spaced;
  return capital(first) + spaced.slice(first.length);
}

/** The label of a thing: as written, else made from its identifier, else empty. */
export const labelOf = (name: Name): string =>
  name.label?.value ?? (name.id ? labelFromIdentifier(name.id.name) : '');

/** The label of a question; one made from an identifier ends in `mark`, if a question mark was written. */
export const labelOfQuestion = (question: Question, mark: string): string =>
  question.label || !question.mark ? labelOf(question) : labelOf(question) + mark;

/** Georgian begins sentences with its small letters, and a letter that has no single capital stays as it is. */
function capital(letter: string): string {
  if (letter >= 'ა' && letter <= 'ჿ') return letter;
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}
