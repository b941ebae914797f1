import { describe, expect, it } from 'vitest';
import { ruleNames } from '../../src/diagnostic/rule-names.ts';
import { fixtureNames, judged, readFixture } from './rule-fixtures.ts';

describe.each(ruleNames)('%s', (rule) => {
  const names = fixtureNames(rule);

  it.each(names)('finds in %s what is written there, and no other rule finds more', (name) => {
    const fixture = readFixture(rule, name);
    const { found, annotated } = judged(rule, fixture);
    expect(Object.fromEntries(annotated), 'npm run fixtures -- --update writes what is found').toEqual(
      Object.fromEntries(fixture),
    );
    if (name.startsWith('valid')) expect(found).toEqual([]);
    if (name.startsWith('invalid')) expect(found.map(({ code }) => code)).toContain(rule);
  });

  it('has a fixture of each kind', () => {
    expect(names.some((name) => name.startsWith('valid'))).toBe(true);
    expect(names.some((name) => name.startsWith('invalid'))).toBe(true);
  });
});
