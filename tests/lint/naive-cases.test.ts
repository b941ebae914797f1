import { describe, expect, it } from 'vitest';
import { codesOf, lintText, lintTexts, rulesWith } from './lint-texts.ts';

const service = rulesWith('service');
const correctness = (text: string) => codesOf(lintText(text));

describe('cases that naive linters get wrong', () => {
  it('1: a retry loop whose exit depends on the customer can finish: only unbounded-retry', () => {
    expect(
      correctness(`flow complaint
touchpoint phone
step offer "Offer a solution"
if accepts? -> end solved
-> offer`),
    ).toEqual(['unbounded-retry']);
  });

  it('2: a decision whose branches all jump is no dead end; what follows it is unreachable unless it is a target', () => {
    const text = (target: string) => `flow complaint
touchpoint phone
step ask "Ask"
if well? -> right
else -> ${target}
step between "Between"
end between-done
step right "Right" -> end right-done
step wrong "Wrong" -> end wrong-done`;
    expect(correctness(text('wrong'))).toEqual(['unreachable-node']);
    expect(correctness(text('between'))).toEqual(['unreachable-node']);
    expect(lintText(text('wrong'))[0]?.message).toContain('Between');
    expect(lintText(text('between'))[0]?.message).toContain('Wrong');
  });

  it('3: a called flow that only ends the case: one finding at the call; none if nothing follows the call', () => {
    const text = (after: string) => `flow order
touchpoint phone
step take "Take"
call handing-over
${after}
flow handing-over
step write "Write it down"
transfer court
flow court
step judge "Judge"
end judged`;
    expect(correctness(text('step after "After"\nend after-it'))).toEqual(['subflow-never-returns']);
    expect(correctness(text(''))).toEqual([]);
  });

  it('4: an island loop: all in-degrees are over 0; still one unreachable-node', () => {
    expect(
      correctness(`flow order
touchpoint phone -> "Take" -> end taken
step one "One"
step two "Two"
step three "Three"
-> one`),
    ).toEqual(['unreachable-node']);
  });

  it('5: an end reached only by timeout or problem is reached', () => {
    expect(
      correctness(`flow order
touchpoint phone
step work "Work" within 1h
  timeout -> late
  problem "No stock" -> none
end done
end late "Late"
end none "None"`),
    ).toEqual([]);
  });

  it('6: an inescapable loop that is also unreachable: only unreachable-node', () => {
    expect(
      correctness(`flow order
touchpoint phone -> "Take" -> end taken
step one "One"
if again? -> one
else -> one`),
    ).toEqual(['unreachable-node']);
  });

  it('7: yes/no without else is complete', () => {
    expect(
      codesOf(
        lintText(
          `flow order
touchpoint phone
step take "Take"
if large? -> "Order a truck"
end done`,
          rulesWith('recommended', 'missing-otherwise', 'single-answer'),
        ),
      ),
    ).toEqual([]);
  });

  it.each([
    ['step do "Do something"', []],
    ['wait for "Wait" within 1h', []],
    ['call other', []],
    ['', ['known-answer']],
  ])('8: the same question after “%s” gives %j', (between, codes) => {
    expect(
      correctness(`flow order
touchpoint phone
step look "Look"
if here? "Is it here?" -> "Fetch it" -> end fetched
${between}
if still? "Is it here?" -> end after-all
end gone
flow other
touchpoint mail
step write "Write"
end written`),
    ).toEqual(codes);
  });

  it('9: branches that come together on a step are correct', () => {
    expect(
      correctness(`flow order
touchpoint phone
choose what "What is it?" {
  when "A" -> "Do A" -> both
  when "B" -> "Do B" -> both
  otherwise -> "Ask"
}
step both "Both"
end done`),
    ).toEqual([]);
  });

  it('10: hand-overs are counted on a path, not on the chart; a call counts by the called flow’s first and last owner', () => {
    const branch = (name: string) =>
      `  when "${name}" -> "Do ${name}" by ${name} -> "Go on" by agent -> end ${name}-done`;
    const chart = `flow order
role agent "Agent"
role finance "Finance"
role store "Store"
touchpoint phone
choose what "What is it?" {
${branch('finance')}
${branch('store')}
  otherwise -> "Ask" by agent -> end asked
}`;
    const handovers = (text: string) =>
      codesOf(lintText(text, service)).filter((code) => code === 'too-many-handovers');
    expect(handovers(chart)).toEqual([]);
    const call = (steps: string) => `flow order
role agent "Agent"
role finance "Finance"
role store "Store"
touchpoint phone
step take "Take" by agent
call inside
step tell "Tell" by agent
step book "Book" by finance
end done
flow inside
${steps}
end inside-done`;
    expect(
      handovers(call('step a "A" by agent\nstep b "B" by store\nstep c "C" by finance\nstep d "D" by agent')),
    ).toEqual([]);
    expect(handovers(call('step a "A" by finance\nstep b "B" by store'))).toEqual(['too-many-handovers']);
  });
});

