import { describe, expect, it } from 'vitest';
import { nearestFlow } from '../../src/preview/flow-span.ts';
import { isWhole } from '../../src/preview/is-whole.ts';
import { type FlowNow, type FlowShown, keepLastGood } from '../../src/preview/last-good.ts';
import { parse } from '../../src/syntax/parse.ts';
import { understand } from '../understand.ts';

const read = (text: string): readonly FlowNow[] => {
  const understood = understand(new Map([['a.flow', parse({ path: 'a.flow', text })]])).get('a.flow');
  const flows = understood?.checked.parsed.document.flows ?? [];
  return (understood?.built ?? []).map(({ process }, at) => ({
    key: `a.flow#${process.id}`,
    path: 'a.flow',
    process,
    nodes: {},
    line: 1,
    whole: isWhole(flows, at, understood?.diagnostics ?? []),
  }));
};
const summary = (flows: readonly FlowShown[]) =>
  flows.map(({ process, state }) => `${process.id} ${state} ${process.nodes.length}`);

const one = 'flow one\ntouchpoint phone\nstep a\nend\n';
const two = 'flow two\ntouchpoint phone\nstep b\nend\n';
const broken = 'flow two\ntouchpoint phone\nstep b\nstep "open\nend\n';

describe('the last good chart', () => {
  it('stays while the text of its flow is broken, and the other flows of the file go on', () => {
    const good = keepLastGood([], read(one + two), () => false);
    expect(summary(good)).toEqual(['one current 3', 'two current 3']);
    const now = keepLastGood(good, read(one.replace('end', 'step more\nend') + broken), () => true);
    expect(summary(now)).toEqual(['one current 4', 'two outdated 3']);
    const mended = keepLastGood(now, read(one + two.replace('end', 'step more\nend')), () => false);
    expect(summary(mended)).toEqual(['one current 3', 'two current 4']);
  });

  it('is what could be read where there never was a good one', () => {
    const first = keepLastGood([], read(broken), () => true);
    expect(first.map(({ state }) => state)).toEqual(['incomplete']);
    const next = keepLastGood(first, read(`${broken}step more\n`), () => true);
    expect(next[0]?.state).toBe('incomplete');
    expect(next[0]?.process.nodes.length).toBeGreaterThan(first[0]?.process.nodes.length ?? 0);
  });

  it('stays where the flow is gone from a broken file, and goes where the file is whole', () => {
    const good = keepLastGood([], read(one + two), () => false);
    expect(summary(keepLastGood(good, read(one), () => true))).toEqual(['one current 3', 'two outdated 3']);
    expect(summary(keepLastGood(good, read(one), () => false))).toEqual(['one current 3']);
  });

  it('is not left for an error before the first flow, which concerns all of them', () => {
    const errors = (text: string) => read(text).map(({ whole }) => whole);
    expect(errors(`nonsense\n${one}${two}`)).toEqual([false, false]);
    expect(errors(`${one}nonsense\n${two}`)).toEqual([false, true]);
  });
});

describe('the flow of an offset', () => {
  const text = `# head\n${one}\n\n${two}`;
  const { flows } = parse({ path: 'a.flow', text }).document;
  it('is the one that began last; before all, the first', () => {
    expect(nearestFlow(flows, 0)).toBe(0);
    expect(nearestFlow(flows, text.indexOf('flow two') - 1)).toBe(0);
    expect(nearestFlow(flows, text.indexOf('flow two'))).toBe(1);
    expect(nearestFlow(flows, text.length)).toBe(1);
    expect(nearestFlow([], 3)).toBeUndefined();
  });
});
