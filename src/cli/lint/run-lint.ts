import type { RuleName } from '../../diagnostic/code.ts';
import { counted } from '../../diagnostic/counted.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { ruleNames } from '../../diagnostic/rule-names.ts';
import { closest } from '../../diagnostic/suggest.ts';
import type { Preset } from '../../lint/presets.ts';
import { type RuleSeverity, ruleSeverities } from '../../project/configuration.ts';
import { absolutePath } from '../../project/path.ts';
import { countFindings, type Report } from '../../report/report.ts';
import type { CommonOptions } from '../commands/command-context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { judge, refuseMistakes } from '../judge.ts';
import { askedFiles, openProject } from '../open-project.ts';
import { saveText } from '../save-text.ts';
import type { Shell } from '../shell.ts';
import { typedCommand } from '../typed-command.ts';
import { UsageError } from '../usage-error.ts';
import type { FixedFile } from './fix-files.ts';
import { readFormats, writeReports } from './report-formats.ts';

export interface LintOptions extends CommonOptions {
  readonly format?: readonly string[];
  readonly fix?: true | string;
  readonly dryRun?: boolean;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly preset?: Preset;
  readonly rule?: readonly string[];
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly stdinFilename?: string;
  readonly printConfig?: string;
  readonly today?: string;
}

/** Judges flows, repairs what it was asked to, and reports the rest. */
export async function runLint(
  shell: Shell,
  names: readonly string[],
  options: LintOptions,
): Promise<ExitCode> {
  if (options.printConfig !== undefined) {
    const { printConfiguration } = await import('./print-configuration.ts');
    printConfiguration(shell, options.printConfig, options.preset);
    return exitCodes.clean;
  }
  const { fix, files: behindFix } = fixWish(shell, options);
  const formats = readFormats(options.format ?? ['pretty']);
  if (options.updateBaseline === true && options.baseline === undefined)
    throw new UsageError('--update-baseline needs --baseline FILE, which it writes');

  if (options.stdinFilename !== undefined && !names.includes('-'))
    throw new UsageError(
      '--stdin-filename names what comes on standard input, and standard input was not asked for',
      `Write - for it: \`${typedCommand(shell)} lint - --stdin-filename ${options.stdinFilename}\``,
    );
  const files = await askedFiles(shell, [...names, ...behindFix], options.stdinFilename);
  const wishes = {
    today: options.today ?? shell.today(),
    severities: severitiesOf(options.rule ?? []),
    ...(options.preset === undefined ? {} : { preset: options.preset }),
  };
  const judgeAgain = (texts: ReadonlyMap<string, string>) =>
    judge(openProject(shell, files, wishes, { texts }));
  const project = openProject(shell, files, wishes);
  await refuseMistakes(shell, project);
  const found = judge(project);
  const { judgement, changed } =
    fix === undefined
      ? { judgement: found, changed: [] }
      : (await import('./fix-files.ts')).fixFiles(found, fix === 'unsafe', judgeAgain);
  for (const file of changed) {
    if (options.dryRun === true) {
      const { unifiedDiff } = await import('../unified-diff.ts');
      shell.stdout.write(unifiedDiff(found.project.shownPath(file.file.path), file));
    } else save(shell, file, files.standardInput?.mark);
  }
  const saved = changed.filter(({ file }) => !file.isStandardInput);
  if (saved.length > 0 && options.dryRun !== true)
    shell.stderr.write(`repaired ${counted(saved.length, 'file')}\n`);
  const unchangedInput = !changed.some(({ file }) => file.isStandardInput);
  const printsText = fix !== undefined && (options.dryRun === true || files.standardInput !== undefined);
  if (files.standardInput !== undefined && fix !== undefined && options.dryRun !== true && unchangedInput)
    shell.stdout.write(`${files.standardInput.mark}${files.standardInput.source.text}`);

  const { baseline, updateBaseline = false } = options;
  const everything = judgement.report();
  const all =
    baseline === undefined
      ? everything
      : (await import('./baseline-file.ts')).applyBaseline(shell, everything, baseline, updateBaseline);
  const { error, warning } = countFindings(all);
  const { maxWarnings = Number.POSITIVE_INFINITY } = options;
  const isFailed = error > 0 || warning > maxWarnings;
  // Whatever makes it fail is reported, however quiet it is to be.
  const least = warning > maxWarnings ? isWarningOrError : isError;
  const report = options.quiet === true ? onlyThose(all, least) : all;
  // Findings must not stand in the middle of an output that is a text or a diff.
  await writeReports(shell, report, formats, printsText ? shell.stderr : shell.stdout, options.color);

  if (warning > maxWarnings)
    shell.stderr.write(`${counted(warning, 'warning')}, and --max-warnings allows ${maxWarnings}\n`);
  return isFailed ? exitCodes.findings : exitCodes.clean;
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
const isWarningOrError = ({ severity }: Diagnostic): boolean => severity !== 'info';
const onlyThose = (report: Report, isTold: (found: Diagnostic) => boolean): Report => ({
  ...report,
  files: report.files.map((file) => ({ ...file, diagnostics: file.diagnostics.filter(isTold) })),
});

/** `--fix=unsafe` names a kind; in `--fix flows`, what stands behind it is a file. */
function fixWish(
  shell: Shell,
  { fix, dryRun }: LintOptions,
): { readonly fix: 'safe' | 'unsafe' | undefined; readonly files: readonly string[] } {
  if (fix === undefined) return { fix: dryRun === true ? 'safe' : undefined, files: [] };
  if (fix === 'unsafe') return { fix, files: [] };
  if (fix === true || fix === 'safe') return { fix: 'safe', files: [] };
  const near = closest(fix, ['safe', 'unsafe']);
  if (near !== undefined && shell.files.kind(absolutePath(shell.cwd, fix)) === undefined)
    throw new UsageError(`there is no kind of repair “${fix}”`, `Did you mean “${near}”?`);
  return { fix: 'safe', files: [fix] };
}

/** Reads `name=severity`. */
function severitiesOf(wishes: readonly string[]): ReadonlyMap<RuleName, RuleSeverity> {
  return new Map(
    wishes.map((wish) => {
      const [, name = '', written = ''] = /^([^=]*)=(.*)$/s.exec(wish) ?? [];
      if (name === '') throw new UsageError(`--rule takes name=severity, not “${wish}”`);
      return [known('rule', name, ruleNames), known('severity', written, ruleSeverities)];
    }),
  );
}

function known<Word extends string>(what: string, written: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === written);
  if (found !== undefined) return found;
  const near = closest(written, words);
  const help =
    near !== undefined
      ? `Did you mean “${near}”?`
      : what === 'rule'
        ? '“flowc explain” lists them all'
        : `Known are: ${words.join(', ')}`;
  throw new UsageError(`there is no ${what} “${written}”`, help);
}

function save(shell: Shell, { file, after }: FixedFile, mark = ''): void {
  if (file.isStandardInput) shell.stdout.write(mark + after);
  else saveText(shell, file.absolutePath, after);
}