describe('one cause gives one finding', () => {
  it('what could not be read, or leads to a misspelt name, leads everywhere', () => {
    const text = (line: string) => `flow order
touchpoint phone
step take "Take"
${line}
step check "Check"
step tell "Tell"
end done`;
    expect(correctness(text('-> chekc'))).toEqual(['unknown-target']);
    expect(correctness(text('step ((( "Do"\n-> tell'))).not.toContain('unreachable-node');
    expect(correctness(text('if stock? -> tel\nelse -> tell'))).toEqual(['unknown-target']);
  });

  it('a misspelt touchpoint is not a missing one, a misspelt end not a missing end', () => {
    expect(correctness('flow order\ntuchpoint phone\nstep take "Take"\nend done')).toEqual(['misspelt-word']);
    expect(correctness('flow order\ntouchpoint phone\nstep take "Take"\nedn done')).toEqual([
      'misspelt-word',
    ]);
  });

  it('a loop that never ends is not called a retry, and a call into it not a call that never comes back', () => {
    expect(
      correctness(`flow order
touchpoint phone
call look
end done
flow look
step one "One"
-> one`),
    ).toEqual(['cannot-finish']);
  });

  it('a loop with a way out by a misspelt name can finish', () => {
    expect(
      correctness(`flow order
touchpoint phone
step one "One"
  problem "No" -> don
-> one
end done`),
    ).toEqual(['unknown-target']);
  });

  it('service rules are silent on what cannot be reached', () => {
    expect(
      codesOf(
        lintText(
          `flow order
role agent "Agent"
role lead "Team lead"
touchpoint phone
step take "Take" by agent to customer within 1h
  timeout -> "Say sorry" by agent to customer within 1h -> end late
if ok? -> end taken as success
escalate up "Decide" by agent to lead
end decided as failure
step lost "Lost" by agent
wait for-it "Wait"
step far "Far" by lead within 9d to customer
end told as success`,
          rulesWith('service'),
        ),
      ).filter((code) => code !== 'late-without-action'),
    ).toEqual(['unreachable-node']);
  });

  it('finds in several files what hangs together over them', () => {
    const found = lintTexts(
      new Map([
        [
          'main.flow',
          'use "./pay.flow"\nflow order\ntouchpoint phone\ncall pay\nstep ship "Ship"\nend shipped',
        ],
        [
          'pay.flow',
          'flow pay\nstep charge "Charge"\ntransfer court\nflow court\nstep judge "Judge"\nend judged',
        ],
      ]),
    );
    expect(codesOf(found.get('main.flow') ?? [])).toEqual(['subflow-never-returns']);
    expect(found.get('main.flow')?.[0]?.related[0]?.path).toBe('pay.flow');
    expect(found.get('pay.flow')).toEqual([]);
  });
});
