import { describe, expect, it } from 'vitest';
import { baselineOf, readBaseline, withoutKnown, writeBaseline } from '../../src/report/baseline.ts';
import { countFindings, findingsOf } from '../../src/report/report.ts';
import { reportedFile, reportOf, sampleReport } from './sample-report.ts';

const same = (path: string): string => path;

describe('a baseline', () => {
  it('survives its file and hides what it knows', () => {
    const baseline = readBaseline(writeBaseline(baselineOf(sampleReport, same)));
    expect(baseline).toEqual(baselineOf(sampleReport, same));
    expect(findingsOf(withoutKnown(sampleReport, baseline ?? new Map(), same))).toEqual([]);
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

  it.each(['', '[]', '{}', '{"version":2,"files":{}}', '{"version":1}'])('is not read from %s', (text) => {
    expect(readBaseline(text)).toBeUndefined();
  });
});
