import type { Severity } from '../diagnostic/diagnostic.ts';
import { findingsInWords } from './count-words.ts';
import { countFindings, findingsOf, type Report, type ReportedFinding, rangeOf } from './report.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Workflow commands of GitHub Actions, which become annotations on the lines. GitHub shows ten of each kind for a step
 * and drops the rest, so errors come first, and the last line counts them all.
 */
export function githubReport(report: Report): string {
  const findings = [...findingsOf(report)].sort(
    (a, b) => order[a.diagnostic.severity] - order[b.diagnostic.severity],
  );
  return [
    ...findings.map(annotation),
    `${findingsInWords(countFindings(report), report.files.length)}\n`,
  ].join('');
}

function annotation({ file, diagnostic: { severity, code, message, help, span } }: ReportedFinding): string {
  const { start, end } = rangeOf(file, span);
  const properties = [
    `file=${escapeProperty(file.path)}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    // Columns are refused where the lines differ.
    ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : []),
    `title=${escapeProperty(code)}`,
  ];
  const text = help === undefined ? message : `${message}\n${help}`;
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(text)}\n`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
