import type { ChalkInstance } from 'chalk';
import { errorExplanations } from '../../diagnostic/error-explanations.ts';
import { closest } from '../../diagnostic/suggest.ts';
import { wrap } from '../../diagnostic/wrap.ts';
import { allRules } from '../../lint/all-rules.ts';
import { chapters } from '../../lint/chapters.ts';
import type { OptionSpec } from '../../lint/option.ts';
import type { Rule } from '../../lint/rule.ts';
import { ruleNamed } from '../../lint/rule-named.ts';
import { settingExample } from '../../lint/setting-example.ts';
import { explanationOf } from '../../report/describe-code.ts';
import { colourOf } from '../colour.ts';
import type { CommonOptions } from '../commands/command-context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { type ExplainedWord, explainedWords, wordNamed } from './explained-word.ts';

/** Prints what a rule, an error, or a word of the language is about; without a name, a line for each. */
export function explain(shell: Shell, name: string | undefined, { color }: CommonOptions): ExitCode {
  const chalk = colourOf(shell.stdout, shell.environment, color);
  const width = Math.min(shell.stdout.columns, 100);
  shell.stdout.write(name === undefined ? overview(chalk, width) : page(name, chalk, width));
  return exitCodes.clean;
}

function overview(chalk: ChalkInstance, width: number): string {
  const nameWidth = 30;
  const row = (name: string, text: string): readonly string[] => {
    const [first = '', ...rest] = wrap(text, width - nameWidth);
    return [`  ${name.padEnd(nameWidth - 2)}${first}`, ...rest.map((line) => ' '.repeat(nameWidth) + line)];
  };
  const ruleRow = ({ name, sets, severity, summary }: Rule): readonly string[] => {
    const isOn = sets.includes('recommended');
    const when = isOn
      ? severity
      : sets.includes('service')
        ? `${severity} in service`
        : `${severity}, when named`;
    return row(name, `${summary} (${when})`);
  };
  const rules = chapters.flatMap(({ name, title, about }) => [
    '',
    chalk.bold(`${title}: ${about}`),
    ...allRules.filter(({ chapter }) => chapter === name).flatMap(ruleRow),
  ]);
  const errors = Object.entries(errorExplanations).flatMap(([name, { summary }]) => row(name, summary));
  return [
    '“flowc explain NAME” says why it matters, and what to do.',
    ...rules,
    '',
    chalk.bold('Errors of the language: what can’t be switched off'),
    ...errors,
    '',
    chalk.bold('Words and signs of the language: “flowc explain step” says what to type'),
    ...wrap(explainedWords.join(' '), width - 2).map((line) => `  ${line}`),
    '',
  ].join('\n');
}

function page(name: string, chalk: ChalkInstance, width: number): string {
  const rule = ruleNamed(name);
  if (rule !== undefined) return rulePage(rule, chalk, width);
  const word = wordNamed(name);
  if (word !== undefined) return wordPage(word, chalk, width);
  const error = explanationOf(name);
  if (error === undefined) {
    const near = closest(name, [
      ...allRules.map((other) => other.name),
      ...Object.keys(errorExplanations),
      ...explainedWords,
    ]);
    throw new UsageError(
      `there is no rule, error or word “${name}”`,
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

/** What a word or sign says, and what to type; how it is called here, where people call it otherwise. */
function wordPage(
  { name, asked, says, example: typed, stands }: ExplainedWord,
  chalk: ChalkInstance,
  width: number,
): string {
  return [
    ...(asked === name ? [] : [`“${asked}” is written “${name}” in this language.`, '']),
    `${chalk.bold(name)} ${says.replaceAll('`', '“').replace(/“([^“]*)“/g, '“$1”')}`,
    '',
    ...wrap(stands, width),
    ...example(chalk, 'Type for example', typed),
    '',
  ].join('\n');
}

function rulePage(rule: Rule, chalk: ChalkInstance, width: number): string {
  const { name, summary, severity, sets, fixKind, explanation } = rule;
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
    ...optionLines(rule, chalk),
    ...example(chalk, 'Found here', explanation.failing),
    ...example(chalk, 'Not here', explanation.passing),
    ...example(chalk, 'To silence it at one place', `# flowc-ignore ${name}: why it is right here`),
    '',
  ].join('\n');
}

function optionLines(rule: Rule, chalk: ChalkInstance): readonly string[] {
  const entries = Object.entries(rule.options);
  if (entries.length === 0) return [];
  return [
    '',
    chalk.bold('Options'),
    ...entries.map(([option, spec]: [string, OptionSpec]) => `  ${option}: ${spec.summary}`),
    `  "rules": { ${settingExample(rule)} }`,
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
