import { expect, it } from 'vitest';
import { exampleFrames, exampleInColour } from '../../scripts/rules-in-colour.ts';
import { plainPalette } from '../../src/diagnostic/palette.ts';
import { allRules } from '../../src/lint/all-rules.ts';

const escapeCharacter = String.fromCharCode(27);

it.each(allRules)('$name reads the same without colour, in 80 columns', (rule) => {
  const plain = exampleFrames(rule, plainPalette);
  expect(exampleInColour(rule).replaceAll(new RegExp(`${escapeCharacter}\\[\\d+m`, 'g'), '')).toBe(plain);
  for (const line of plain.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
});
