import { describe, expect, it } from 'vitest';
import { allRules } from '../../src/lint/all-rules.ts';
import type { RuleSettings } from '../../src/lint/settings.ts';
import { lintText } from '../lint/lint-texts.ts';

const everyRule: RuleSettings = new Map(
  allRules.map(({ name, severity }) => [name, { severity, options: {} }] as const),
);
const codes = (statement: string): readonly string[] =>
  lintText(
    `flow f "F"\n\nrole agent "Agent"\ntouchpoint t "Start"\n${statement}\nend done "Done" as success\n`,
    everyRule,
  )
    .filter(({ span }) => span.start >= 52)
    .map(({ code }) => code);

describe('a statement with a mistake in it', () => {
  it.each([
    ['a role that nobody declared', 'step a "A" by boss %%% to agent'],
    ['a step without an owner', 'step a "A" ( within 2h'],
    ['a wait without a limit', 'wait w "Wait" extra words'],
    ['a system that nobody declared', 'step a "A" using erp "B"'],
  ])('is not judged by any rule: %s', (_, statement) => {
    expect(new Set(codes(statement))).toEqual(new Set([codes(statement)[0]]));
    expect(['unexpected-token', 'invalid-character']).toContain(codes(statement)[0]);
  });

  it('does not keep what stands in its block from being judged', () => {
    expect(codes('if q? "Q?" "R?" {\n  step b "B" by boss\n}')).toContain('undeclared-role');
  });
});
