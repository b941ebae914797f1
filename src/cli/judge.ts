import { byPlace, type Diagnostic, type RelatedPlace } from '../diagnostic/diagnostic.ts';
import type { FramedFile } from '../diagnostic/render-diagnostic.ts';
import { describeCode } from '../report/describe-code.ts';
import type { Report, ReportedFile } from '../report/report.ts';
import { lineIndex } from '../text/line-index.ts';
import type { AskedFile, Project } from './open-project.ts';
import type { Shell } from './shell.ts';
import { version } from './version.ts';

/**
 * What was found in a project: everything of the asked files, by path and then by place. Errors of the language come
 * with the rules' findings.
 */
export interface Judgement {
  readonly project: Project;
  diagnosticsOf(file: AskedFile): readonly Diagnostic[];
  report(): Report;
}

/** Judges all files that were loaded. Where configurations have mistakes, ask `refuseMistakes` before all else. */
export function judge(project: Project): Judgement {
  const { session } = project;
  const findings = session.allFindings();
  const diagnosticsOf = ({ path }: AskedFile): readonly Diagnostic[] =>
    [...session.languageErrors(path), ...(findings.get(path) ?? [])].sort(byPlace);
  return { project, diagnosticsOf, report: () => reportOf(project, diagnosticsOf) };
}

/** Throws a `UsageError` where a configuration has a mistake: what holds for a file must be certain. */
export async function refuseMistakes(shell: Shell, { mistakes }: Project): Promise<void> {
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
