import type { FramedFile } from '../diagnostic/render-diagnostic.ts';
import type { Span } from '../text/span.ts';
import { countFindings, findingsOf, type Report, type ReportedFinding, relatedFile } from './report.ts';

/**
 * For programs: version 1 of a shape that only ever grows. Lines and columns from 1; columns and offsets in UTF-16
 * units.
 */
export function jsonReport(report: Report): string {
  const counts = countFindings(report);
  const value = {
    version: 1,
    files: report.files.length,
    errors: counts.error,
    warnings: counts.warning,
    infos: counts.info,
    findings: findingsOf(report).map((finding) => findingValue(report, finding)),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

const findingValue = (report: Report, { file, diagnostic }: ReportedFinding): object => ({
  file: file.path,
  rule: diagnostic.code,
  severity: diagnostic.severity,
  message: diagnostic.message,
  help: diagnostic.help,
  range: rangeValue(file, diagnostic.span),
  related: diagnostic.related.flatMap(({ path, span, message }) => {
    const other = relatedFile(report, file, path);
    return other === undefined ? [] : [{ file: other.path, range: rangeValue(other, span), message }];
  }),
  fix: diagnostic.fix && {
    kind: diagnostic.fix.kind,
    edits: diagnostic.fix.edits.map(({ span, text }) => ({ range: rangeValue(file, span), text })),
  },
});

const rangeValue = ({ lines }: FramedFile, { start, end }: Span): object => ({
  start: { ...lines.position(start), offset: start },
  end: { ...lines.position(end), offset: end },
});
