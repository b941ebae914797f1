import type { Severity } from '../diagnostic/diagnostic.ts';
import { findingsWithFingerprints } from './fingerprint.ts';
import { type Report, rangeOf } from './report.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/**
 * GitLab's code quality report. Fingerprints stay the same when lines move, so that only new findings are shown as new.
 */
export function gitlabReport(report: Report): string {
  const issues = findingsWithFingerprints(report.files).map(({ file, diagnostic, fingerprint }) => {
    const { start, end } = rangeOf(file, diagnostic.span);
    return {
      description: diagnostic.message,
      check_name: diagnostic.code,
      fingerprint,
      severity: severities[diagnostic.severity],
      location: { path: file.path, lines: { begin: start.line, end: end.line } },
    };
  });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
