import { symbols } from '../../shapes/all-shapes.ts';
import { foreignWords } from '../../syntax/foreign-words.ts';
import { wordHelp } from '../../syntax/word-help.ts';
import {
  attributeWords,
  directions,
  freeStatementWords,
  habits,
  linkingWords,
  outcomes,
  propertyWords,
  statementWords,
  words,
} from '../../syntax/words.ts';

/** A word or sign of the language as it is explained to someone who wants to type it. */
export interface ExplainedWord {
  readonly name: string;
  /** What was asked for: the word itself, or what other notations or languages have for it. */
  readonly asked: string;
  /** Goes on with the word: “is one thing that someone does”. Words in it stand between backquotes. */
  readonly says: string;
  readonly example: string;
  /** The place that it stands in, in words. */
  readonly stands: string;
}

const signs: ReadonlyMap<string, Pick<ExplainedWord, 'says' | 'example' | 'stands'>> = new Map([
  [
    '->',
    {
      says: 'leads on: to the name of a step, to a new step in quotes, or to an end',
      example: 'if stock? "Product in stock?" -> reserve\nelse -> "Order it" -> end ordered "Ordered"',
      stands:
        'It stands behind a question, an answer, a problem or a step, or at the beginning of a line of its own.',
    },
  ],
  [
    '{ }',
    {
      says: 'hold the statements of a branch, a stage or a touchpoint',
      example: 'if stock? "Product in stock?" {\n  step reserve "Reserve it"\n}',
      stands: 'The first stands at the end of a line, the last on a line of its own.',
    },
  ],
  [
    '#',
    {
      says: 'begins a comment, which goes on to the end of its line',
      example: '# Ask Dana about this',
      stands: 'It stands anywhere outside of quotes.',
    },
  ],
  [
    '"',
    {
      says: 'begins and ends a label: whatever people are to read',
      example: 'step answer "Answer the call"',
      stands: 'Two of them stand around each label; three at both ends hold a text of several lines.',
    },
  ],
  [
    '?',
    {
      says: 'stands behind the name of a question',
      example: 'if stock? "Product in stock?" -> reserve',
      stands: 'Only where the question is asked; an arrow to it has the name alone.',
    },
  ],
  [
    '%',
    {
      says: 'says how often a branch is taken',
      example: 'if stock? "Product in stock?" 85% -> reserve',
      stands: 'It stands before the arrow or the block of a branch.',
    },
  ],
]);

/** What else people may ask for, by the sign that they mean. */
const spellings: ReadonlyMap<string, string> = new Map([
  ...['{', '}', '{}', 'brace', 'braces', 'block'].map((text) => [text, '{ }'] as const),
  ...['→', '-->', '=>', 'arrow', 'goto'].map((text) => [text, '->'] as const),
  ...['//', 'comment'].map((text) => [text, '#'] as const),
  ...['quote', 'quotes', 'label', "'"].map((text) => [text, '"'] as const),
  ...['percent', 'percentage'].map((text) => [text, '%'] as const),
  ...['question'].map((text) => [text, '?'] as const),
]);

export const explainedWords: readonly string[] = [
  ...words,
  'arrow',
  ...[...signs.keys()].filter((sign) => sign !== '->'),
];

/** What is known of a word or sign, or of what is written for it elsewhere; undefined for what is none. */
export function wordNamed(asked: string): ExplainedWord | undefined {
  const sign = signs.has(asked) ? asked : spellings.get(asked.toLowerCase());
  const ofSign = sign === undefined ? undefined : signs.get(sign);
  if (sign !== undefined && ofSign !== undefined) return { name: sign, asked: sign, ...ofSign };
  const small = asked.toLowerCase().replace(/[?:]$/, '');
  const name = words.find((word) => word === small) ?? habits.get(small) ?? foreignWords.get(small);
  const help = name === undefined ? undefined : wordHelp.get(name);
  if (name === undefined || help === undefined) return undefined;
  const isAttribute =
    isIn(attributeWords, name) && !isIn(propertyWords, name) && help.example.startsWith(name);
  return {
    name,
    asked: name === small ? name : asked,
    says: help.says,
    example: isAttribute ? `step check "Check the stock" ${help.example}` : help.example,
    stands: placeOf(name),
  };
}

const isIn = (list: readonly string[], name: string): boolean => list.includes(name);

function placeOf(name: string): string {
  if (isIn(['else', 'when', 'otherwise', 'branch', 'problem', 'timeout'], name))
    return 'It begins a part of a statement, on a line of its own.';
  if (name === 'use') return 'It stands at the top of a file, before the first flow.';
  if (isIn(statementWords, name)) return 'It begins a statement, on a line of its own.';
  if (isIn(freeStatementWords, name))
    return 'It begins a statement of a flow or a stage; “meanwhile” stands behind a step, too, as “problem” does.';
  if (isIn(propertyWords, name) && isIn(attributeWords, name))
    return 'It stands below the line of “flow”, before the first statement, or behind the name and label of what it is about.';
  if (isIn(propertyWords, name)) return 'It stands below the line of “flow”, before the first statement.';
  if (isIn(attributeWords, name))
    return 'It stands behind the name and label of a step, on the same line or set in below it.';
  if (isIn(outcomes, name)) return 'It stands behind “as” at an end.';
  if (isIn(directions, name)) return 'It stands behind “direction”.';
  if (isIn(symbols, name)) return 'It stands behind “as” at a step.';
  return isIn(linkingWords, name) ? 'It stands in the middle of a statement, as in the example.' : '';
}
