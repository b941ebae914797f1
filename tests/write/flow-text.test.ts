import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edge, Node, Process, Step } from '../../src/model/process.ts';
import { writeFlow } from '../../src/write/flow-text.ts';
import { bareProcess } from '../bare-process.ts';
import { everyConstruct } from '../every-construct.ts';
import { compareProcesses } from './compare-processes.ts';
import { readText } from './read-processes.ts';
import { errorsOf, roundTrip } from './round-trip.ts';

const rewritten = (text: string, options = {}) => roundTrip(readText(text), options);
const same = { told: [], errors: [], differences: [] };

describe('a flow that is written', () => {
  it('reads as a person wrote it: branches in their place, a guard for what is rare, an arrow only back', () => {
    const { text } = rewritten(`flow order "Order"
role agent "Agent"
touchpoint phone "Customer calls"
step check "Check the stock" by agent
if stock? "In stock?" 85% -> reserve
-> backorder
step reserve "Reserve it" by agent
-> confirm
step backorder "Take a back-order" by agent
wait restock "Wait for stock" within 2w
  timeout -> check
-> confirm
step confirm "Confirm it" by agent
end placed "Order placed" as success
`);
    expect(text).toBe(`flow order "Order"

role agent "Agent"

touchpoint phone "Customer calls"

step check "Check the stock" by agent
if "In stock?" 85% -> "Reserve it" by agent
else {
  step "Take a back-order" by agent
  wait "Wait for stock" within 2w
    timeout -> check
}

step "Confirm it" by agent
end "Order placed" as success
`);
  });

  it('keeps the name of what is jumped to', () => {
    const { text } = rewritten(
      'flow a\ntouchpoint t "In"\nstep mine "Look at it"\nif "Again?" 10% -> mine\nend\n',
    );
    expect(text).toContain('step mine "Look at it"\nif "Again?" 10% -> mine\n');
  });

  it.each([
    ['Make the credit final, explain why', 'make-credit'],
    ['Ask whether everything is in order', 'ask-everything'],
    ['Diagnose with the knowledge base', 'diagnose-knowledge'],
    ['The customer calls', 'customer-calls'],
    ['Tell 2 of them', 'tell-2'],
    ['请客户填写收货地址', '请客户填写收货地址'],
    ['确认问题已解决，邀请客户评价', '确认问题已解决'],
    ['Συνδέεται ο υπάλληλος με τον πελάτη', 'συνδέεται-υπάλληλος'],
    ['Pay 1.5 %, then wait', 'pay-1'],
    ['Over', 'over'],
  ])('names what is jumped to and has no name by its label, in its own script: %s', (label, name) => {
    const [process] = readText(
      `flow a\ntouchpoint t "In"\nstep x "${label}"\nif "Again?" 10% -> x\nend\n`,
    ).processes;
    if (process === undefined) throw new Error('no flow');
    const nodes = process.nodes.map((node) => ({ ...node, named: false }));
    const { value: text } = writeFlow({ ...process, nodes });
    expect(text).toContain(`step ${name} "${label}"\nif "Again?" 10% -> ${name}\n`);
  });

  it('gives names as it is asked to: those that are needed, those that were there, or all', () => {
    const source = 'flow a\ntouchpoint t "In"\nstep mine "Look at it"\nend\n';
    expect(rewritten(source).text).toContain('step "Look at it"\nend');
    expect(rewritten(source, { names: 'keep' }).text).toContain('step mine "Look at it"\nend');
    expect(rewritten(source, { names: 'all' }).text).toContain('step mine "Look at it"\nend finish "End"');
  });

  it('takes no word of the language for a name, and no name twice', () => {
    const { text, errors, differences } = rewritten(
      'flow a\ntouchpoint t "T"\nstep x "Step"\nstep y "Step"\nchoose "Q" {\n when "1" -> x\n when "2" -> y\n when "3" {}\n}\nend\n',
    );
    expect({ errors, differences }).toEqual({ errors: [], differences: [] });
    expect(text).not.toMatch(/step step /);
  });

  it('keeps a retry that stands in the middle of others', () => {
    expect(
      rewritten('flow a\ntouchpoint t\nstep x "X"\n-> x max 2 then -> "Y" -> x max 3 then -> "Z" -> end\n'),
    ).toMatchObject(same);
  });

  it('keeps all that may be said about a flow', () => {
    const source = `flow a "A flow"
language de
department "D"
purpose "P"
owner "O"
version "1"
reviewed 2026-02-28 every 6mo
audience "X", "Y \\"Z\\""
direction right
promise 1d2h
system crm "Customer database"
role agent "Agent"
request order "Place an order"
term SKU "a number"
term "gold card" "a card"
touchpoint t "T" for order
step s "S" by agent with crm to customer using crm as document within 1h30min takes 5min..10min..1h
  say "One" say "Two" note "N" link "https://example.org/x"
  problem "P" 12.5% -> "X" -> s
  timeout 3% -> end as failure
escalate e "E" by agent to crm, agent
call a
transfer a
`;
    expect(rewritten(source)).toMatchObject(same);
    expect(rewritten(source).text.indexOf('system crm')).toBeLessThan(
      rewritten(source).text.indexOf('role agent'),
    );
  });

  it('keeps missing ends open', () => {
    const source =
      'flow a\ntouchpoint t\nchoose "Q" {\n when "1" 20% -> "X"\n when "2" -> end\n otherwise {}\n}\n';
    expect(rewritten(source)).toMatchObject(same);
  });

  it('keeps stages in stages, and those in which nothing is done', () => {
    expect(
      rewritten(
        'flow a\ntouchpoint t\nstage "One" {\n stage "In" {}\n step x "X"\n stage "Two" {\n step "Y"\n if "Q" -> x\n }\n}\nstage "None" {}\nend\n',
      ),
    ).toMatchObject(same);
  });

  it('keeps the names of stages where it keeps names', () => {
    const source =
      'flow a\ntouchpoint t\nstage first "One" {\n step "X"\n}\nstage "Two" {\n step "Y"\n}\nend\n';
    expect(rewritten(source, { names: 'keep' }).text).toContain('stage first "One" {');
    expect(rewritten(source, { names: 'keep' }).text).toContain('stage "Two" {');
    expect(rewritten(source).text).toContain('stage "One" {');
  });

  it('keeps every label, whatever is in it', () => {
    const strange = fc.stringMatching(/^[\s\S]*$/).map((text) => text.toWellFormed());
    const label = fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        '\\n',
        '#',
        '-> end',
        '}',
        '\u202e\u2066x',
        '\u0000\u001b[31m',
        '\r\n',
        '\u2028',
        '\ufeff',
        '"""',
        '’“',
        '\u200f?',
        '  x  ',
      ),
      strange,
      fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
    );
    fc.assert(
      fc.property(label, label, (one, other) => {
        const source = readText(
          'flow a "A"\nrole r "R"\ntouchpoint t "T"\nstep s "S" by r say "W"\n  problem "P" -> s\nparallel p "B" {\n branch "L" {\n step "X"\n }\n}\nchoose "Q" {\n when "1" -> s\n}\nend "E"\n',
        );
        const [process] = source.processes;
        if (process === undefined) throw new Error('no flow');
        const texts = new Map([one, other].map((text, at) => [at, text === '' ? 'x' : text]));
        const put = (text: string, at: number): string => (text === '' ? '' : (texts.get(at % 2) ?? text));
        const changed: Process = {
          ...process,
          title: put('A', 0),
          declarations: {
            ...process.declarations,
            roles: process.declarations.roles.map((role) => ({ ...role, label: put('R', 1) })),
          },
          owners: process.owners.map((owner) => ({ ...owner, label: put('R', 1) })),
          nodes: process.nodes.map((node, at) => ({
            ...node,
            label: put(node.label, at),
            say: node.say.map(() => put('W', at)),
          })),
          edges: process.edges.map((edge, at) =>
            edge.label === undefined ? edge : { ...edge, label: put(edge.label, at) },
          ),
        };
        const { value, diagnostics } = writeFlow(changed);
        const again = readText(value);
        const [read] = again.processes;
        if (read === undefined) throw new Error('no flow');
        expect(diagnostics).toEqual([]);
        expect(errorsOf(again)).toEqual([]);
        expect(
          compareProcesses({ process: changed, openExits: [] }, { process: read, openExits: [] }),
        ).toEqual([]);
        // What turns the direction of a line, or hides it, is seen in the text.
        expect([...value].filter(isHidden)).toEqual([]);
      }),
    );
  });

  it.each([
    ['steps in a row', (n: number) => Array.from({ length: n }, (_, at) => `step "Do ${at}"`).join('\n')],
    [
      'guards in a row',
      (n: number) => Array.from({ length: n }, (_, at) => `if "Q ${at}" -> no\nstep "S ${at}"`).join('\n'),
    ],
    [
      'answers of one question',
      (n: number) =>
        `choose "Q" {\n${Array.from({ length: n }, (_, at) => `when "${at}" -> "Do ${at}"`).join('\n')}\n}`,
    ],
    [
      'else ifs',
      (n: number) =>
        `if "Q" -> "X"\n${Array.from({ length: n }, (_, at) => `else if "Q ${at}" -> "A ${at}"`).join('\n')}`,
    ],
    [
      'questions one in the other',
      (n: number) =>
        `${Array.from(
          { length: n },
          (_, at) => `step n${at} "N ${at}"\nif "Q ${at}" -> n${at + 1}\nstep "B ${at}" -> no`,
        ).join('\n')}\nstep n${n} "Last"`,
    ],
  ])('is written however long it is: 5,000 %s', (_, statements) => {
    const source = `flow a\ntouchpoint t "T"\n${statements(5000)}\nend\nend no "No"\n`;
    expect(rewritten(source)).toMatchObject(same);
  });
});

