import type { ChalkInstance } from 'chalk';
import { errorExplanations } from '../../diagnostic/error-explanations.ts';
import { closest } from '../../diagnostic/suggest.ts';
import { wrap } from '../../diagnostic/wrap.ts';
import { allRules, ruleNamed } from '../../lint/all-rules.ts';
import type { OptionSpec } from '../../lint/option.ts';
import type { Rule } from '../../lint/rule.ts';
import { colourOf } from '../colour.ts';
import type { CommonOptions } from '../commands/command-context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { explanationOf } from './describe-code.ts';

/** Prints what a rule or an error is about; without a name, a line for each. */
export function explain(shell: Shell, name: string | undefined, { color }: CommonOptions): ExitCode {
  const chalk = colourOf(shell.stdout, shell.environment, color);
  const width = Math.min(shell.stdout.columns, 100);
  shell.stdout.write(name === undefined ? overview(chalk) : page(name, chalk, width));
  return exitCodes.clean;
}

function overview(chalk: ChalkInstance): string {
  const row = (name: string, severity: string, summary: string): string =>
    `  ${name.padEnd(28)}${severity.padEnd(9)}${summary}`;
  const rules = allRules.map(({ name, sets, severity, summary }) =>
    row(
      name,
      sets.length === 0 ? 'off' : severity,
      `${summary}${sets.includes('recommended') || sets.length === 0 ? '' : ' (service)'}`,
    ),
  );
  const errors = Object.entries(errorExplanations).map(([name, { summary }]) => row(name, '', summary));
  return [
    chalk.bold('Rules, as `flowc.config.json` can set them'),
    ...rules,
    '',
    chalk.bold('Errors of the language'),
    ...errors,
    '',
  ].join('\n');
}

function page(name: string, chalk: ChalkInstance, width: number): string {
  const rule = ruleNamed(name);
  if (rule !== undefined) return rulePage(rule, chalk, width);
  const error = explanationOf(name);
  if (error === undefined) {
    const near = closest(name, [...allRules.map((other) => other.name), ...Object.keys(errorExplanations)]);
    throw new UsageError(
      `there is no rule or error “${name}”`,
      near === undefined ? '“flowc explain” lists them all' : `Did you mean “${near}”?`,
    );
  }
  return [
    `${chalk.bold(name)}: ${error.summary}`,
    '',
    ...wrap(error.explanation, width),
    ...example(chalk, 'Wrong', error.failing),
    ...example(chalk, 'Right', error.passing),
    '',
  ].join('\n');
}

function rulePage(
  { name, summary, severity, sets, fixKind, options, explanation }: Rule,
  chalk: ChalkInstance,
  width: number,
): string {
  const facts = [
    sets.length === 0 ? `off unless it is named, then ${severity}` : `${severity} in ${sets.join(' and ')}`,
    ...(fixKind === 'safe' ? ['--fix repairs it'] : fixKind === 'unsafe' ? ['--fix=unsafe repairs it'] : []),
  ];
  return [
    `${chalk.bold(name)}: ${summary}`,
    chalk.dim(facts.join('; ')),
    '',
    ...wrap(explanation.why, width),
    '',
    ...wrap(explanation.repair, width),
    ...optionLines(name, severity, options, chalk),
    ...example(chalk, 'Found here', explanation.failing),
    ...example(chalk, 'Not here', explanation.passing),
    '',
  ].join('\n');
}

function optionLines(
  name: string,
  severity: string,
  options: Rule['options'],
  chalk: ChalkInstance,
): readonly string[] {
  const entries = Object.entries(options);
  if (entries.length === 0) return [];
  const defaults = Object.fromEntries(entries.map(([option, spec]) => [option, spec.default]));
  return [
    '',
    chalk.bold('Options'),
    ...entries.map(([option, spec]: [string, OptionSpec]) => `  ${option}: ${spec.summary}`),
    `  "rules": { "${name}": ["${severity}", ${JSON.stringify(defaults)}] }`,
  ];
}

const example = (chalk: ChalkInstance, title: string, text: string | undefined): readonly string[] =>
  text === undefined
    ? []
    : [
        '',
        chalk.bold(title),
        ...text
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`.trimEnd()),
      ];
