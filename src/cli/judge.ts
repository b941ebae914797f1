import type { RuleName } from '../diagnostic/code.ts';
import { byPlace, type Diagnostic, type RelatedPlace } from '../diagnostic/diagnostic.ts';
import type { FramedFile } from '../diagnostic/render-diagnostic.ts';
import { lintFlows } from '../lint/lint.ts';
import type { RuleSettings } from '../lint/settings.ts';
import type { Preset, RuleSeverity } from '../project/configuration.ts';
import type { Configuration, ConfigurationProblem } from '../project/find-configuration.ts';
import type { Report, ReportedFile } from '../report/report.ts';
import { lineIndex } from '../text/line-index.ts';
import { describeCode } from './explain/describe-code.ts';
import { settingsOf } from './lint-settings.ts';
import type { AskedFile, Project } from './open-project.ts';
import { problemAt } from './problem-at.ts';
import type { Shell } from './shell.ts';
import { version } from './version.ts';

export interface JudgeOptions {
  /** `2026-11-21`. */
  readonly today: string;
  /** Severities that were given on the command line. */
  readonly severities?: ReadonlyMap<RuleName, RuleSeverity>;
  /** In place of the preset of every configuration; what these say of single rules holds over it. */
  readonly preset?: Preset;
}

/** What was found in a project: everything of the asked files, by path and then by place. Errors of the language come with the rules' findings. */
export interface Judgement {
  readonly project: Project;
  /** Of the configurations. */
  readonly mistakes: readonly ConfigurationProblem[];
  diagnosticsOf(file: AskedFile): readonly Diagnostic[];
  report(): Report;
}

/** Judges all files that were loaded. Where configurations have mistakes, ask `refuseMistakes` before all else. */
export function judge(shell: Shell, project: Project, options: JudgeOptions): Judgement {
  const problems: ConfigurationProblem[] = [];
  const severities = options.severities ?? new Map();
  const settings = new Map<Configuration, RuleSettings>();
  for (const { configuration } of project.asked)
    if (!settings.has(configuration))
      settings.set(
        configuration,
        settingsOf({ ...configuration, ...presetOf(options) }, severities, (setting, problem) =>
          problems.push(problemAt(shell, setting, problem)),
        ),
      );
  const configurationOf = new Map(project.asked.map(({ path, configuration }) => [path, configuration]));
  const mistakes = [...project.configurations.problems(), ...problems];

  const findings = lintFlows([...project.understood.values()], {
    today: options.today,
    // Files that are only used are there to be looked things up in: nobody asked what is wrong with them.
    rulesFor: (path) => {
      const configuration = configurationOf.get(path);
      return (configuration && settings.get(configuration)) ?? new Map();
    },
  });
  const diagnosticsOf = ({ path }: AskedFile): readonly Diagnostic[] =>
    [...(project.understood.get(path)?.diagnostics ?? []), ...(findings.get(path) ?? [])].sort(byPlace);
  return { project, mistakes, diagnosticsOf, report: () => reportOf(project, diagnosticsOf) };
}

const presetOf = ({ preset }: JudgeOptions): { readonly preset?: Preset } =>
  preset === undefined ? {} : { preset };

/** Throws a `UsageError` where a configuration has a mistake: what holds for a file must be certain. */
export async function refuseMistakes(shell: Shell, { mistakes }: Judgement): Promise<void> {
  if (mistakes.length === 0) return;
  const { refuseProblems } = await import('./configuration-problems.ts');
  refuseProblems(shell, mistakes);
}

function reportOf(project: Project, diagnosticsOf: (file: AskedFile) => readonly Diagnostic[]): Report {
  const framed = new Map<string, FramedFile>();
  for (const [key, { source }] of project.loaded.files) {
    const path = project.shownPath(key);
    framed.set(path, { path, text: source.text, lines: lineIndex(source.text) });
  }
  const files = project.asked.flatMap((asked): readonly ReportedFile[] => {
    const file = framed.get(project.shownPath(asked.path));
    if (file === undefined) return [];
    const diagnostics = diagnosticsOf(asked).map((diagnostic) => shown(project, diagnostic));
    return [{ ...file, diagnostics }];
  });
  return { version: version(), files, fileAt: (path) => framed.get(path), describe: describeCode };
}

function shown(project: Project, diagnostic: Diagnostic): Diagnostic {
  const placed = (place: RelatedPlace): RelatedPlace =>
    place.path === undefined ? place : { ...place, path: project.shownPath(place.path) };
  const { related, witness } = diagnostic;
  return {
    ...diagnostic,
    related: related.map(placed),
    ...(witness === undefined ? {} : { witness: witness.map(placed) }),
  };
}
