import { buildProcess } from '../build/build-process.ts';
import { check } from '../check/check.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { plainPalette } from '../diagnostic/palette.ts';
import { renderDiagnostic } from '../diagnostic/render-diagnostic.ts';
import { parse } from '../syntax/parse.ts';
import { lineIndex } from '../text/line-index.ts';
import { allRules } from './all-rules.ts';
import { chapters } from './chapters.ts';
import { lintFlows } from './lint.ts';
import type { OptionSpec } from './option.ts';
import type { Rule } from './rule.ts';
import { settingExample } from './setting-example.ts';
import { presetSettings, type RuleSettings } from './settings.ts';

/** The index of all rules as a page in Markdown, for `docs/rules/README.md`. */
export function ruleIndex(): string {
  const row = ({ name, summary, severity, sets, fixKind }: Rule): string => {
    const set = sets.includes('recommended') ? 'recommended' : sets.length > 0 ? 'service' : '–';
    return `| [\`${name}\`](${name}.md) | ${inTable(summary)} | ${severity} | ${set} | ${fixKind} |`;
  };
  const lines = chapters.flatMap(({ name, title, about }) => [
    '',
    `## ${title}: ${about}`,
    '',
    '| rule | finds | severity | set | fix |',
    '|---|---|---|---|---|',
    ...allRules.filter(({ chapter }) => chapter === name).map(row),
  ]);
  return `${[
    '# Rules of `flowc lint`',
    '',
    'Generated from the rules themselves by `npm run generate`. The set `recommended` holds without any configuration; `service` is',
    'that and all that a service team should hold itself to. Errors of the language are not among them: they can’t be switched off.',
    '`flowc explain NAME` shows a page of these on the terminal.',
    ...lines,
  ].join('\n')}\n`;
}

/**
 * The page of a rule in Markdown, for `docs/rules/<rule>.md`: what flowc finds in the first example is what it says
 * itself.
 */
export function rulePage(rule: Rule): string {
  const { name, summary, explanation } = rule;
  return `${[
    `# \`${name}\``,
    '',
    `Finds ${summary}. ${facts(rule)}`,
    '',
    '## Why it matters',
    '',
    explanation.why,
    '',
    '## What to do',
    '',
    explanation.repair,
    '',
    '## Found here',
    '',
    ...fenced('flow', explanation.failing),
    '',
    ...fenced('text', report(rule)),
    '',
    '## Not here',
    '',
    ...fenced('flow', explanation.passing),
    ...optionLines(rule),
    '',
    '## To silence it at one place',
    '',
    `Write \`# flowc-ignore ${name}: why it is right here\` on the line before, or at the end of the line. For a whole file write`,
    '`# flowc-ignore-file` at its top. Without a reason it does not count.',
    '',
    '[All rules](README.md)',
  ].join('\n')}\n`;
}

const sentences: Readonly<Record<Rule['fixKind'], string>> = {
  safe: ' `--fix` repairs it.',
  unsafe: ' `--fix=unsafe` repairs it; look at what it did.',
  hint: ' It shows what to write.',
  none: '',
};

function facts({ severity, sets, fixKind }: Rule): string {
  const set = sets.includes('recommended')
    ? 'on without any configuration'
    : sets.length > 0
      ? 'on in the preset `service`'
      : 'off unless it is named';
  return `Severity **${severity}**, ${set}.${sentences[fixKind]}`;
}

function optionLines(rule: Rule): readonly string[] {
  const entries = Object.entries(rule.options);
  if (entries.length === 0) return [];
  return [
    '',
    '## Options',
    '',
    '| option | default | what it sets |',
    '|---|---|---|',
    ...entries.map(
      ([option, spec]: [string, OptionSpec]) =>
        `| \`${option}\` | \`${JSON.stringify(spec.default)}\` | ${inTable(spec.summary)} |`,
    ),
    '',
    ...fenced('json', `{ "rules": { ${settingExample(rule)} } }`),
  ];
}

/** What flowc says of the example that fails, as on a terminal. */
function report(rule: Rule): string {
  const text = rule.explanation.failing;
  const path = 'example.flow';
  const checked = check(new Map([[path, parse({ path, text })]])).get(path);
  if (checked === undefined) return '';
  const built = checked.flows.map((flow) => buildProcess(flow).value);
  const rules: RuleSettings = new Map([
    ...presetSettings('recommended'),
    [rule.name, { severity: rule.severity, options: {} }],
  ]);
  // The day of the examples, so that the pages are the same every day.
  const settings = { today: '2026-11-21', rulesFor: () => rules };
  const found: readonly Diagnostic[] = lintFlows([{ checked, built }], settings).get(path) ?? [];
  const file = { path, text, lines: lineIndex(text) };
  const options = { palette: plainPalette, width: 80, fileAt: () => undefined };
  return found.map((diagnostic) => renderDiagnostic(diagnostic, file, options)).join('\n');
}

const fenced = (language: string, text: string): readonly string[] => [
  `\`\`\`${language}`,
  text.trimEnd(),
  '```',
];

const inTable = (text: string): string => text.replaceAll('|', '\\|');
