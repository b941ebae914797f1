import { join } from 'node:path';
import { Chalk } from 'chalk';
import { expect, it } from 'vitest';
import { paletteOf } from '../../src/cli/colour.ts';
import { plainPalette } from '../../src/diagnostic/palette.ts';
import { renderDiagnostic } from '../../src/diagnostic/render-diagnostic.ts';
import { allRules } from '../../src/lint/all-rules.ts';
import type { Rule } from '../../src/lint/rule.ts';
import { lineIndex } from '../../src/text/line-index.ts';
import { lintText, rulesWith } from './lint-texts.ts';

const escapeCharacter = String.fromCharCode(27);

/** What a terminal of 80 columns shows of a rule's first example. */
function frames(rule: Rule, palette: typeof plainPalette): string {
  const text = rule.explanation.failing;
  const file = { path: 'example.flow', text, lines: lineIndex(text) };
  return lintText(text, rulesWith('recommended', rule.name))
    .map((diagnostic) => renderDiagnostic(diagnostic, file, { palette, width: 80, fileAt: () => undefined }))
    .join('\n');
}

const inColour = (rule: Rule): string => frames(rule, paletteOf(new Chalk({ level: 1 })));

it('shows every rule in colour as it was read and approved; escapes are written ␛', async () => {
  const all = allRules.map((rule) => inColour(rule).replaceAll(escapeCharacter, '␛')).join('\n');
  await expect(all).toMatchFileSnapshot(join(import.meta.dirname, '..', 'fixtures', 'rules-in-colour.snap'));
});

it.each(allRules)('$name reads the same without colour, in 80 columns', (rule) => {
  const plain = frames(rule, plainPalette);
  expect(inColour(rule).replaceAll(new RegExp(`${escapeCharacter}\\[\\d+m`, 'g'), '')).toBe(plain);
  for (const line of plain.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
});
