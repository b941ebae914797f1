import { buildProcess } from '../../src/build/build-process.ts';
import { check } from '../../src/check/check.ts';
import type { RuleName } from '../../src/diagnostic/code.ts';
import { byPlace, type Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { lintFlows } from '../../src/lint/lint.ts';
import type { OptionValue } from '../../src/lint/option.ts';
import type { Preset } from '../../src/lint/presets.ts';
import { ruleNamed } from '../../src/lint/rule-named.ts';
import { presetSettings, type RuleSettings } from '../../src/lint/settings.ts';
import { parse } from '../../src/syntax/parse.ts';

/** The day on which all tests judge. */
export const today = '2026-11-21';

export const mainPath = 'main.flow';

/** A preset and some rules more, with their own severity, or with options. */
export function rulesWith(
  preset: Preset,
  ...more: readonly (RuleName | readonly [RuleName, Readonly<Record<string, OptionValue>>])[]
): RuleSettings {
  const named = more.map((rule): [RuleName, Readonly<Record<string, OptionValue>>] =>
    typeof rule === 'string' ? [rule, {}] : [rule[0], rule[1]],
  );
  return new Map([
    ...presetSettings(preset),
    ...named.map(
      ([name, options]) => [name, { severity: ruleNamed(name)?.severity ?? 'error', options }] as const,
    ),
  ]);
}

/** Everything that is found in texts by path: errors of the language, and what the rules say, in order of place. */
export function lintTexts(
  texts: ReadonlyMap<string, string>,
  rules: RuleSettings = presetSettings('recommended'),
): ReadonlyMap<string, readonly Diagnostic[]> {
  const checked = check(new Map([...texts].map(([path, text]) => [path, parse({ path, text })])));
  const built = [...checked.values()].map((file) => ({ file, staged: file.flows.map(buildProcess) }));
  const found = lintFlows(
    built.map(({ file, staged }) => ({ checked: file, built: staged.map(({ value }) => value) })),
    { today, rulesFor: () => rules },
  );
  return new Map(
    built.map(({ file, staged }) => {
      const { path } = file.parsed.source;
      const all = [
        ...file.diagnostics,
        ...staged.flatMap(({ diagnostics }) => diagnostics),
        ...(found.get(path) ?? []),
      ];
      return [path, all.sort(byPlace)];
    }),
  );
}

export const lintText = (text: string, rules?: RuleSettings): readonly Diagnostic[] =>
  lintTexts(new Map([[mainPath, text]]), rules).get(mainPath) ?? [];

/** The codes of what is found, in order of place. */
export const codesOf = (found: readonly Diagnostic[]): readonly string[] => found.map(({ code }) => code);