/** Control characters but line breaks, and what overrides or isolates a direction. */
const isHidden = (character: string): boolean =>
  (character < ' ' && character !== '\n') ||
  (character >= '\u202a' && character <= '\u202e') ||
  (character >= '\u2066' && character <= '\u2069') ||
  character === '\ufeff';

const base = (id: string) => ({
  id,
  label: id.toUpperCase(),
  named: false,
  with: [],
  to: [],
  using: [],
  say: [],
  notes: [],
  fields: [],
});
const step = (id: string, more: Partial<Step> = {}): Node => ({
  ...base(id),
  takes: [],
  withinByLevel: [],
  takesByLevel: [],
  ...more,
  kind: 'step',
});

const edges = (
  ...pairs: readonly (readonly [from: string, to: string, more?: Partial<Edge>])[]
): readonly Edge[] =>
  pairs.map(([from, to, more]) => ({ id: `${from}>${to}`, from, to, kind: 'next', jump: false, ...more }));

const processOf = (nodes: readonly Node[], lines: readonly Edge[], more: Partial<Process> = {}): Process => ({
  id: 'a',
  path: 'flow.flow',
  title: 'A',
  language: 'en',
  direction: 'down',
  properties: bareProcess.properties,
  declarations: bareProcess.declarations,
  owners: [],
  nodes,
  edges: lines,
  stages: [],
  ...more,
});

