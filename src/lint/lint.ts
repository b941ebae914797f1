import { byPlace, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { inLineEndsOf } from '../diagnostic/line-ends.ts';
import { allRules } from './all-rules.ts';
import { brokenStatements } from './broken-statements.ts';
import type { FileContext } from './context.ts';
import { type LintFile, projectContext } from './project-context.ts';
import type { Rule, RuleFinding } from './rule.ts';
import type { LintSettings, RuleSetting, RuleSettings } from './settings.ts';
import { applySuppressions } from './suppression.ts';

/**
 * What the rules find in files that are judged together, for each path in the order of its text, and what is wrong with
 * its suppressions. Pure, and total on whatever was read; errors of the language are not repeated, and nothing is found
 * in a statement that could not be read whole.
 */
export function lintFlows(
  files: readonly LintFile[],
  settings: LintSettings,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const project = projectContext(files, settings.today);
  return new Map(project.files().map((file) => [file.path, lintFile(file, settings.rulesFor(file.path))]));
}

/** What the rules find in one file of a project, in the order of its text, and what is wrong with its suppressions. */
export function lintFile(file: FileContext, rules: RuleSettings): readonly Diagnostic[] {
  const found = allRules.flatMap((rule) => {
    const setting = rules.get(rule.name);
    return setting === undefined ? [] : check(rule, setting, file);
  });
  const isBroken = brokenStatements(file.checked);
  const sure = found.filter(({ span }) => !isBroken(span.start));
  return inLineEndsOf(file.text, [...applySuppressions(file, sure, rules)].sort(byPlace));
}

function check(rule: Rule, { severity, options }: RuleSetting, file: FileContext): readonly Diagnostic[] {
  if (severity === 'off') return [];
  const found: readonly RuleFinding[] = [
    ...(rule.checkFile?.(file, options) ?? []),
    ...(rule.checkFlow === undefined
      ? []
      : file.flows().flatMap((flow) => rule.checkFlow?.(flow, options) ?? [])),
  ];
  return found.map((finding) => ({ code: rule.name, severity, related: [], ...finding }));
}
