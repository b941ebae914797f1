import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../src/lint/all-rules.ts';
import { ruleIndex, rulePage } from '../../src/lint/rule-page.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'rules');
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('docs/rules', () => {
  it.each(allRules)('$name.md is what `npm run generate` would write', (rule) => {
    expect(textOf(`${rule.name}.md`)).toBe(rulePage(rule));
  });

  it('has an index of all pages, and no page more', () => {
    expect(textOf('README.md')).toBe(ruleIndex());
    expect(readdirSync(folder).sort()).toEqual(
      ['README.md', ...allRules.map(({ name }) => `${name}.md`)].sort(),
    );
    for (const { name } of allRules) expect(ruleIndex()).toContain(`[\`${name}\`](${name}.md)`);
  });
});
