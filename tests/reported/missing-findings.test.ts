import { describe, expect, it } from 'vitest';
import type { RuleName } from '../../src/diagnostic/code.ts';
import { lintText, rulesWith } from '../lint/lint-texts.ts';

const messages = (rule: RuleName, text: string): readonly string[] =>
  lintText(text, rulesWith('service')).flatMap(({ code, message }) => (code === rule ? [message] : []));

describe('a timeout or a problem that leads where the step goes on anyway', () => {
  const flow = (exit: string, next = 'escalate late "Review what is late" by agent to lead') => `flow a
role agent "Agent"
role lead "Lead"
touchpoint phone
step decide "Decide" by agent within 1d
  ${exit}
${next}
step tell "Tell the customer" by lead to customer
end done`;
  const said = (exit: string, next?: string) => messages('exception-changes-nothing', flow(exit, next));

  it('is told of, with what comes next', () => {
    expect(said('timeout -> late')).toEqual([
      '“Decide” goes on to “Review what is late” in any case: when its time has passed, and when all is well',
    ]);
    expect(said('timeout -> late', 'step late "Review" by lead')).toHaveLength(1);
    expect(said('problem "No price" -> late')[0]).toContain('after the problem “No price”');
  });

  it('is told of where the step is tried again first', () => {
    expect(
      said('timeout -> "Say why it takes longer" to customer -> decide max 5 then -> late')[0],
    ).toContain('after 5 more tries');
  });

  it('is right where something is done first, where it is in the branch, and where it says that nothing is done', () => {
    expect(said('timeout -> "Hurry up" -> late')).toEqual([]);
    expect(said('timeout { escalate early "Review" by agent to lead }')).toEqual([]);
    expect(said('timeout { }')).toEqual([]);
    expect(said('timeout -> tell')).toEqual([]);
  });
});

describe('parallel work that is none', () => {
  const said = (...branches: readonly string[]) =>
    messages('idle-branch', `flow a\ntouchpoint phone\nparallel {\n${branches.join('\n')}\n}\nend done`);
  const work = (id: string) => `branch { step ${id} "Do ${id}" }`;

  it('is told of: one branch, one branch beside empty ones, only empty ones, an empty one beside others', () => {
    const alone = ['Nothing is done at the same time here: only one branch has something in it'];
    expect(said(work('a'))).toEqual(alone);
    expect(said(work('a'), 'branch { }')).toEqual(alone);
    expect(said('branch { }', 'branch { }')).toEqual(['Nothing is done here: all branches are empty']);
    expect(said(work('a'), work('b'), 'branch { }')).toEqual(['Nothing is done in 1 branch here']);
    expect(said(work('a'), work('b'))).toEqual([]);
  });
});

it('a stage with nothing in it is told of, and can be deleted', () => {
  const found = lintText('flow a\ntouchpoint phone\nstage one "Check" {\n}\nstep two "Two"\nend done');
  expect(found).toMatchObject([
    { code: 'empty-stage', message: 'Nothing stands in the stage “Check”', fix: { kind: 'unsafe' } },
  ]);
});

describe('questions and answers without words', () => {
  const said = (question: string, ...answers: readonly string[]) =>
    messages(
      'unnamed-question',
      `flow a\ntouchpoint phone\nchoose q? "${question}" {\n${answers
        .map((answer, at) => `when "${answer}" -> "Do ${at}"`)
        .join('\n')}\n}\nend done`,
    );

  it('are one finding a question', () => {
    expect(said('?', 'new', 'old')).toEqual(['Nobody says what is asked here: “?” has no words in it']);
    expect(said('…', '1', '?')).toHaveLength(1);
    expect(said('Which?', '…', '-')).toEqual(['Nobody says what 2 answers to “Which?” are']);
    expect(said('Which?', '?', 'old')).toEqual(['Nobody says what 1 answer to “Which?” is']);
  });

  it('are no numbers, no pictures, and no script that one cannot read', () => {
    expect(said('How many?', '1', '2')).toEqual([]);
    expect(said('好？', '✓', '✗')).toEqual([]);
  });
});

describe('parts of a flow that never meet', () => {
  const said = (...parts: readonly string[]) =>
    messages(
      'separate-parts',
      `flow a\n${parts.map((part, at) => `touchpoint t${at} "Way ${at}" {\nstep s${at} "Do ${at}"\n${part}\n}`).join('\n')}\nflow b\nstep b1 "B"\nend b2`,
    );

  it('are told of once, with all of them', () => {
    expect(said('end e0', 'end e1', '-> s0', 'end e3')).toEqual([
      'What begins with “Way 0”, “Way 1” and “Way 3” never meets: these are 3 flows under one name',
    ]);
  });

  it('meet in a step, in an end, or in a flow that both lead to', () => {
    expect(said('-> s1', 'end e1')).toEqual([]);
    expect(said('end e0', '-> e0')).toEqual([]);
    expect(said('transfer b', 'transfer b')).toEqual([]);
  });
});
