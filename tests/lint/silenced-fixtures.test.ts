import { describe, expect, it } from 'vitest';
import { isLanguageError } from '../../src/diagnostic/code.ts';
import { ruleNames } from '../../src/diagnostic/rule-names.ts';
import { lineIndex } from '../../src/text/line-index.ts';
import { withoutAnnotations } from '../fixture.ts';
import { lintText, rulesWith } from './lint-texts.ts';
import { fixtureNames, readFixture } from './rule-fixtures.ts';

const fixtures = ruleNames
  // What silences nothing cannot be silenced.
  .filter((rule) => rule !== 'unused-suppression')
  .flatMap((rule) =>
    fixtureNames(rule)
      .filter((name) => name.endsWith('.flow') && name.startsWith('invalid'))
      .map((name) => ({
        rule,
        name,
        text: withoutAnnotations([...readFixture(rule, name).values()].join('')),
      })),
  );

describe('any finding of a rule', () => {
  it.each(fixtures)(
    'of $rule/$name is silenced by a comment on the line before, which is then used',
    ({ rule, text }) => {
      const rules = rulesWith('none', rule, 'unused-suppression');
      const lines = lineIndex(text);
      const found = lintText(text, rules).filter(({ code }) => !isLanguageError(code));
      expect(found.length).toBeGreaterThan(0);
      const places = new Set(found.map(({ span }) => lines.position(span.start).line));
      const silenced = text
        .split('\n')
        .flatMap((line, at) => (places.has(at + 1) ? [`# flowc-ignore ${rule}: so it is`, line] : [line]))
        .join('\n');
      expect(lintText(silenced, rules).filter(({ code }) => !isLanguageError(code))).toEqual([]);
    },
  );
});
