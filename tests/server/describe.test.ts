import { describe, expect, it } from 'vitest';
import { codeLenses } from '../../src/server/features/code-lens.ts';
import { hover } from '../../src/server/features/hover.ts';
import { inlayHints } from '../../src/server/features/inlay-hints.ts';
import { openFiles } from './open-files.ts';

type Marked = string | Readonly<Record<string, string>>;

const hovered = (marked: Marked): string => {
  const { snapshot, path, offset } = openFiles(marked);
  return hover(snapshot, path, offset)?.markdown ?? '';
};
/** What is said of the thing itself: neither the help for a word nor findings. */
const described = (marked: Marked): readonly string[] =>
  (hovered(marked).split('\n\n---\n')[0] ?? '').split('\n\n').flatMap((part) => part.split('  \n'));

const head = `flow desk "Service desk"
level p1 "Nobody can work"
level p2
role agent "Agent" staff 5
role lead "Lead"
party carrier "Network owner"
`;
const flow = (rest: string): string => `${head}touchpoint t "Customer calls"\n${rest}`;

describe('hover on what 1.1 declares', () => {
  it('a level: what was promised at it', () => {
    const promises =
      'promise p1 4h, 1d\npromise final "Final response" 8w from log to answer\npromise p2 2h\n';
    const rest = 'touchpoint t\nstep log "Log it" within p|1 1h, 2h\nstep answer "Answer"\nend\n';
    expect(described(head + promises + rest)).toEqual([
      '**Nobody can work** · level `p1`',
      'Promised: 4 hours',
      'Promised: 8 weeks (Final response), from Log it to Answer',
    ]);
    expect(described(head.replace('level p2', 'level p|2') + promises + rest.replace('|', ''))).toEqual([
      '**P2** · level `p2`',
      'Promised: 1 day',
      'Promised: 8 weeks (Final response), from Log it to Answer',
      'Promised: 2 hours',
    ]);
    expect(hovered(flow('step x within p|9 1h\nend\n'))).toContain('`p9` is a level that nobody declared');
  });

  it('a party, and a role with its staff', () => {
    expect(described(flow('step x by car|rier\nend\n'))).toEqual([
      '**Network owner** · party `carrier`',
      'outside of the house',
    ]);
    expect(described(flow('step x by ag|ent\nend\n'))).toEqual(['**Agent** · role `agent`', 'staff: 5']);
    expect(described(flow('step x accountable le|ad\nend\n'))).toEqual(['**Lead** · role `lead`']);
  });

  it('a promise, wherever in it', () => {
    const rest = 'touchpoint t "Customer calls"\nstep log "Log it"\nend\n';
    const final = ['**Final response** · promise `final`', '4 hours for `p1`, else 8 weeks, from Log it'];
    for (const marked of [
      'pro|mise final "Final response" p1 4h, 8w from log',
      'promise fi|nal "Final response" p1 4h, 8w from log',
      'promise final "Final res|ponse" p1 4h, 8w from log',
      'promise final "Final response" p1 4h, 8|w from log',
    ])
      expect(described(`${head}${marked}\n${rest}`), marked).toEqual(final);
    expect(described(`${head}promise 3|d to log\n${rest}`)).toEqual(['promise', '3 days, to Log it']);
    expect(hovered(`${head}promise final 8w fr|om log\n${rest}`)).toContain('`from` is the step with which');
    expect(described(`${head}promise final 8w from l|og\n${rest}`)[0]).toBe('**Log it** · step `log`');
  });

  it('a flow: scope, who is accountable, promises, hours, measures, fields', () => {
    const called = `flow pay "Pay"
scope "Private customers"
accountable lead
level p1
role lead "Lead"
promise p1 4h, 1d
promise quick 2h
hours "Mon-Fri 09:00-17:00", "Sat 09:00-12:00"
measure "In time" 90%
field cost-centre "4711"
touchpoint t
end
`;
    expect(
      described({ 'a.flow': 'use "b.flow"\nflow a\ntouchpoint t\ncall p|ay\nend\n', 'b.flow': called }),
    ).toEqual([
      '**Pay** · flow `pay`',
      'Scope: Private customers',
      'Accountable: Lead',
      'Promised: 4 hours for `p1`, else 1 day',
      'Promised: 2 hours (quick)',
      'Hours: Mon-Fri 09:00-17:00, Sat 09:00-12:00',
      'Measured: In time',
      'cost-centre: 4711',
      '2 steps, questions and ends',
    ]);
  });
});

