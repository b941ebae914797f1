import { describe, expect, it } from 'vitest';
import { withSpaces } from '../with-spaces.ts';
import { builtOf, compiled, edgesOf, nodeOf, openOf, processOf } from './process-of.ts';

describe('a wait for the first of several events', () => {
  const wait = `touchpoint t
wait w "Wait" within 3d {
  when "Accepts" 70% note "Thanks" field source "mail" -> a
  when "Declines" { end lost }
  when "By phone"
  timeout -> "Call"
}
step a
end e`;

  it('leads on by each event, and then by what can go wrong; it has no other exit', () => {
    expect(edgesOf(wait)).toEqual([
      't > w',
      'w > a when “Accepts” 70% jump',
      'w > lost when “Declines”',
      'w > a when “By phone”',
      'w > step-1 timeout “after 3 days”',
      'step-1 > a',
      'a > e',
    ]);
  });

  it('keeps what is said of an event, and nothing where nothing is said', () => {
    expect(processOf(wait).edges.map(({ remarks }) => remarks)).toEqual([
      undefined,
      { say: [], notes: ['Thanks'], fields: [{ key: 'source', value: 'mail' }] },
      ...Array(5).fill(undefined),
    ]);
    const { processes } = compiled('flow f\nwait w {\n when "A" link "javascript:alert(1)"\n}\nend');
    expect(processes[0]?.edges[0]).not.toHaveProperty('remarks');
  });

  it('closes the path where all of its events do', () => {
    expect(edgesOf('wait w {\n when "A" -> end x\n when "B" -> end y\n}\nstep lonely\nend z')).toEqual([
      'w > x when “A”',
      'w > y when “B”',
      'lonely > z',
    ]);
  });

  it('may be for a moment that is named', () => {
    expect(nodeOf(processOf('wait w within 2d until "the day before" stops clock\nend'), 'w')).toMatchObject({
      until: 'the day before',
      within: [{ value: 2, unit: 'd' }],
      stopsClock: true,
    });
  });
});

describe('a timeout with a name', () => {
  it('needs no limit, and has its name on its line', () => {
    const { edges } = processOf('step a\n  timeout "Resubmission date" 5% -> end x\nend e');
    expect(edges[1]).toEqual({
      id: 'a>x',
      from: 'a',
      to: 'x',
      kind: 'timeout',
      label: 'Resubmission date',
      name: 'Resubmission date',
      probability: 0.05,
      jump: false,
    });
  });

  it('has the limits of all levels on its line where it has none', () => {
    expect(
      edgesOf(
        'level p1\nlevel p2\nwait a within p1 15min, p2 1h, 4h\n  timeout {}\nwait b within p1 1h\n  timeout {}\nend e',
      ),
    ).toEqual([
      'a > b',
      'a > b timeout “after 15 min (P1), 1 h (P2), else 4 h”',
      'b > e',
      'b > e timeout “after 1 h (P1)”',
    ]);
  });
});

describe('anytime and late', () => {
  it('have no incoming edge; their branch joins what follows, as what is open before them does', () => {
    expect(
      edgesOf(
        'touchpoint t\nstep a\nanytime c "Cancels" 2% { step b }\nlate l -> "Tell the lead"\nstep d\nend e',
      ),
    ).toEqual(['t > a', 'a > d', 'c > b', 'b > d', 'l > step-1', 'step-1 > d', 'd > e']);
  });

  it('may jump anywhere, and be nobody’s target', () => {
    expect(edgesOf('touchpoint t\nstage s { step a\nlate l -> z }\nend\nstep z\nend e')).toEqual([
      't > a',
      'a > end-1',
      'l > z jump',
      'z > e',
    ]);
    const { built } = compiled('flow f\ntouchpoint t -> c\nanytime c -> end');
    expect(built[0]?.gaps.lostExits.map(({ from }) => from)).toEqual(['t']);
  });

  it('know how many of the cases come to them, and their stage', () => {
    const process = processOf('touchpoint t\nstage s { anytime c 2% -> end\nlate l -> end }\nend');
    expect(nodeOf(process, 'c')).toMatchObject({
      kind: 'anytime',
      label: 'C',
      probability: 0.02,
      stage: 's',
    });
    expect(nodeOf(process, 'l')).toMatchObject({ kind: 'late', label: 'L', stage: 's' });
  });
});

