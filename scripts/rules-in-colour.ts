import { Chalk } from 'chalk';
import { paletteOf } from '../src/cli/colour.ts';
import type { plainPalette } from '../src/diagnostic/palette.ts';
import { renderDiagnostic } from '../src/diagnostic/render-diagnostic.ts';
import { allRules } from '../src/lint/all-rules.ts';
import type { Rule } from '../src/lint/rule.ts';
import { lineIndex } from '../src/text/line-index.ts';
import { lintText, rulesWith } from '../tests/lint/lint-texts.ts';

const escapeCharacter = String.fromCharCode(27);

/** What a terminal of 80 columns shows of a rule's first example. */
export function exampleFrames(rule: Rule, palette: typeof plainPalette): string {
  const text = rule.explanation.failing;
  const file = { path: 'example.flow', text, lines: lineIndex(text) };
  return lintText(text, rulesWith('recommended', rule.name))
    .map((diagnostic) => renderDiagnostic(diagnostic, file, { palette, width: 80, fileAt: () => undefined }))
    .join('\n');
}

/** What a terminal of 16 colours shows of it. */
export const exampleInColour = (rule: Rule): string =>
  exampleFrames(rule, paletteOf(new Chalk({ level: 1 })));

/** Every rule's first example in colour, as `tests/fixtures/rules-in-colour.snap`; escapes are written ␛. */
export const rulesInColour = (): string =>
  allRules.map((rule) => exampleInColour(rule).replaceAll(escapeCharacter, '␛')).join('\n');
