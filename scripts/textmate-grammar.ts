// The highlighting of editors, made from the words of the language. `npm run generate` writes it.

import { symbols } from '../src/shapes/all-shapes.ts';
import {
  attributeWords,
  directions,
  freeStatementWords,
  linkingWords,
  outcomes,
  propertyWords,
  statementWords,
} from '../src/syntax/words.ts';

interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Readonly<Record<string, Rule>>;
  readonly beginCaptures?: Readonly<Record<string, Rule>>;
  readonly endCaptures?: Readonly<Record<string, Rule>>;
  readonly patterns?: readonly Rule[];
  readonly include?: string;
}

interface Grammar {
  readonly name: string;
  readonly displayName: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
}

const letter = '[\\p{L}\\p{Nl}]';
const following = '[\\p{L}\\p{Nl}\\p{M}\\p{Nd}\\p{Pc}]';
const identifier = `${letter}${following}*(?:-${following}+)*`;
/** A sign that a name is not over yet. */
const goesOn = `${following}|-${following}`;
/** Any of the words, whole: not a part of a longer name. */
const anyOf = (words: readonly string[]): string =>
  `(?<!${following}|${following}-)(?:${words.join('|')})(?!${following}|-${following})`;

const paths = ['if', 'else', 'choose', 'when', 'otherwise', 'parallel', 'branch', 'problem', 'timeout'];
const places = statementWords.filter((word) => !paths.includes(word));
const declarations = ['role', 'party', 'system', 'request', 'level', 'term'];
/** Those that may stand on a statement too are coloured as what they are there. */
const attributes: readonly string[] = attributeWords;
const properties = propertyWords.filter((word) => ![...declarations, ...attributes].includes(word));
/** What comes in from beside: words at the beginning of a line or a block, and names elsewhere. */
const besides = freeStatementWords.join('|');
const duration = '(?:\\d+(?:mo|wd|wh|w|d|h|min|s))+';
/** Words behind which a time may stand at once, so that none of them is the level of it. */
const timed = ['within', 'takes', 'promise', 'every', 'after', 'per', 'volume', 'staff', 'max'];