describe('meanwhile', () => {
  it('as a statement is beside the work: no edge in, and its open exits lead nowhere', () => {
    const text =
      'touchpoint t\nmeanwhile tell "Tell all" every 30min { step b\nif q? { step c } }\nstep a\nend e';
    expect(edgesOf(text)).toEqual(['t > a', 'tell > b', 'b > q', 'q > c yes “Yes”', 'a > e']);
    expect(openOf(text)).toEqual([]);
    expect(builtOf(text).gaps.lostExits).toEqual([]);
    expect(nodeOf(processOf(text), 'tell')).toMatchObject({
      kind: 'meanwhile',
      label: 'Tell all, every 30\u00a0min',
      name: 'Tell all',
      timing: { kind: 'every', duration: [{ value: 30, unit: 'min' }], byLevel: [] },
    });
  });

  it('without a name reads like its time', () => {
    const process = processOf('level p1\ntouchpoint t\nmeanwhile every p1 30min, 1d { step a }\nend');
    const node = nodeOf(process, 'meanwhile-1');
    expect(withSpaces(node.label)).toBe('every 30 min (P1), else every day');
    expect(node).not.toHaveProperty('name');
    expect(node).toMatchObject({
      timing: {
        duration: [{ value: 1, unit: 'd' }],
        byLevel: [{ level: 'p1', value: [{ value: 30, unit: 'min' }] }],
      },
    });
  });

  it('as an exception leaves the step that goes on, and its open exits lead nowhere', () => {
    const text =
      'touchpoint t\nwait w within 5d\n  meanwhile "Remind" after 2d -> "Remind the customer"\n  timeout -> "Call"\nend e';
    expect(edgesOf(text)).toEqual([
      't > w',
      'w > e',
      'w > step-1 meanwhile “Remind, after 2 days”',
      'w > step-2 timeout “after 5 days”',
      'step-2 > e',
    ]);
    expect(openOf(text)).toEqual([]);
    expect(processOf(text).edges[2]).toMatchObject({
      name: 'Remind',
      timing: { kind: 'after', duration: [{ value: 2, unit: 'd' }], byLevel: [] },
    });
  });

  it('says when in the language of the flow', () => {
    expect(edgesOf('language de\nstep a\n  meanwhile every 1d -> "B"\nend e')[1]).toBe(
      'a > step-1 meanwhile “jeden Tag”',
    );
  });
});

describe('the end of a branch of a parallel', () => {
  it('ends that branch only: the join waits for the others', () => {
    expect(edgesOf('touchpoint t\nparallel p { branch { step a\nend x } branch { step b } }\nend e')).toEqual(
      ['t > p', 'p > a', 'p > b', 'a > x', 'b > join-1', 'join-1 > e'],
    );
  });

  it('leaves no join where every branch ends, so that nothing leads to what follows', () => {
    const process = processOf(
      'touchpoint t\nparallel p { branch { end x } branch { end y } }\nstep lonely\nend e',
    );
    expect(process.edges.map(({ id }) => id)).toEqual(['t>p', 'p>x', 'p>y', 'lonely>e']);
    expect(nodeOf(process, 'p')).not.toHaveProperty('partner');
  });

  it('is marked at both bars where the first branch wins', () => {
    const process = processOf('touchpoint t\nparallel first p { branch { step a } branch { end x } }\nend e');
    expect(nodeOf(process, 'p')).toMatchObject({ first: true, partner: 'join-1' });
    expect(nodeOf(process, 'join-1')).toMatchObject({ first: true, partner: 'p' });
    expect(nodeOf(processOf('parallel first { branch { step a } }\nend'), 'a').label).toBe('A');
  });
});

describe('choose all', () => {
  const text =
    'touchpoint t\nchoose all q? "Which?" { when "A" 40% { step a } when "B" 40% -> end x when "C" otherwise { step d } }\nend e';

  it('has a join for all branches that are open, and leaves no share for the rest', () => {
    expect(edgesOf(text)).toEqual([
      't > q',
      'q > a when “A” 40%',
      'q > x when “B” 40%',
      'q > join-1 when “C”',
      'q > d otherwise “Otherwise”',
      'a > join-1',
      'd > join-1',
      'join-1 > e',
    ]);
    expect(nodeOf(processOf(text), 'q')).toMatchObject({ several: true, partner: 'join-1' });
    expect(nodeOf(processOf(text), 'join-1')).toMatchObject({ kind: 'join', partner: 'q' });
  });

  it('has no join where every branch ends', () => {
    const process = processOf(
      'touchpoint t\nchoose all q? { when "A" -> end x when "B" -> end y }\nstep lonely\nend',
    );
    expect(nodeOf(process, 'q')).not.toHaveProperty('partner');
    expect(process.nodes.map(({ kind }) => kind)).not.toContain('join');
  });
});

describe('what is left out', () => {
  it('is the branch of an answer, which then goes on with what follows', () => {
    expect(edgesOf('choose q? { when "A" when "B" -> end x otherwise }\nend e')).toEqual([
      'q > e when “A”',
      'q > x when “B”',
      'q > e otherwise “Otherwise”',
    ]);
  });

  it('is what is done after the last time, which then is what follows', () => {
    expect(edgesOf('touchpoint t\nstep a\n-> a max 3\nend e')).toEqual([
      't > a',
      'a > decision-1',
      'decision-1 > e yes “Yes”',
      'decision-1 > a retry “No” jump',
    ]);
  });
});