describe('hover on statements of 1.1', () => {
  it.each([
    [
      'a step with everything',
      'st|ep x "X" by agent accountable lead with carrier within p1 15min, p2 1h, 4h takes p1 5min..10min, 20min each "item" field cost "47" say "Hello" note "N" link "a.pdf"\nend\n',
      [
        '**X** · step `x`',
        'by Agent',
        'accountable: Lead',
        'with Network owner',
        'once for each item',
        'within 15 minutes for `p1`, 1 hour for `p2`, else 4 hours',
        'usually 5 minutes to 10 minutes for `p1`, else 20 minutes',
        'at most 15 minutes for `p1`, 1 hour for `p2`, else 4 hours since the customer came in',
        'cost: 47',
        'say “Hello”',
        'N',
        'link: a.pdf',
        '→ End',
      ],
    ],
    [
      'a touchpoint with its volume',
      'touch|point u "Customer writes" by agent volume 400 per 1d note "N" field cost "47"\nstep x\nend\n',
      ['**Customer writes** · touchpoint `u`', 'by Agent', '400 cases per day', 'cost: 47', 'N', '→ X'],
    ],
    [
      'a wait for events whose clock stops',
      'step y within 1h\nwa|it x "Wait" by customer within 3d until "the day before" stops clock {\n  when "Yes" 70% note "N" -> y\n  when "By phone"\n  timeout "Late" -> end\n  meanwhile "Remind" after p1 1d, 2d -> "Remind"\n}\nend e "E"\n',
      [
        '**Wait** · wait `x`',
        'by Customer',
        'within 3 days',
        'until the day before',
        'the clock stops: this time is not counted against promises',
        'at most 3 days 1 hour since the customer came in',
        'counted against promises: 1 hour',
        '→ *Yes* (70%): Y · N',
        '→ *By phone*: E',
        '→ *Late*: End',
        '→ *Remind, after 1 day (P1), else 2 days*: Remind',
      ],
    ],
    [
      'anytime, with how often',
      'step x\nany|time off "Customer cancels" 2% -> end off-end "Cancelled"\nend\n',
      ['**Customer cancels** · at any time `off`', '2% of all cases', '→ Cancelled'],
    ],
    [
      'late, with the stage in which it holds',
      'stage s "Log" {\n  step x\n  la|te over "Too late" -> x\n}\nend\n',
      ['**Too late** · when late `over`', 'in Log', '→ X'],
    ],
    [
      'meanwhile, with its time by level',
      'mean|while news "Tell all" every p1 30min, 1d -> "Tell"\nstep x\nend\n',
      [
        '**Tell all, every 30 min (P1), else every day** · meanwhile `news`',
        'every 30 minutes for `p1`, else 1 day',
        '→ Tell',
      ],
    ],
    [
      'choose all',
      'cho|ose all what? "What applies?" by agent note "N" {\n  when "Hotel" -> "Book"\n  when "Bus" -> "Order"\n}\nend\n',
      [
        '**What applies?** · question, every answer that applies `what`',
        'by Agent',
        'N',
        '→ *Hotel*: Book',
        '→ *Bus*: Order',
      ],
    ],
    [
      'parallel first',
      'para|llel first race {\n  branch "A" { step a "A it" }\n  branch "B" { step b "B it" }\n}\nend\n',
      ['**Race** · parallel, the first branch ends the others `race`', '→ *A*: A it', '→ *B*: B it'],
    ],
    [
      'a question with what one must know, and how often',
      'i|f x? "X?" by agent note "Red flags" 5% -> end a "A"\nend b "B"\n',
      ['**X?** · question `x`', 'by Agent', 'Red flags', '→ *Yes* (5%): A', '→ *No* (95%): B'],
    ],
    [
      'an end that tells someone',
      'en|d x "X" as success to customer note "N" field cost "47"\n',
      ['**X** · end `x`', 'to Customer', 'as success', 'cost: 47', 'N'],
    ],
  ])('%s', (_, statements, expected) => {
    expect(described(flow(statements))).toEqual(expected);
  });

  it('a stage, on its word and on its name', () => {
    const stage =
      'stage s "The work" by agent accountable lead with carrier within p1 2h, 1d each "item" field cost "47" note "N" { step x }\nend\n';
    const expected = [
      '**The work** · stage `s`',
      'by Agent',
      'accountable: Lead',
      'with Network owner',
      'once for each item',
      'all of it within 2 hours for `p1`, else 1 day',
      'cost: 47',
      'N',
    ];
    for (const place of ['sta|ge s', 'stage s|', 'stage s "The w|ork'])
      expect(described(flow(stage.replace(place.replace('|', ''), place))), place).toEqual(expected);
    expect(described(flow(stage.replace('step x', 'st|ep x')))[0]).toBe('**X** · step `x`');
  });

  it.each([
    ['anytime', 'step x\nanyti|me "A" -> x\nend\n', '`anytime` is what may happen'],
    ['stops', 'wait x by customer sto|ps clock\nend\n', '`stops` lets the clock stand still'],
    ['clock', 'wait x by customer stops clo|ck\nend\n', '`clock` is what `stops`'],
    ['first', 'parallel fi|rst { branch { step a } branch { step b } }\nend\n', '`first` lets the branch'],
    ['all', 'choose al|l x? { when "A" -> "B" }\nend\n', '`all` lets every answer'],
    ['after', 'step x\n  meanwhile af|ter 1d -> "R"\nend\n', '`after` is how long'],
    ['accountable', 'step x account|able lead\nend\n', '`accountable` names the one'],
  ])('explains the word “%s”', (_, statements, expected) => {
    expect(hovered(flow(statements))).toContain(expected);
  });
});

