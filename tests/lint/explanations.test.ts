import { describe, expect, it } from 'vitest';
import { ruleNames } from '../../src/diagnostic/rule-names.ts';
import { allRules } from '../../src/lint/all-rules.ts';
import { codesOf, lintText, rulesWith } from './lint-texts.ts';

it('there is one rule for each name, in the order of the names', () => {
  expect(allRules.map(({ name }) => name)).toEqual(ruleNames);
});

describe.each(allRules)('$name', (rule) => {
  it('explains itself in whole sentences, with an example that fails by it alone and one in which nothing is found', () => {
    const { why, repair, failing, passing } = rule.explanation;
    expect(rule.summary).toMatch(/^\S[^\n]*[^.\n]$/);
    expect(why).toMatch(/^\S.{40,}[.?!”]$/);
    expect(repair).toMatch(/^\S.{20,}[.?!”]$/);
    const rules = rulesWith('recommended', rule.name);
    expect(new Set(codesOf(lintText(failing, rules)))).toEqual(new Set([rule.name]));
    expect(lintText(passing, rules)).toEqual([]);
  });
});
