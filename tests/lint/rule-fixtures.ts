import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleName } from '../../src/diagnostic/code.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { annotate, withoutAnnotations } from '../fixture.ts';
import { lintTexts, mainPath, rulesWith } from './lint-texts.ts';

export const ruleFixtures = join(import.meta.dirname, '..', 'fixtures', 'rules');

/** The fixtures of a rule: files, and folders that are projects. */
export const fixtureNames = (rule: RuleName): readonly string[] =>
  readdirSync(join(ruleFixtures, rule)).sort();

/** The files of a fixture by path. */
export function readFixture(rule: RuleName, name: string): ReadonlyMap<string, string> {
  const path = join(ruleFixtures, rule, name);
  if (statSync(path).isFile()) return new Map([[mainPath, readFileSync(path, 'utf8')]]);
  return new Map(
    readdirSync(path)
      .sort()
      .map((file) => [file, readFileSync(join(path, file), 'utf8')]),
  );
}

/** What is found in a fixture under the recommended rules and its own, and its text with that written into it. */
export function judged(rule: RuleName, fixture: ReadonlyMap<string, string>) {
  const texts = new Map([...fixture].map(([path, text]) => [path, withoutAnnotations(text)]));
  const found: ReadonlyMap<string, readonly Diagnostic[]> = lintTexts(texts, rulesWith('recommended', rule));
  const annotated = new Map([...texts].map(([path, text]) => [path, annotate(text, found.get(path) ?? [])]));
  return { found: [...found.values()].flat(), annotated };
}
