import { describe, expect, it } from 'vitest';
import { allRules } from '../../src/lint/all-rules.ts';
import { optionProblem, parseDuration, readOptions } from '../../src/lint/option.ts';
import { type Preset, presets } from '../../src/lint/presets.ts';
import { presetSettings } from '../../src/lint/settings.ts';
import { codesOf, lintText, rulesWith } from './lint-texts.ts';

describe('presets', () => {
  it('service is recommended and more; none is empty', () => {
    const names = (preset: Preset) => [...presetSettings(preset).keys()];
    expect(names('none')).toEqual([]);
    expect(names('service')).toEqual(expect.arrayContaining(names('recommended')));
    expect(names('service').length).toBeGreaterThan(names('recommended').length);
    expect(presets).toEqual(['recommended', 'service', 'none']);
  });

  it('every rule is in service, with its own severity', () => {
    for (const { name, severity } of allRules)
      expect(presetSettings('service').get(name)).toEqual({ severity, options: {} });
  });
});

describe('severity', () => {
  const text = 'flow order\ntouchpoint phone\nwait for-ever "Wait"\nend done';

  it('is that of the settings, and off finds nothing', () => {
    const set = (severity: 'info' | 'off') =>
      lintText(text, new Map([['wait-without-timeout', { severity, options: {} }]]));
    expect(set('info').map(({ severity }) => severity)).toEqual(['info']);
    expect(set('off')).toEqual([]);
  });
});

describe('options', () => {
  const steps = Array.from(
    { length: 8 },
    (_, at) => `step s${at} "Step ${at}" by r${at} within ${at + 1}h to customer`,
  );
  const text = `flow order
touchpoint phone
${steps.join('\n')}
choose what "What?" {
  when "A" -> "Do the RMA" by r1 within 4d
  when "B" -> "Say OK" by r1
  otherwise -> "Do C" by r2
}
step told "A label of some length" by r3 to customer within 3h
end done`;
  const count = (...rules: readonly Parameters<typeof rulesWith>[1][]) =>
    codesOf(lintText(text, rulesWith('none', ...rules))).length;

  it('move the thresholds of their rules', () => {
    expect(count(['too-large', { max: 14 }])).toBe(1);
    expect(count(['too-large', { max: 15 }])).toBe(0);
    expect(count(['too-many-answers', { max: 2 }])).toBe(1);
    expect(count(['too-many-answers', { max: 3 }])).toBe(0);
    expect(count(['long-label', { max: 21 }])).toBe(1);
    expect(count(['long-label', { max: 22 }])).toBe(0);
    expect(count(['too-many-handovers', { max: 8 }])).toBe(1);
    expect(count(['too-many-handovers', { max: 9 }])).toBe(0);
    expect(count(['late-without-action', { from: '96h' }])).toBe(1);
    expect(count(['late-without-action', { from: '5d' }])).toBe(0);
    expect(count(['no-acknowledgement', { within: '59min' }])).toBe(1);
    expect(count(['no-acknowledgement', { within: '1h' }])).toBe(0);
    expect(count(['silent-wait', { within: '4d' }])).toBe(1);
    expect(count(['silent-wait', { within: '4d3h' }])).toBe(0);
    expect(count(['undefined-term', { known: ['OK', 'RMA'] }])).toBe(0);
    expect(count(['undefined-term', { known: [] }])).toBe(2);
  });

  it('that are wrong are said to be so, and count as not given', () => {
    const rule = allRules.find(({ name }) => name === 'silent-wait');
    const within = rule?.options['within'];
    if (within === undefined) throw new Error('no option');
    expect(optionProblem(within, '2 days')).toMatch(/^must be a duration/);
    expect(optionProblem(within, 3)).toMatch(/^must be a duration/);
    expect(optionProblem(within, '1w2d')).toBeUndefined();
    expect(readOptions({ within }, { within: 'soon' })).toEqual({ within: 3 * 86_400 });
    const count = { kind: 'count', default: 3, least: 1, summary: '' } as const;
    for (const value of [0, 1.5, '3', null]) expect(optionProblem(count, value)).toMatch(/whole number/);
    expect(optionProblem(count, 1)).toBeUndefined();
    expect(optionProblem({ kind: 'words', default: [], summary: '' }, ['A', 1])).toMatch(/list of words/);
  });

  it('have defaults that are right themselves', () => {
    for (const { options } of allRules)
      for (const spec of Object.values(options)) expect(optionProblem(spec, spec.default)).toBeUndefined();
  });

  it.each([
    ['1d', 86_400],
    ['1h30min', 5400],
    ['', undefined],
    ['1', undefined],
    ['1 d', undefined],
    ['1day', undefined],
  ])('the duration “%s” is %s seconds', (written, seconds) => {
    expect(parseDuration(written)).toBe(seconds);
  });
});
