// The highlighting of editors, made from the words of the language. `npm run generate` writes it.

import { symbols } from '../src/shapes/all-shapes.ts';
import {
  attributeWords,
  directions,
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
/** Any of the words, whole: not a part of a longer name. */
const anyOf = (words: readonly string[]): string =>
  `(?<!${following}|${following}-)(?:${words.join('|')})(?!${following}|-${following})`;

const paths = ['if', 'else', 'choose', 'when', 'otherwise', 'parallel', 'branch', 'problem', 'timeout'];
const places = statementWords.filter((word) => !paths.includes(word));
const declarations = ['role', 'system', 'request', 'term'];
const properties = propertyWords.filter((word) => !declarations.includes(word));

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
          match: `(${anyOf(places)})(?:[^\\S\\n]+(?!as\\s+(?:success|failure)\\b)(${identifier}))?`,
          captures: { 1: { name: 'keyword.control.flow' }, 2: { name: 'entity.name.function.flow' } },
        },
        {
          match: `(${anyOf(['when', 'parallel', 'branch', 'problem', 'choose'])})[^\\S\\n]+(${identifier})(?![?？؟])`,
          captures: {
            1: { name: 'keyword.control.conditional.flow' },
            2: { name: 'entity.name.tag.flow' },
          },
        },
        {
          match: `(${anyOf(['by', 'with', 'to', 'using', 'for'])})\\s+(${identifier}(?:\\s*,\\s*${identifier})*)`,
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
          match: `(?:\\d+(?:mo|wd|wh|w|d|h|min|s))+(?!${following})`,
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