describe('attributes', () => {
  it('stand on stages', () => {
    expect(
      processOf(
        'level p1\nstage s "S" by desk with lead using crm accountable boss within p1 1h, 4h each "parcel" note "N" say "Go" link "a.html" field k "v" { step a }\nend',
      ).stages,
    ).toEqual([
      {
        id: 's',
        label: 'S',
        named: true,
        owner: 'desk',
        with: ['lead'],
        using: ['crm'],
        accountable: 'boss',
        within: [{ value: 4, unit: 'h' }],
        withinByLevel: [{ level: 'p1', value: [{ value: 1, unit: 'h' }] }],
        each: 'parcel',
        notes: ['N'],
        say: ['Go'],
        link: 'a.html',
        fields: [{ key: 'k', value: 'v' }],
      },
    ]);
  });

  it('stand on questions, answers and ends', () => {
    const process = processOf(
      'if q? by desk with lead using crm note "Red flags" 5% -> x\nchoose r? by lead { when "A" say "Hi" }\nend x "X" as failure to customer note "Bye" link "b.html"',
    );
    expect(nodeOf(process, 'q')).toMatchObject({
      owner: 'desk',
      with: ['lead'],
      using: ['crm'],
      notes: ['Red flags'],
    });
    expect(nodeOf(process, 'r')).toMatchObject({ owner: 'lead' });
    expect(process.edges.find(({ kind }) => kind === 'when')?.remarks?.say).toEqual(['Hi']);
    expect(nodeOf(process, 'x')).toMatchObject({
      outcome: 'failure',
      to: ['customer'],
      notes: ['Bye'],
      link: 'b.html',
    });
  });

  it('say by level how long a step may take and takes', () => {
    const node = nodeOf(
      processOf(
        'level p1\nlevel p2\nstep a within p1 15min, p2 1h takes p1 5min..10min, 20min each "item" accountable boss\nend',
      ),
      'a',
    );
    expect(node).not.toHaveProperty('within');
    expect(node).toMatchObject({
      withinByLevel: [
        { level: 'p1', value: [{ value: 15, unit: 'min' }] },
        { level: 'p2', value: [{ value: 1, unit: 'h' }] },
      ],
      takes: [[{ value: 20, unit: 'min' }]],
      takesByLevel: [{ level: 'p1', value: [[{ value: 5, unit: 'min' }], [{ value: 10, unit: 'min' }]] }],
      each: 'item',
      accountable: 'boss',
    });
  });
});

describe('the head of a flow', () => {
  it('promises, measures, refers and records', () => {
    const { properties } = processOf(`flow f
scope "All"
level p1
promise p1 4h, 5wd
promise final "Final response" 8w from a to e
promise quick 2h
accountable lead
reference "ITIL" link "https://example.com"
reference "House rules"
approved "Dana" 2026-10-01
revised 2026-10-02 "First"
measure "In time" 90% within p1 15min, 1h
measure "Happy"
hours "Mon-Fri 09:00-17:00", "Sat 09:00-12:00"
field cost-centre "4711"
field "Control number" "7"
touchpoint t
step a
end e`);
    expect(properties).toEqual({
      audience: [],
      scope: 'All',
      accountable: 'lead',
      promises: [
        {
          within: [{ value: 5, unit: 'wd' }],
          withinByLevel: [{ level: 'p1', value: [{ value: 4, unit: 'h' }] }],
        },
        {
          id: 'final',
          label: 'Final response',
          within: [{ value: 8, unit: 'w' }],
          withinByLevel: [],
          from: 'a',
          to: 'e',
        },
        { id: 'quick', within: [{ value: 2, unit: 'h' }], withinByLevel: [] },
      ],
      references: [{ title: 'ITIL', link: 'https://example.com' }, { title: 'House rules' }],
      approved: [{ who: 'Dana', date: '2026-10-01' }],
      revised: [{ date: '2026-10-02', what: 'First' }],
      measures: [
        {
          what: 'In time',
          target: 0.9,
          within: [{ value: 1, unit: 'h' }],
          withinByLevel: [{ level: 'p1', value: [{ value: 15, unit: 'min' }] }],
        },
        { what: 'Happy', withinByLevel: [] },
      ],
      hours: ['Mon-Fri 09:00-17:00', 'Sat 09:00-12:00'],
      fields: [
        { key: 'cost-centre', value: '4711' },
        { key: 'Control number', value: '7' },
      ],
    });
  });

  it('has the terms that stand in what is new', () => {
    const words = ['scope', 'measured', 'answered', 'valued', 'promised', 'phased', 'moment'];
    const { declarations } = processOf(`flow f
scope "All scope"
measure "What is measured"
promise x "What is promised" 1h
touchpoint t field k "It is valued"
stage "S" each "phased" { wait w until "the moment" }
choose q? { when "A" note "Is answered" }
end
flow g
${words.map((word) => `term ${word} "Meaning"`).join('\n')}
term never "Nowhere"
end`);
    expect(declarations.terms.map(({ word }) => word)).toEqual(words);
  });
});
