import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookaheadText } from '../../scripts/lookahead.ts';
import { Grammar } from '../../src/syntax/grammar.ts';
import { parse } from '../../src/syntax/parse.ts';
import { words } from '../../src/syntax/words.ts';
import { chevrotainLexer } from './chevrotain-lexer.ts';
import { readGrammar, symbolsOf } from './ebnf.ts';
import { accepts, type Sentence, sentenceOf, terminals } from './sentence.ts';

const grammar = readGrammar(
  readFileSync(join(import.meta.dirname, '..', '..', 'grammar', 'flow.ebnf'), 'utf8'),
);
const symbols = [...grammar.values()].flatMap(symbolsOf);

/** What the grammar leaves to other rules. */
const otherRules = [
  ...['misplaced-touchpoint', 'misplaced-statement', 'duplicate-attribute', 'no-flow', 'markup-in-label'],
];
const mistakes = (sentence: Sentence): readonly string[] =>
  parse({ path: 'a.flow', text: sentence.join(' ') })
    .diagnostics.filter(({ code }) => !otherRules.includes(code))
    .map(({ code, message }) => `${code}: ${message}`);

describe('the grammar of record', () => {
  it('defines every name that it uses, but for the tokens', () => {
    const used = symbols.filter(({ kind }) => kind === 'name').map(({ text }) => text);
    expect(new Set([...used, 'document'])).toEqual(new Set([...grammar.keys(), ...Object.keys(terminals)]));
  });

  it('has the words that the parser has, and no other', () => {
    const quoted = symbols.filter(({ kind, text }) => kind === 'word' && /^[a-z]/.test(text));
    expect(new Set(quoted.map(({ text }) => text))).toEqual(new Set(words));
  });

  it('is kept as chevrotain works it out, so that no run has to', () => {
    const kept = readFileSync(join(import.meta.dirname, '..', '..', 'src/syntax/lookahead.ts'), 'utf8');
    expect(kept).toBe(lookaheadText());
    expect(lookaheadText(new Grammar())).toBe(kept);
  });

  it('has every word in the parser’s rules', () => {
    const read = JSON.stringify(new Grammar({ prepared: false }).getSerializedGastProductions());
    for (const word of words) expect(read).toContain(`"word:${word}"`);
  });

  it('is read without an error, whatever it derives', () => {
    fc.assert(
      fc.property(sentenceOf(grammar, 'document', 9), (sentence) => {
        expect(mistakes(sentence)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('derives whatever is read without an error, and nothing else', () => {
    const other = fc.constantFrom(
      ...[
        'step',
        'if',
        'else',
        '{',
        '}',
        '->',
        '\n->',
        ',',
        '..',
        'as',
        'by',
        'a',
        'a?',
        '"A"',
        '85%',
        '3',
        '20s',
      ],
      ...['anytime', '\nlate', '\nmeanwhile', 'meanwhile', 'every', 'first', 'all', 'until', 'field'],
      ...['max', 'then', 'end', 'flow', 'use', 'problem', 'timeout', 'when', 'otherwise', 'branch', 'choose'],
    );
    const changed = fc
      .tuple(
        sentenceOf(grammar, 'document', 7),
        fc.array(fc.tuple(fc.nat(2), fc.nat(), other), { maxLength: 3 }),
      )
      .map(([sentence, changes]) => {
        const tokens = [...sentence];
        for (const [kind, place, token] of changes)
          tokens.splice(place % (tokens.length + 1), kind === 0 ? 0 : 1, ...(kind === 1 ? [] : [token]));
        return tokens;
      });
    fc.assert(
      fc.property(changed, (sentence) => {
        expect(mistakes(sentence).length === 0).toBe(accepts(grammar, 'document', sentence));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the parser and the lexer', () => {
  it('have definitions that chevrotain finds nothing wrong with', () => {
    expect(new Grammar({ prepared: false }).errors).toEqual([]);
    expect(chevrotainLexer().lexerDefinitionErrors).toEqual([]);
  });
});
