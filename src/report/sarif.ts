import type { Code } from '../diagnostic/code.ts';
import type { RelatedPlace, Severity } from '../diagnostic/diagnostic.ts';
import type { FramedFile } from '../diagnostic/render-diagnostic.ts';
import type { Span } from '../text/span.ts';
import { findingsWithFingerprints } from './fingerprint.ts';
import { findingsOf, type Report, rangeOf, relatedFile } from './report.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * SARIF 2.1.0 (OASIS), which code hosts show beside the lines. Paths are relative, so that the report means the same
 * elsewhere.
 */
export function sarifReport(report: Report): string {
  const codes = [...new Set(findingsOf(report).map(({ diagnostic }) => diagnostic.code))].sort();
  const results = findingsWithFingerprints(report.files).map(({ file, diagnostic, fingerprint }) => {
    const { code, severity, message, help, span, related, witness, fix } = diagnostic;
    return {
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level: levels[severity],
      message: { text: help === undefined ? message : `${message}\n${help}` },
      locations: [{ physicalLocation: physicalLocation(file, span) }],
      relatedLocations: related.flatMap((place, id) => {
        const other = relatedFile(report, file, place.path);
        return other === undefined
          ? []
          : [{ id, physicalLocation: physicalLocation(other, place.span), message: { text: place.message } }];
      }),
      ...(witness === undefined ? {} : { codeFlows: [codeFlow(report, file, witness)] }),
      partialFingerprints: { 'flowc/v1': fingerprint },
      ...(fix === undefined || fix.kind === 'hint' || fix.edits.length === 0
        ? {}
        : {
            fixes: [
              {
                description: { text: fix.title },
                artifactChanges: [
                  {
                    artifactLocation: artifactLocation(file.path),
                    replacements: fix.edits.map((edit) => ({
                      deletedRegion: region(file, edit.span),
                      insertedContent: { text: edit.text },
                    })),
                  },
                ],
              },
            ],
          }),
    };
  });
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'flowc',
            semanticVersion: report.version,
            rules: codes.map((code) => ruleDescriptor(report, code)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder that flowc ran in' } } },
        results,
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** A path, place by place: code hosts show it as steps to click through. */
const codeFlow = (report: Report, file: FramedFile, witness: readonly RelatedPlace[]): object => ({
  threadFlows: [
    {
      locations: witness.flatMap((place) => {
        const other = relatedFile(report, file, place.path);
        return other === undefined
          ? []
          : [
              {
                location: {
                  physicalLocation: physicalLocation(other, place.span),
                  message: { text: place.message },
                },
              },
            ];
      }),
    },
  ],
});

function ruleDescriptor({ describe }: Report, code: Code): object {
  const description = describe(code);
  if (description === undefined) return { id: code };
  const summary = `${description.summary.charAt(0).toUpperCase()}${description.summary.slice(1)}`;
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: description.explanation.split('\n\n', 1)[0] },
    defaultConfiguration: { level: levels[description.severity] },
    help: { text: description.explanation, markdown: description.explanation },
  };
}

const physicalLocation = (file: FramedFile, span: Span): object => ({
  artifactLocation: artifactLocation(file.path),
  region: region(file, span),
});

const artifactLocation = (path: string): object => ({
  uri: path.toWellFormed().split('/').map(encodeURIComponent).join('/'),
  uriBaseId: '%SRCROOT%',
});

function region(file: FramedFile, span: Span): object {
  const { start, end } = rangeOf(file, span);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