const start: Node = { ...base('t'), kind: 'touchpoint', requests: [] };
const end: Node = { ...base('e'), kind: 'end' };

describe('what the language cannot say', () => {
  const say = (process: Process) => {
    const { value, diagnostics } = writeFlow(process);
    const again = readText(value);
    return { text: value, told: diagnostics.map(({ message }) => message), errors: errorsOf(again) };
  };

  it('is told: two ways on from a step', () => {
    const { told, errors } = say(
      processOf([start, step('s'), step('x'), end], edges(['t', 's'], ['s', 'x'], ['s', 'e'], ['x', 'e'])),
    );
    expect(told).toEqual(['“S” (s) has a way out of the kind “next” more than once']);
    expect(errors).toEqual([]);
  });

  it('is told: a way out of an end, and one into a touchpoint', () => {
    const { told, errors } = say(
      processOf([start, step('s'), end], edges(['t', 's'], ['s', 'e'], ['e', 's'], ['s', 't'])),
    );
    expect(told).toEqual([
      '“S” (s) leads to “T”, where cases come in, and no path can',
      '“E” (e) cannot have a way out of the kind “next”',
    ]);
    expect(errors).toEqual([]);
  });

  it('is told: who is told by a question, its answers in other words, and deadlines without a time', () => {
    const question: Node = { ...base('q'), kind: 'decision', decision: { kind: 'if' }, to: ['x'] };
    const { told, text, errors } = say(
      processOf(
        [start, question, step('s'), end],
        edges(
          ['t', 'q'],
          ['q', 's', { kind: 'yes', label: 'Sure' }],
          ['q', 'e', { kind: 'no', label: 'No' }],
          ['s', 'e'],
          ['s', 'q', { kind: 'timeout', label: 'some day' }],
          ['s', 'e', { kind: 'timeout' }],
        ),
      ),
    );
    expect(told).toEqual([
      '“Q” (q) cannot say who is told',
      '“Q” (q) has a way out “Sure” that reads “Yes” instead',
      '“S” (s) has a deadline without a time, which is named by its label: “some day”',
      '“S” (s) has a deadline without a time and without a name: it is written as a problem',
    ]);
    expect(text).toContain('timeout "some day"');
    expect(text).toContain('problem ""');
    expect(errors).toEqual([]);
  });

  it('is told: a parallel that a path leaves between its bars', () => {
    const fork: Node = { ...base('f'), kind: 'fork', partner: 'j' };
    const join: Node = { ...base('j'), kind: 'join', partner: 'f', label: '' };
    const { told, text, errors } = say(
      processOf(
        [start, fork, step('x'), step('y'), join, end],
        edges(['t', 'f'], ['f', 'x', { label: 'One' }], ['f', 'y'], ['x', 'j'], ['y', 'e'], ['j', 'e']),
      ),
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /^“F” \(f\) is a parallel that .*: it is written as a question all of whose answers apply$/,
    );
    expect(text).toContain('choose "F" {');
    expect(errors).toEqual([]);
  });

  it('is told: a transfer that several paths lead to from afar', () => {
    const transfer: Node = { ...base('x'), kind: 'transfer', flow: { id: 'a', path: 'flow.flow' } };
    const nodes: readonly Node[] = [
      start,
      { ...base('q'), kind: 'decision', decision: { kind: 'choose' } },
      step('u'),
      step('v'),
      step('w'),
      transfer,
      end,
    ];
    const lines = edges(
      ['t', 'q'],
      ...(['u', 'v', 'w'] as const).map((id) => ['q', id, { kind: 'when', label: id }] as const),
      ['u', 'x'],
      ['v', 'e'],
      ['w', 'x'],
      ['v', 'x', { kind: 'problem', label: 'P' }],
      ['w', 'e', { kind: 'problem', label: 'P' }],
    );
    const { told, text, errors } = say(processOf(nodes, lines));
    expect(told).toEqual([
      '“X” (x) can have no name that an arrow could lead to: a step “…” stands before it',
    ]);
    expect(text).toContain('"…"');
    expect(errors).toEqual([]);
  });

  it('is told: more counted returns in a row than the language has', () => {
    const returns = Array.from(
      { length: 40 },
      (_, at): Node => ({
        ...base(`r${at}`),
        label: '2\u00a0times?',
        kind: 'decision',
        decision: { kind: 'retry', max: 2 },
      }),
    );
    const { told, text, errors } = say(
      processOf(
        [start, step('s'), ...returns, end],
        edges(
          ['t', 's'],
          ['s', 'r0'],
          ...returns.flatMap(({ id }, at) => [
            [id, at === 39 ? 'e' : `r${at + 1}`, { kind: 'yes', label: 'Yes' }] as const,
            [id, 's', { kind: 'retry', label: 'No' }] as const,
          ]),
        ),
      ),
    );
    expect(told).toHaveLength(2);
    expect(text.match(/max 2/g)).toHaveLength(40);
    expect(errors).toEqual([]);
  });

  it('is told: times that are not of whole numbers, links that no chart may have, and what is too long', () => {
    const { told, errors } = say(
      processOf(
        [
          start,
          step('s', {
            within: [{ value: 1.5, unit: 'h' }],
            link: 'javascript:x',
            notes: ['x'.repeat(20_000)],
          }),
          end,
        ],
        edges(['t', 's'], ['s', 'e']),
      ),
    );
    expect(told).toEqual([
      '“S” (s) has a time that is not made of whole numbers, and is left out',
      '“S” (s) has a link that no chart may have, and it is left out: “javascript:x”',
      '“S” (s) is longer than 10000 characters, and is cut',
    ]);
    expect(errors).toEqual([]);
  });

  it('gets names that the language allows, for ids that are none', () => {
    const role = { id: '_role 1', label: 'Front desk', kind: 'role', declared: 'here' } as const;
    const process = processOf([start, step('s', { owner: role.id }), end], edges(['t', 's'], ['s', 'e']), {
      id: 'Process_1 x',
      declarations: { roles: [role], systems: [], requests: [], terms: [], parties: [], levels: [] },
      owners: [role],
    });
    const { text, told, errors } = say(process);
    expect(text).toContain('role front-desk "Front desk"');
    expect(text).toContain('by front-desk');
    expect({ told, errors }).toEqual({ told: [], errors: [] });
  });
});