/** The grammar as an object; `name`s are the scopes that themes colour. */
const grammar = (): Grammar => ({
  name: 'flow',
  displayName: 'Flow',
  scopeName: 'source.flow',
  fileTypes: ['flow'],
  patterns: [
    { include: '#comment' },
    { include: '#text' },
    { include: '#declaration' },
    { include: '#property' },
    { include: '#named' },
    { include: '#question' },
    { include: '#arrow' },
    { include: '#literal' },
    { include: '#word' },
    { include: '#punctuation' },
  ],
  repository: {
    comment: { patterns: [{ name: 'comment.line.number-sign.flow', match: '#.*$' }] },
    text: {
      patterns: [
        { name: 'string.quoted.triple.flow', begin: '"""', end: '"""', patterns: [{ include: '#escape' }] },
        {
          name: 'string.quoted.double.flow',
          begin: '"',
          end: '"|$',
          patterns: [{ include: '#escape' }],
        },
      ],
    },
    escape: {
      patterns: [
        { name: 'constant.character.escape.flow', match: '\\\\(?:["\\\\nt]|u\\{[0-9A-Fa-f]{1,6}\\})' },
        { name: 'invalid.illegal.escape.flow', match: '\\\\.' },
      ],
    },
    declaration: {
      patterns: [
        {
          match: `^\\s*(${declarations.join('|')})\\s+(${identifier})?`,
          captures: { 1: { name: 'keyword.declaration.flow' }, 2: { name: 'entity.name.type.flow' } },
        },
      ],
    },
    property: {
      patterns: [
        {
          match: `^\\s*(${properties.join('|')})(?=\\s+["\\p{L}\\p{Nd}])`,
          captures: { 1: { name: 'keyword.other.property.flow' } },
        },
      ],
    },
    named: {
      patterns: [
        {
          match: `(?:^|(\\{))\\s*(${besides})(?:[^\\S\\n]+(?!(?:every|after)[^\\S\\n]+(?!"))(${identifier})|(?=[^\\S\\n]))`,
          captures: {
            1: { name: 'punctuation.section.block.flow' },
            2: { name: 'keyword.control.flow' },
            3: { name: 'entity.name.function.flow' },
          },
        },
        {
          name: 'keyword.control.flow',
          match: `${anyOf(['meanwhile'])}(?=[^\\S\\n]+(?:every|after|")|[^\\S\\n]+${identifier}[^\\S\\n]+(?:every|after|"))`,
        },
        {
          match: `(${anyOf(['parallel', 'choose'])})[^\\S\\n]+(first|all)(?=[^\\S\\n]+["{\\p{L}])(?:[^\\S\\n]+(${identifier})(?!${goesOn}|[?？؟]))?`,
          captures: {
            1: { name: 'keyword.control.conditional.flow' },
            2: { name: 'keyword.other.attribute.flow' },
            3: { name: 'entity.name.tag.flow' },
          },
        },
        {
          match: `(${anyOf(['stops'])})\\s+(clock)`,
          captures: {
            1: { name: 'keyword.other.attribute.flow' },
            2: { name: 'keyword.other.attribute.flow' },
          },
        },
        {
          match: `(${anyOf(['field'])})\\s+(${identifier})(?=\\s*")`,
          captures: {
            1: { name: 'keyword.other.attribute.flow' },
            2: { name: 'variable.other.property.flow' },
          },
        },
        {
          name: 'entity.name.type.level.flow',
          match: `(?<!${following}|${following}-)(?!${anyOf(timed)})${identifier}(?=[^\\S\\n]+${duration}(?!${following}))`,
        },
        {
          match: `(${anyOf(places)})(?:[^\\S\\n]+(?!as\\s+(?:success|failure)\\b)(${identifier}))?`,
          captures: { 1: { name: 'keyword.control.flow' }, 2: { name: 'entity.name.function.flow' } },
        },
        {
          match: `(${anyOf(['when', 'parallel', 'branch', 'problem', 'choose'])})[^\\S\\n]+(${identifier})(?!${goesOn}|[?？؟])`,
          captures: {
            1: { name: 'keyword.control.conditional.flow' },
            2: { name: 'entity.name.tag.flow' },
          },
        },
        {
          match: `(${anyOf(['by', 'with', 'to', 'using', 'for', 'accountable', 'from'])})\\s+(${identifier}(?:\\s*,\\s*${identifier})*)`,
          captures: {
            1: { name: 'keyword.other.attribute.flow' },
            2: { name: 'variable.other.owner.flow' },
          },
        },
        {
          match: `(${anyOf(['as'])})\\s+(${[...outcomes, ...symbols, ...directions].join('|')})`,
          captures: { 1: { name: 'keyword.other.attribute.flow' }, 2: { name: 'constant.language.flow' } },
        },
      ],
    },
    question: {
      patterns: [{ name: 'entity.name.tag.question.flow', match: `${identifier}[?？؟]` }],
    },
    arrow: {
      patterns: [
        {
          match: `(->|→)(?:\\s*(?!${anyOf(statementWords)})(${identifier}))?`,
          captures: { 1: { name: 'keyword.operator.arrow.flow' }, 2: { name: 'entity.name.label.flow' } },
        },
      ],
    },
    literal: {
      patterns: [
        { name: 'constant.numeric.date.flow', match: '\\d{4}-\\d{2}-\\d{2}' },
        { name: 'constant.numeric.percent.flow', match: '\\d+(?:\\.\\d+)?%' },
        {
          name: 'constant.numeric.duration.flow',
          match: `${duration}(?!${following})`,
        },
        { name: 'constant.numeric.integer.flow', match: `\\d+(?!${following})` },
      ],
    },
    word: {
      patterns: [
        { name: 'keyword.control.conditional.flow', match: anyOf(paths) },
        { name: 'keyword.other.attribute.flow', match: anyOf([...attributeWords, ...linkingWords]) },
      ],
    },
    punctuation: {
      patterns: [
        { name: 'punctuation.section.block.flow', match: '[{}]' },
        { name: 'punctuation.separator.flow', match: ',|\\.\\.' },
      ],
    },
  },
});

export const grammarText = (): string => `${JSON.stringify(grammar(), null, 2)}\n`;
