import type { Code } from '../diagnostic/code.ts';
import type { Diagnostic, Severity } from '../diagnostic/diagnostic.ts';
import type { FramedFile } from '../diagnostic/render-diagnostic.ts';
import type { Position } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';

/** A file that was judged, and what was found in it, by place. */
export interface ReportedFile extends FramedFile {
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of a rule or an error besides its findings. Texts are Markdown. */
export interface CodeDescription {
  readonly summary: string;
  readonly explanation: string;
  /** Its severity, unless something else was set. */
  readonly severity: Severity;
}

/** All that a reporter may show. A reporter is a pure function from this to a text that ends in a line break. */
export interface Report {
  /** The version of flowc. */
  readonly version: string;
  /** Every file that was judged, clean ones too, by path. */
  readonly files: readonly ReportedFile[];
  /** Finds the other files that related places are in. */
  readonly fileAt: (path: string) => FramedFile | undefined;
  readonly describe: (code: Code) => CodeDescription | undefined;
}

export interface ReportedFinding {
  readonly file: ReportedFile;
  readonly diagnostic: Diagnostic;
}

export const findingsOf = (report: Report): readonly ReportedFinding[] =>
  report.files.flatMap((file) => file.diagnostics.map((diagnostic) => ({ file, diagnostic })));

export type SeverityCounts = Readonly<Record<Severity, number>>;

export function countFindings(report: Report): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { diagnostic } of findingsOf(report)) counts[diagnostic.severity]++;
  return counts;
}

export interface LineRange {
  readonly start: Position;
  readonly end: Position;
}

export const rangeOf = (file: FramedFile, span: Span): LineRange => ({
  start: file.lines.position(span.start),
  end: file.lines.position(span.end),
});

/** The file that a related place is in; undefined where it cannot be read. */
export const relatedFile = (
  report: Report,
  file: FramedFile,
  path: string | undefined,
): FramedFile | undefined => (path === undefined || path === file.path ? file : report.fileAt(path));
