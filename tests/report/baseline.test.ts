import { describe, expect, it } from 'vitest';
import { baselineOf, readBaseline, withoutKnown, writeBaseline } from '../../src/report/baseline.ts';
import { fingerprintsOf } from '../../src/report/fingerprint.ts';
import { countFindings, findingsOf } from '../../src/report/report.ts';
import { reportedFile, reportOf, sampleReport } from './sample-report.ts';

const same = (path: string): string => path;

describe('a baseline', () => {
  it('survives its file and hides what it knows, but no error of the language', () => {
    const baseline = readBaseline(writeBaseline(baselineOf(sampleReport, same)));
    expect(baseline).toEqual(baselineOf(sampleReport, same));
    expect(findingsOf(withoutKnown(sampleReport, baseline ?? new Map(), same))).toMatchObject([
      { diagnostic: { code: 'near-name' } },
    ]);
  });

  it('hides no error of the language, though someone has written its fingerprint into the file', () => {
    const everything = new Map(
      sampleReport.files.map((file) => [file.path, new Set(fingerprintsOf(file))] as const),
    );
    expect(findingsOf(withoutKnown(sampleReport, everything, same))).toMatchObject([
      { diagnostic: { code: 'near-name' } },
    ]);
  });

  it('lets through what is new, also a second one of a kind', () => {
    const finding = { code: 'no-end', severity: 'error', message: 'no end', related: [] } as const;
    const text = 'flow a\nflow a\n';
    const one = reportOf(reportedFile('a.flow', text, [{ ...finding, span: { start: 5, end: 6 } }]));
    const two = reportOf(
      reportedFile('a.flow', text, [
        { ...finding, span: { start: 5, end: 6 } },
        { ...finding, span: { start: 12, end: 13 } },
      ]),
      reportedFile('b.flow', text, [{ ...finding, span: { start: 5, end: 6 } }]),
    );
    expect(countFindings(withoutKnown(two, baselineOf(one, same), same)).error).toBe(2);
  });

  it('knows a finding again when lines move, time passes, or it is said in other words, but not about another name', () => {
    const finding = { code: 'review-overdue', severity: 'warning', related: [] } as const;
    const report = (text: string, message: string) =>
      reportOf(
        reportedFile('a.flow', text, [
          { ...finding, message, span: { start: text.indexOf('reviewed'), end: text.length } },
        ]),
      );
    const known = baselineOf(report('flow a\nreviewed x', 'The review of “A” was due 1 day ago'), same);
    const left = (message: string) =>
      findingsOf(withoutKnown(report('\n\nflow a\n\nreviewed x', message), known, same)).length;
    expect(left('Since 3 days the review of “A” is overdue')).toBe(0);
    expect(left('The review of “B” was due 1 day ago')).toBe(1);
  });

  it.each(['', '[]', '{}', '{"version":2,"files":{}}', '{"version":1}'])('is not read from %s', (text) => {
    expect(readBaseline(text)).toBeUndefined();
  });
});
