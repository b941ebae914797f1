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

  it('knows what comes in from beside, and its words as names elsewhere', () => {
    expect(scopes('anytime cancels "Customer cancels" 2% -> late')).toEqual([
      'anytime keyword.control',
      'cancels entity.name.function',
      '"Customer cancels" string.quoted.double',
      '2% constant.numeric.percent',
      '-> keyword.operator.arrow',
      'late entity.name.label',
    ]);
    expect(scopes('late "A limit has passed" { meanwhile news every 1d -> x }').slice(0, 6)).toEqual([
      'late keyword.control',
      '"A limit has passed" string.quoted.double',
      '{ punctuation.section.block',
      'meanwhile keyword.control',
      'news entity.name.function',
      'every keyword.other.attribute',
    ]);
    expect(scopes('meanwhile every p1 30min, 1d -> x').slice(0, 5)).toEqual([
      'meanwhile keyword.control',
      'every keyword.other.attribute',
      'p1 entity.name.type.level',
      '30min constant.numeric.duration',
      ', punctuation.separator',
    ]);
    expect(scopes('step late "Late" meanwhile "Remind" after 2d -> x').slice(1, 6)).toEqual([
      'late entity.name.function',
      '"Late" string.quoted.double',
      'meanwhile keyword.control',
      '"Remind" string.quoted.double',
      'after keyword.other.attribute',
    ]);
  });

  it('knows levels by the time behind them, declarations, promises and fields', () => {
    expect(scopes('level p1 "Nobody"')[1]).toBe('p1 entity.name.type');
    expect(scopes('party carrier "Network owner"').slice(0, 2)).toEqual([
      'party keyword.declaration',
      'carrier entity.name.type',
    ]);
    expect(scopes('step x within p1 15min, p2 1h, 4h takes 5min..10min')).toEqual([
      'step keyword.control',
      'x entity.name.function',
      'within keyword.other.attribute',
      'p1 entity.name.type.level',
      '15min constant.numeric.duration',
      ', punctuation.separator',
      'p2 entity.name.type.level',
      '1h constant.numeric.duration',
      ', punctuation.separator',
      '4h constant.numeric.duration',
      'takes keyword.other.attribute',
      '5min constant.numeric.duration',
      '.. punctuation.separator',
      '10min constant.numeric.duration',
    ]);
    expect(scopes('promise final "Final" 8w from log to answer').slice(2)).toEqual([
      '"Final" string.quoted.double',
      '8w constant.numeric.duration',
      'from keyword.other.attribute',
      'log variable.other.owner',
      'to keyword.other.attribute',
      'answer variable.other.owner',
    ]);
    expect(scopes('promise p1 4h')).toEqual([
      'promise keyword.other.property',
      'p1 entity.name.type.level',
      '4h constant.numeric.duration',
    ]);
    expect(scopes('  field late "Often"').slice(0, 2)).toEqual([
      'field keyword.other.attribute',
      'late variable.other.property',
    ]);
    expect(scopes('  accountable lead')).toEqual([
      'accountable keyword.other.attribute',
      'lead variable.other.owner',
    ]);
    expect(scopes('hours "Mon-Fri 09:00-17:00"')[0]).toBe('hours keyword.other.property');
  });

  it('knows the words behind parallel and choose, and the clock that stops', () => {
    expect(scopes('parallel first race {')).toEqual([
      'parallel keyword.control.conditional',
      'first keyword.other.attribute',
      'race entity.name.tag',
      '{ punctuation.section.block',
    ]);
    expect(scopes('choose all what? "What?" {').slice(0, 3)).toEqual([
      'choose keyword.control.conditional',
      'all keyword.other.attribute',
      'what? entity.name.tag.question',
    ]);
    expect(scopes('choose what? "What?" {')[1]).toBe('what? entity.name.tag.question');
    expect(scopes('wait w stops clock').slice(2)).toEqual([
      'stops keyword.other.attribute',
      'clock keyword.other.attribute',
    ]);
    expect(scopes('touchpoint call volume 400 per 1d').slice(2)).toEqual([
      'volume keyword.other.attribute',
      '400 constant.numeric.integer',
      'per keyword.other.attribute',
      '1d constant.numeric.duration',
    ]);
  });

  it('ends a label that nobody closed at its line, and marks a wrong escape', () => {
    expect(scopes('step a "open\nstep b')).toContain('b entity.name.function');
    expect(scopes('step a "\\q"')).toContain('\\q invalid.illegal.escape');
  });
});
