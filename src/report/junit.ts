import { placeOf } from '../diagnostic/render-diagnostic.ts';
import { countFindings, type Report, type ReportedFile } from './report.ts';

/**
 * JUnit's XML, as build servers read it: a suite for each file, a case for each finding. Errors are failures; warnings
 * and infos pass and stand in the output, as they do not fail the command either.
 */
export function junitReport(report: Report): string {
  const failures = countFindings(report).error;
  const tests = report.files.reduce((sum, file) => sum + Math.max(1, file.diagnostics.length), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="flowc" tests="${tests}" failures="${failures}">`,
    ...report.files.flatMap(suite),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(file: ReportedFile): readonly string[] {
  const name = escapeXml(file.path);
  const failures = file.diagnostics.filter(({ severity }) => severity === 'error').length;
  const cases =
    file.diagnostics.length === 0
      ? [`    <testcase name="no findings" classname="${name}"/>`]
      : file.diagnostics.flatMap(({ code, severity, message, help, span }) => {
          const place = escapeXml(placeOf(file, span.start));
          const text = escapeXml(help === undefined ? message : `${message}\n${help}`);
          return [
            `    <testcase name="${code} ${place}" classname="${name}">`,
            severity === 'error'
              ? `      <failure type="${code}" message="${escapeXml(message)}">${place}: ${text}</failure>`
              : `      <system-out>${severity}: ${text}</system-out>`,
            '    </testcase>',
          ];
        });
  return [
    `  <testsuite name="${name}" tests="${Math.max(1, file.diagnostics.length)}" failures="${failures}">`,
    ...cases,
    '  </testsuite>',
  ];
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** What XML 1.0 cannot hold becomes U+FFFD. */
const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that XML cannot hold
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll(/[&<>"\n]/g, (character) => entities[character] ?? character);