describe('what came with version 1.1 of the language', () => {
  it.each(['needed', 'keep', 'all'] as const)('is all there when it is read again, names: %s', (names) => {
    const { told, errors, differences } = rewritten(everyConstruct, { names });
    expect({ told, errors, differences }).toEqual(same);
  });

  it('reads as a person wrote it: entries first, events and answers in their blocks, what is beside behind its step', () => {
    const { text } = rewritten(everyConstruct, { names: 'keep' });
    expect(text.slice(text.indexOf('touchpoint'))).toBe(`touchpoint "Customer calls" by desk volume 400 per 1d
  note "Phones"
touchpoint "Customer writes"
  say "Hello"
  link "a.html"
  field line "2"
anytime cancels "Customer cancels" 2% -> end cancelled "Cancelled" as failure to customer
late escalation "A limit has passed" -> "Tell the lead" by desk to lead
meanwhile every p1 30min, 1d -> "Tell all users" by desk to customer

stage log "Log" by desk within 4h each "item" accountable lead note "N" {
  step take "Take it" by desk to customer within p1 15min, p2 1h, 4h takes p1 5min..10min, 20min
    meanwhile "Remind" after 2d -> "Remind the customer" by desk to customer
  if danger? "Danger to life?" 5% by desk note "Red flags" -> answer
}

wait answer-it "Wait for the answer" by customer within 3d until "the day before" stops clock {
  when "Accepts" 70% -> answer
  when "Declines" note "x" -> end lost "Declines" as failure
  when "By phone"
  timeout "Resubmission date" -> "Call the customer" by desk
}

choose all what? "What applies?" {
  when "Hotel" -> "Book"
  when "Bus" {
    step bus "Bus"
  }
  otherwise
}

parallel first race "Race" {
  branch "A" {
    step a "A" by carrier
    end stopped "Stopped"
  }
  branch "B" {
    step b "B" by desk each "thing"
  }
}

step answer "Answer" by desk to customer
-> take max 3 then -> end done "Done" as success to customer note "Thanks"
`);
  });

  it('has a block for an entry that ends in a call, so that what is beside the work stays apart from it', () => {
    const { text, ...found } = rewritten(
      'flow f\ntouchpoint t "T"\nanytime c "C" { call f "Do it" }\nmeanwhile every 1h -> "Tell"\nstep a "A"\nend e',
    );
    expect(text).toContain(
      'touchpoint t "T"\nanytime c "C" {\n  call f "Do it"\n}\nmeanwhile every 1h -> "Tell"\n',
    );
    expect(found).toMatchObject(same);
  });

  it.each([
    ['a limit by level alone', 'step a within p1 1h\n  timeout {}\nend e'],
    [
      'a branch beside a step in a branch of a parallel',
      'parallel { branch { step a\n meanwhile after 1h -> "B" } branch { end x } }\nend e',
    ],
    ['a parallel of which every branch ends', 'touchpoint t\nparallel { branch { end x } branch { end y } }'],
    [
      'a choice of several answers, each of which ends',
      'touchpoint t\nchoose all "Q" { when "A" -> end x when "B" -> end y }',
    ],
    [
      'entries of a stage',
      'touchpoint t\nstage "S" { anytime c "C" -> end x\nlate "L" -> a\nmeanwhile every 1h { step "M" }\nstep a "A" }\nend e',
    ],
    ['a promise between entries and ends', 'promise p 2h from t to e\ntouchpoint t "T"\nstep "A"\nend e "E"'],
    [
      'a promise by one level, and its name',
      'level p1\npromise p1 2h\npromise quick p1 1h\npromise p2 3h\nend e',
    ],
    [
      'an answer with a share of its own',
      'choose "Q" { when "A" 20% when "B" 20% -> end x otherwise 10% }\nend e',
    ],
    [
      'a question beside the work of which one answer is over',
      'meanwhile every 1h { if "Q?" 40% {} else -> "B" }\nend e',
    ],
    [
      'wait for events of which none goes on',
      'touchpoint t\nwait w { when "A" -> end x when "B" -> w }\nend e',
    ],
  ])('is the same when it is written and read again: %s', (_, text) => {
    const { told, errors, differences } = rewritten(`flow f\n${text}\n`);
    expect({ told, errors, differences }).toEqual(same);
  });

  it('is told where no block can say it: work beside a step that leads back into the work', () => {
    const beside: Partial<Edge> = {
      kind: 'meanwhile',
      label: 'Remind, after 1\u00a0day',
      name: 'Remind',
      timing: { kind: 'after', duration: [{ value: 1, unit: 'd' }], byLevel: [] },
    };
    const { value, diagnostics } = writeFlow(
      processOf(
        [start, step('s'), step('m'), end],
        edges(['t', 's'], ['s', 'e'], ['s', 'm', beside], ['m', 'e']),
      ),
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '“S” (s) has something done beside it that has “E” in a branch, where no path can begin or end: it is written as a problem',
    ]);
    expect(value).toContain('  problem "Remind, after 1\u00a0day" -> "M"');
  });
});
