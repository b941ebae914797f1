import { describe, expect, it } from 'vitest';
import { languageErrors } from '../../src/diagnostic/code.ts';
import type { Diagnostic, Severity } from '../../src/diagnostic/diagnostic.ts';
import { allRules } from '../../src/lint/all-rules.ts';
import type { RuleSettings } from '../../src/lint/settings.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { everyFixture } from '../every-fixture.ts';
import { lintTexts } from './lint-texts.ts';

const everyRule: RuleSettings = new Map(
  allRules.map(({ name, severity }) => [name, { severity, options: {} }] as const),
);
const rank: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };
const isOfLanguage = ({ code }: Diagnostic): boolean => languageErrors.some((each) => each === code);

/** Files that are judged together: those of one folder of a fixture, else one file. */
const projects = Map.groupBy(
  everyFixture,
  ({ path }) => /^fixtures\/\w+\/[\w-]+\/\w+(?:-\w+)*(?=\/)/.exec(path)?.[0] ?? path,
);

/** What is found after that was not before: of each code, as many as there are more. */
function more(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = Map.groupBy(before, ({ code }) => code);
  return [...Map.groupBy(after, ({ code }) => code)].flatMap(([code, all]) =>
    all.slice(known.get(code)?.length ?? 0),
  );
}

const allOf = (found: ReadonlyMap<string, readonly Diagnostic[]>): readonly Diagnostic[] =>
  [...found.values()].flat();

/**
 * What one repair, alone, brings up that is an error or worse than what it repairs. A mistake of the language hides
 * what the rules would say of its statement, so that its repair may bring up what they find; other mistakes it may not.
 */
function harm(files: ReadonlyMap<string, string>, path: string, found: Diagnostic): readonly string[] {
  const { fix, severity } = found;
  if (fix === undefined) return [];
  const before = lintTexts(files, everyRule);
  const after = lintTexts(
    new Map([...files, [path, applyEdits(files.get(path) ?? '', fix.edits)]]),
    everyRule,
  );
  return more(allOf(before), allOf(after))
    .filter((each) => each.severity === 'error' || rank[each.severity] > rank[severity])
    .filter((each) => !isOfLanguage(found) || isOfLanguage(each))
    .map(({ code, message }) => `${fix.title}: ${code}: ${message}`);
}

describe('a repair, be it safe, unsafe or a hint, brings up no error and nothing worse than what it repairs', () => {
  it.each([...projects].map(([project, files]) => ({ project, files })))('$project', ({ files }) => {
    for (const lineEnd of ['\n', '\r\n']) {
      const texts = new Map(files.map(({ path, text }) => [path, text.replaceAll('\n', lineEnd)]));
      for (const [path, found] of lintTexts(texts, everyRule))
        for (const each of found) {
          expect(harm(texts, path, each)).toEqual([]);
          const written = (each.fix?.edits ?? []).map((edit) => edit.text).join('');
          if (lineEnd === '\r\n') expect(written.replaceAll('\r\n', '')).not.toContain('\n');
        }
    }
  });
});
