import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Report, ReportedFile } from '../../src/report/report.ts';
import { lineIndex } from '../../src/text/line-index.ts';

export const reportedFile = (
  path: string,
  text: string,
  diagnostics: readonly Diagnostic[] = [],
): ReportedFile => ({
  path,
  text,
  lines: lineIndex(text),
  diagnostics,
});

export const reportOf = (...files: readonly ReportedFile[]): Report => ({
  version: '0.1.0',
  files,
  fileAt: (path) => files.find((file) => file.path === path),
  describe: (code) =>
    code === 'dead-end'
      ? {
          summary: 'a path that stops without an end',
          explanation: '# dead-end\nWhy it matters.\n\nWhat to do.',
          severity: 'error',
        }
      : undefined,
});

const text = 'flow x\r\nstep "💬 50%, or: <both>" by agnet\r\n';
const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });

/** Two files with findings of every kind and characters that formats must escape, and a clean one. */
export const sampleReport = reportOf(
  reportedFile('flows/a b,c:d%.flow', text, [
    {
      code: 'dead-end',
      severity: 'warning',
      span: at('step "💬 50%, or: <both>" by agnet'),
      message: 'the path stops after “💬 50%, or: <both>”\nwith a line break',
      related: [],
      help: 'say how it ends: 100%',
      fix: {
        kind: 'hint',
        title: 'an end',
        edits: [{ span: { start: text.length, end: text.length }, text: 'end\n' }],
      },
    },
    {
      code: 'near-name',
      severity: 'error',
      span: at('agnet'),
      message: 'there is no role “agnet”',
      related: [
        { path: 'flows/roles.flow', span: { start: 0, end: 4 }, message: '“agent” is declared here' },
        { path: 'gone.flow', span: { start: 0, end: 1 }, message: 'and here' },
        { span: { start: 5, end: 6 }, message: 'in this flow' },
      ],
      fix: { kind: 'safe', title: 'write “agent”', edits: [{ span: at('agnet'), text: 'agent' }] },
    },
  ]),
  reportedFile('flows/clean.flow', 'flow clean\n'),
  reportedFile('flows/roles.flow', 'role agent\nstage "A" {\n}\n', [
    {
      code: 'long-label',
      severity: 'info',
      span: { start: 11, end: 24 },
      message: 'over two lines',
      related: [],
      fix: { kind: 'unsafe', title: 'shorten', edits: [{ span: { start: 11, end: 24 }, text: '' }] },
    },
  ]),
);