describe('hints and lenses of 1.1', () => {
  const hinted = (text: string): string => {
    const { snapshot, path } = openFiles(text);
    const file = snapshot.file(path);
    return [...(file === undefined ? [] : inlayHints(file, { start: 0, end: text.length }))]
      .reverse()
      .reduce(
        (shown, { offset, label }) => `${shown.slice(0, offset)}«${label}»${shown.slice(offset)}`,
        text,
      );
  };

  it('sum up the limits of each level', () => {
    expect(hinted(flow('step x within p1 15min, 4h\nstep y within p1 30min, p2 1h, 2h\nend\n'))).toContain(
      'step x within p1 15min, 4h\nstep y within p1 30min«≤ 45 minutes in all», p2 1h«≤ 5 hours in all», 2h«≤ 6 hours in all»\n',
    );
  });

  it('say how much of it counts where the clock stops', () => {
    expect(
      hinted(flow('step x within 1h\nwait w by customer within 3d stops clock\nstep y within 2h\nend\n')),
    ).toContain(
      'wait w by customer within 3d«≤ 3 days 1 hour in all, 1 hour counted» stops clock\nstep y within 2h«≤ 3 days 3 hours in all, 3 hours counted»\n',
    );
  });

  it('say at least so much where nobody knows how long something on the way lasts', () => {
    const unknown =
      'step x within 1h\nwait w by customer\n  timeout "Next session" -> end\nstep y within 2h\nend\n';
    expect(hinted(flow(unknown))).toContain('step y within 2h«≥ 3 hours in all»\n');
    const { snapshot, path } = openFiles(flow(unknown));
    const file = snapshot.file(path);
    expect(file && codeLenses(file).map(({ title }) => title)).toEqual(['2 paths · at least 3 hours']);
    expect(hovered(flow(unknown.replace('step y', 'step |y')))).toContain(
      'at least 3 hours since the customer came in',
    );
  });

  it('sum up working time by the hours of the flow', () => {
    const allDay = 'hours "Mon-Sun 00:00-24:00"\n';
    expect(hinted(`${head}${allDay}touchpoint t\nstep x within 1wd\nstep y within 1d\nend\n`)).toContain(
      'step y within 1d«≤ 1 day and 1 working day in all»\n',
    );
  });

  it('say where a promise begins and ends', () => {
    expect(
      hinted(`${head}promise 8w from log to answer\ntouchpoint t\nstep log "Log it"\nstep answer\nend\n`),
    ).toContain('promise 8w from log«Log it» to answer\n');
  });

  it('the lens has the level at which it takes longest', () => {
    const { snapshot, path } = openFiles(flow('step x within p1 15min, p2 1d\nend\n'));
    const file = snapshot.file(path);
    expect(file && codeLenses(file).map(({ title }) => title)).toEqual(['1 path · at most 1 day']);
  });
});
