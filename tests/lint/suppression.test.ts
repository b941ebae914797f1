import { describe, expect, it } from 'vitest';
import { codesOf, lintText, rulesWith } from './lint-texts.ts';

const flow = (wait: string, top = '') => `${top}flow order\ntouchpoint phone\n${wait}\nend done`;
const wait = 'wait delivery "Wait"';
const codes = (text: string) => codesOf(lintText(text));

describe('# flowc-ignore', () => {
  it.each([
    ['on the line before', flow(`# flowc-ignore wait-without-timeout: no limit\n${wait}`)],
    ['at the end of the line', flow(`${wait} # flowc-ignore wait-without-timeout: no limit`)],
    [
      'over other comments and blank lines',
      flow(`# flowc-ignore wait-without-timeout: no limit\n# so\n\n${wait}`),
    ],
    ['without a space', flow(`${wait} #flowc-ignore wait-without-timeout:no limit`)],
    ['of the whole file', flow(wait, '# flowc-ignore-file wait-without-timeout: no limit\n')],
    [
      'with Windows line ends',
      flow(`# flowc-ignore wait-without-timeout: no limit\n${wait}`).replaceAll('\n', '\r\n'),
    ],
  ])('silences a finding: %s', (_, text) => {
    expect(codes(text)).toEqual([]);
  });

  it('silences one rule, on one line', () => {
    const text = flow(`# flowc-ignore wait-without-timeout: no limit\n${wait}\nwait again "Wait again"`);
    expect(codes(text)).toEqual(['wait-without-timeout']);
    expect(codes(flow(`# flowc-ignore long-label: no\n${wait}`))).toEqual([
      'unused-suppression',
      'wait-without-timeout',
    ]);
  });

  it('of a rule that is off is not called unused', () => {
    expect(
      codesOf(lintText(flow('# flowc-ignore too-large: no'), rulesWith('none', 'unused-suppression'))),
    ).toEqual([]);
  });

  it('cannot silence an error of the language', () => {
    expect(codes(flow('# flowc-ignore unknown-target: no\n-> nowhere'))).toEqual([
      'unknown-suppression',
      'unknown-target',
    ]);
  });

  it('that is wrong is an error, whatever rules are on', () => {
    const found = lintText(flow('# flowc-ignore dead-ends: no'), rulesWith('none'));
    expect(found.map(({ code, severity, help }) => [code, severity, help])).toEqual([
      ['unknown-suppression', 'error', 'Did you mean “dead-end”?'],
    ]);
  });

  it('is a word of its own', () => {
    expect(codes(flow('# flowc is told to ignore this\n# see flowc-ignore'))).toEqual([]);
  });
});
