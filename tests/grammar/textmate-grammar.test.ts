import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHighlighterCore, type HighlighterCore, type LanguageRegistration } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { beforeAll, describe, expect, it } from 'vitest';
import { grammarText } from '../../scripts/textmate-grammar.ts';

const root = join(import.meta.dirname, '..', '..');
const committed = readFileSync(join(root, 'grammar', 'flow.tmLanguage.json'), 'utf8');

let highlighter: HighlighterCore;
beforeAll(async () => {
  highlighter = await createHighlighterCore({
    langs: [JSON.parse(committed) as LanguageRegistration],
    themes: [{ name: 'plain', type: 'light', settings: [{ settings: { foreground: '#000000' } }] }],
    engine: createJavaScriptRegexEngine(),
  });
});

/** The innermost scope of each piece of text that is not only space; neighbours of one scope are one piece. */
const scopes = (code: string): readonly string[] => {
  const pieces: { content: string; scope: string }[] = [];
  const explained = highlighter
    .codeToTokensBase(code, { lang: 'flow', theme: 'plain', includeExplanation: true })
    .flat()
    .flatMap((token) => token.explanation ?? []);
  for (const { content, scopes: all } of explained) {
    const scope = all.at(-1)?.scopeName.replace(/\.flow$/, '') ?? '';
    const last = pieces.at(-1);
    if (last?.scope === scope) last.content += content;
    else pieces.push({ content, scope });
  }
  return pieces
    .filter(({ content }) => content.trim() !== '')
    .map(({ content, scope }) => `${content.trim()} ${scope}`);
};

describe('highlighting', () => {
  it('is generated from the words of the language', () => {
    expect(grammarText()).toBe(committed);
  });

  it('tells words, names, labels, owners and limits apart', () => {
    expect(scopes('step check "Check the stock" by agent, store within 1h30min # soon')).toEqual([
      'step keyword.control',
      'check entity.name.function',
      '"Check the stock" string.quoted.double',
      'by keyword.other.attribute',
      'agent, store variable.other.owner',
      'within keyword.other.attribute',
      '1h30min constant.numeric.duration',
      '# soon comment.line.number-sign',
    ]);
  });

  it('knows questions in any script, percentages, arrows and where they lead', () => {
    expect(scopes('if מלאי? "יש במלאי?" 85% -> שריון')).toEqual([
      'if keyword.control.conditional',
      'מלאי? entity.name.tag.question',
      '"יש במלאי?" string.quoted.double',
      '85% constant.numeric.percent',
      '-> keyword.operator.arrow',
      'שריון entity.name.label',
    ]);
    expect(scopes('a->b -> end lost as failure')).toEqual([
      'a source',
      '-> keyword.operator.arrow',
      'b entity.name.label',
      '-> keyword.operator.arrow',
      'end keyword.control',
      'lost entity.name.function',
      'as keyword.other.attribute',
      'failure constant.language',
    ]);
  });

  it('takes words for words only in their place', () => {
    expect(scopes('step by by agent')).toEqual([
      'step keyword.control',
      'by entity.name.function',
      'by keyword.other.attribute',
      'agent variable.other.owner',
    ]);
    expect(scopes('step my-step "x"')).toEqual([
      'step keyword.control',
      'my-step entity.name.function',
      '"x" string.quoted.double',
    ]);
    expect(scopes('-> purpose')).toEqual(['-> keyword.operator.arrow', 'purpose entity.name.label']);
    expect(scopes('purpose "Sell"')).toEqual([
      'purpose keyword.other.property',
      '"Sell" string.quoted.double',
    ]);
  });

  it('ends a label that nobody closed at its line, and marks a wrong escape', () => {
    expect(scopes('step a "open\nstep b')).toContain('b entity.name.function');
    expect(scopes('step a "\\q"')).toContain('\\q invalid.illegal.escape');
  });
});
