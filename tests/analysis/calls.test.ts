import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { callSitesOf, isCaughtByCallers } from '../../src/analysis/callers.ts';
import { reachTogether } from '../../src/analysis/reach-together.ts';
import { untoldEnds } from '../../src/analysis/untold-ends.ts';
import { buildProcess } from '../../src/build/build-process.ts';
import { check } from '../../src/check/check.ts';
import { parse } from '../../src/syntax/parse.ts';
import { mainPath } from '../lint/lint-texts.ts';

/** The flows of a text as analyses see them, by name: made of processes alone, with no place in a text and no gap. */
function flowsOf(text: string) {
  const checked = check(new Map([[mainPath, parse({ path: mainPath, text })]])).get(mainPath);
  const collection = analyse(
    (checked?.flows ?? []).map((flow) => ({
      process: buildProcess(flow).value.process,
      gaps: { openExits: [], lostExits: [], nodesWithErrors: new Set<string>() },
    })),
  );
  const named = (id: string) => {
    const flow = collection.flowAt({ id, path: mainPath });
    if (flow === undefined) throw new Error(`no flow ${id}`);
    return flow;
  };
  return { collection, named };
}

const flow = (name: string, ...lines: readonly string[]): string =>
  `flow ${name}\ntouchpoint ${name}-t\n${lines.join('\n')}\n`;

describe('calls', () => {
  it('come back from a flow with an end, and not from one that only hands over', () => {
    const { collection, named } = flowsOf(
      flow('a', 'call b', 'call c', 'end') + flow('b', 'end') + flow('c', 'transfer b'),
    );
    expect([named('b'), named('c')].map(({ process }) => collection.comesBack(process))).toEqual([
      true,
      false,
    ]);
    expect([...collection.stuckCalls()].map(([{ id }, calls]) => [id, calls])).toEqual([
      ['a', [named('a').process.nodes.findIndex(({ kind, label }) => kind === 'call' && label === 'C')]],
    ]);
  });

  it('that are stuck are reported where all others hang on them', () => {
    const { collection } = flowsOf(
      flow('a', 'call b', 'end') + flow('b', 'call c', 'end') + flow('c', 'transfer d') + flow('d', 'end'),
    );
    expect([...collection.stuckCalls().keys()].map(({ id }) => id)).toEqual(['b']);
  });

  it('are known from the side of the called flow, with the exits that catch what goes wrong', () => {
    const { named } = flowsOf(
      flow('a', 'call b', '  problem wrong "Wrong" -> end failed', 'end') + flow('b', 'end'),
    );
    expect(callSitesOf(named('b')).map(({ flow: caller }) => caller.process.id)).toEqual(['a']);
    expect(isCaughtByCallers(named('b'), ['problem'])).toBe(true);
    expect(isCaughtByCallers(named('b'), ['timeout'])).toBe(false);
    expect(isCaughtByCallers(named('a'), ['problem'])).toBe(false);
  });
});

it('a circle of flows that hand a case round is reported once, in its first flow', () => {
  const { collection } = flowsOf(
    flow('x', 'transfer a') + flow('a', 'transfer b') + flow('b', 'step s', 'transfer a') + flow('c', 'end'),
  );
  expect(
    [...collection.endlessCircles()].map(([{ id }, steps]) => [id, steps.map(({ process }) => process.id)]),
  ).toEqual([['a', ['a', 'b']]]);
});

describe('the summary of a flow', () => {
  const { collection, named } = flowsOf(
    flow('a', 'call b within 3h', 'call b', 'end') +
      flow('b', 'role agent "Agent"', 'step s by agent within 2d', 'escalate e by agent to boss', 'end'),
  );

  it('adds up what it calls, but for a call that has a limit of its own', () => {
    const longest = (flow: string) => collection.summaryOf(named(flow).process)?.longestAt(undefined);
    expect(longest('b')).toEqual({ working: 0, calendar: 2 * 86_400, unknown: false });
    expect(longest('a')).toEqual({ working: 0, calendar: 2 * 86_400 + 3 * 3600, unknown: false });
    expect(collection.summaryOf(named('b').process)).toMatchObject({ escalates: true });
    expect(collection.summaryOf(named('a').process)).toMatchObject({
      hasPerson: true,
      escalates: true,
      toldAtEnd: false,
    });
  });

  it('is not there for what is not among the flows', () => {
    expect(collection.summaryOf({ id: 'z' })).toBeUndefined();
    expect(collection.comesBack({ id: 'z' })).toBe(true);
  });
});

describe('what is done at the same time', () => {
  it('comes together only where each branch can get there', () => {
    const text = (inner: string, open: string, branch: string) =>
      flow('a', `${open} {`, `${branch} { step s }`, `${branch} { ${inner} }`, '}', 'step after', 'end');
    const isAfter = (inner: string, open = 'parallel', branch = 'branch') => {
      const a = flowsOf(text(inner, open, branch) + flow('b', 'transfer c') + flow('c', 'end')).named('a');
      const isStuck = (at: number) =>
        a.node(at).kind === 'call' && !a.collection.comesBack({ id: 'b', path: mainPath });
      return reachTogether(a, isStuck).includes(a.indexOf('after'));
    };
    expect(isAfter('step t')).toBe(true);
    expect(isAfter('call b')).toBe(false);
    // A branch that ends by itself is not waited for.
    expect(isAfter('end over')).toBe(true);
    expect(isAfter('if x? -> end over\ncall b')).toBe(true);
    expect(isAfter('call b', 'parallel first')).toBe(true);
    expect(isAfter('call b', 'choose all what?', 'when "It applies"')).toBe(true);
  });
});

it('an end is untold where two steps were done and nobody told the customer', () => {
  const ends = (...lines: readonly string[]) =>
    untoldEnds(flowsOf(flow('a', ...lines, 'end e as success')).named('a')).length;
  expect(ends('step s', 'step t')).toBe(1);
  expect(ends('step s', 'step t to customer')).toBe(0);
  expect(ends('step s', 'step t', 'if more? -> end f as success to customer', '-> e')).toBe(1);
  // A step behind the message wraps up.
  expect(ends('step s to customer', 'step t')).toBe(0);
  expect(ends('step s to customer', 'step t', 'step u')).toBe(1);
});
