import { describe, expect, it } from 'vitest';
import { completion } from '../../src/server/features/completion.ts';
import type { Proposal } from '../../src/server/proposal.ts';
import { snippets } from '../../src/server/snippets.ts';
import { parse } from '../../src/syntax/parse.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { understand } from '../understand.ts';
import { openFiles } from './open-files.ts';

const proposals = (marked: string): readonly Proposal[] => {
  const { snapshot, path, offset } = openFiles(marked);
  return completion(snapshot, path, offset).proposals;
};
/** What is proposed, whole statements and durations left out. */
const labels = (marked: string): string =>
  proposals(marked)
    .filter(({ label }) => !label.includes('…') && !/^\d+[a-z]+$/.test(label))
    .map(({ label }) => label)
    .join(' ');
const hasDurations = (marked: string): boolean =>
  ['15min', '1h', '1d'].every((duration) => proposals(marked).some(({ label }) => label === duration));
const words = (marked: string): readonly string[] => labels(marked).split(' ');

const head = `flow desk
level p1 "Nobody can work"
level p2
role agent "Agent"
party carrier "Network owner"
system crm
touchpoint call "Customer calls"
`;
const all = [
  'by',
  'with',
  'to',
  'using',
  'within',
  'takes',
  'as',
  'say',
  'note',
  'link',
  'accountable',
  'field',
  'each',
];

describe('completion of attributes, by what they can stand on', () => {
  it.each([
    ['a step', `${head}step x |`, `${all.join(' ')} ->`],
    ['a step of the customer', `${head}step x by customer |`, `${all.slice(1).join(' ')} stops clock ->`],
    ['a step of an agent', `${head}step x by agent to customer |`, `with ${all.slice(3).join(' ')} ->`],
    ['a call', `${head}call x |`, `${all.join(' ')} ->`],
    ['an escalation', `${head}escalate x |`, `${all.join(' ')} ->`],
    ['a wait', `${head}wait x |`, `${all.join(' ')} stops clock until ->`],
    ['a step in a chain', `${head}-> "X" |`, `${all.join(' ')} ->`],
    ['a stage', `${head}stage x "X" |`, 'by with using within say note link accountable field each'],
    ['a question', `${head}if x? "X?" by agent |`, '-> with using say note link field'],
    ['a further question', `${head}if x? {\n} else if y? |`, '-> by with using say note link field'],
    ['a choice', `${head}choose x? "X?" |`, 'by with using say note link field'],
    ['a choice of several', `${head}choose all x? "X?" |`, 'by with using say note link field'],
    ['an answer', `${head}choose x? {\n  when "One" |\n}`, '-> say note link field'],
    ['all other answers', `${head}choose x? {\n  otherwise |\n}`, '-> say note link field'],
    ['an event', `${head}wait x {\n  when "One" note "N" |\n}`, '-> say note link field'],
    ['an end', `${head}end x to customer |`, 'as note link field'],
    ['an end without a name', `${head}-> end |`, 'as to note link field'],
    ['a touchpoint', `${head}touchpoint x volume 400 per 1d |`, '-> for by with using say note link field'],
    ['anytime, which has none', `${head}anytime x "X" |`, '->'],
    ['late, which has none', `${head}late x "X" |`, '->'],
    ['a problem, which has none', `${head}step x\n  problem "P" |`, '->'],
  ])('%s', (_, marked, expected) => {
    expect(labels(marked)).toBe(expected);
  });

  it('on lines of their own, further in than what they are about, they come before statements', () => {
    const first = (marked: string, count: number): string => words(marked).slice(0, count).join(' ');
    expect(first(`${head}if x? "X?"\n  |`, 4)).toBe('-> by with using');
    expect(first(`${head}stage x "X"\n  |`, 4)).toBe('by with using within');
    expect(first(`${head}end x "X"\n  |`, 5)).toBe('as to note link field');
    expect(first(`${head}choose x? {\n  when "One"\n    |\n}`, 5)).toBe('-> say note link field');
    expect(first(`${head}touchpoint x "X"\n  |`, 4)).toBe('-> for by with');
    expect(first(`${head}step x\n  accountable agent\n  |`, 3)).toBe('by with to');
    expect(words(`${head}step x\n  accountable agent\n  |`)).not.toContain('accountable');
    expect(words(`${head}step x\n  field cost "1"\n  |`)).toContain('field');
    expect(words(`${head}if x? -> y\n  |`)).not.toContain('within');
  });
});

describe('completion behind words of 1.1', () => {
  it.each([
    ['by, with parties', `${head}step x by |`, 'agent carrier crm customer'],
    ['to, with parties', `${head}end x to |`, 'customer agent carrier crm'],
    ['accountable: people', `${head}step x accountable |`, 'agent carrier'],
    ['accountable of a flow', 'flow a\nrole agent\naccountable |', 'agent'],
    ['stops', `${head}wait x stops |`, 'clock'],
    ['the number of a volume', `${head}touchpoint x volume 400 |`, 'per'],
    ['parallel', `${head}parallel |`, 'first'],
    ['choose', `${head}choose |`, 'all'],
    ['meanwhile', `${head}meanwhile |`, 'every after'],
    ['meanwhile, named', `${head}meanwhile news "Tell all" |`, 'every after'],
    ['meanwhile, behind a step', `${head}step x\n  meanwhile "R" |`, 'every after'],
    ['meanwhile with its time', `${head}meanwhile every p1 30min, 1d |`, '->'],
    ['otherwise', `${head}choose x? {\n otherwise |`, '-> say note link field'],
    ['a role', 'flow a\nrole agent "Agent" |', 'staff'],
    ['a reference', 'flow a\nreference "ITIL" |', 'link'],
    ['a measure', 'flow a\nmeasure "Answered" 90% |', 'within'],
    ['an approval', 'flow a\napproved "Dana" |', '2026-11-21'],
    ['a revision', 'flow a\nrevised |', '2026-11-21'],
    ['hours', 'flow a\nhours |', '"Mon-Fri 09:00-17:00" "Mon-Fri 08:00-18:00" "Mon-Sun 00:00-24:00"'],
    ['a promise', 'flow a\npromise final 8w |', 'from to'],
    ['a promise with its beginning', `${head.replace('system', 'promise 8w from call |\nsystem')}`, 'to'],
    ['reviewed every, without levels', 'flow a\nlevel p1\nreviewed 2026-10-01 every |', ''],
    ['a field: those of the file', `${head}step x field cost-centre "1"\nstep y field |`, 'cost-centre'],
  ])('%s', (_, marked, expected) => {
    expect(labels(marked)).toBe(expected);
  });

  it('party and level: names that are used and not declared', () => {
    expect(labels('flow a\nparty |\ntouchpoint t\nstep x by network\n')).toBe('network');
    expect(labels('flow a\nlevel |\ntouchpoint t\nstep x within p1 1h, p2 2h\n')).toBe('p1 p2');
  });

  it('from and to of a promise: names of nodes, and a touchpoint at the beginning alone', () => {
    const flow = (promise: string): string =>
      `flow a\nrole agent\npromise ${promise}\ntouchpoint call\nanytime off "Off" -> x\nstep x "Take it"\nend done\n`;
    expect(labels(flow('8w from |'))).toBe('call off x done');
    expect(labels(flow('8w from x to |'))).toBe('x done');
    expect(proposals(flow('8w to |'))[0]).toMatchObject({ label: 'x', kind: 'target', detail: 'Take it' });
  });

  it.each([
    ['within', `${head}step x within |`],
    ['takes', `${head}step x takes |`],
    ['within of a stage', `${head}stage x within |`],
    ['every', `${head}meanwhile every |`],
    ['after', `${head}step x\n  meanwhile after |`],
    ['promise', 'flow a\nlevel p1 "One"\nlevel p2\npromise |'],
    ['promise with a name', 'flow a\nlevel p1 "One"\nlevel p2\npromise final "Final" |'],
    ['within of a measure', 'flow a\nlevel p1 "One"\nlevel p2\nmeasure "M" 90% within |'],
  ])('%s: durations and levels', (_, marked) => {
    expect(hasDurations(marked)).toBe(true);
    expect(labels(marked)).toBe('p1 p2');
  });

  it('in a list: the levels that it has not yet; behind a level, its time', () => {
    expect(labels(`${head}step x within p1 15min, |`)).toBe('p2');
    expect(hasDurations(`${head}step x within p1 15min, |`)).toBe(true);
    expect(labels(`${head}step x takes p1 5min..10min, p2 1h, |`)).toBe('');
    for (const marked of [
      'within p2 |',
      'within p1 15min, p2 |',
      'takes p1 5min..10min, p2 |',
      'within p1 |',
    ])
      expect([labels(`${head}step x ${marked}`), hasDurations(`${head}step x ${marked}`)], marked).toEqual([
        '',
        true,
      ]);
    expect(hasDurations(`${head}meanwhile every p1 |`)).toBe(true);
    expect(hasDurations('flow a\nlevel p1\npromise p1 |')).toBe(true);
    expect(proposals(`${head}step x within |`).find(({ label }) => label === 'p1')).toMatchObject({
      kind: 'level',
      detail: 'Nobody can work',
    });
  });

  it('is proposed without being called for where something has to follow', () => {
    const isAsked = (marked: string): boolean => {
      const { snapshot, path, offset } = openFiles(marked);
      return completion(snapshot, path, offset).isAsked;
    };
    for (const asking of ['within p1 |', 'within p1 1h, |', 'accountable |', 'by agent within |'])
      expect(isAsked(`${head}step x ${asking}`), asking).toBe(true);
    expect(isAsked(`${head}touchpoint x volume 400 |`)).toBe(true);
    expect(isAsked(`${head}step x within 1h |`)).toBe(false);
  });

  it('a number that was begun in a list, in each unit', () => {
    const { snapshot, path, offset, text } = openFiles(`${head}step x within p1 15|`);
    const { replace, proposals: found } = completion(snapshot, path, offset);
    expect(found[0]?.label).toBe('15s');
    expect(applyEdits(text, [{ span: replace, text: '15min' }])).toContain('within p1 15min');
  });
});

describe('completion of statements of 1.1, in their place only', () => {
  const besides = ['anytime', 'late', 'meanwhile'];
  it('what comes in from beside: at the top level of a flow and of a stage', () => {
    expect(words(`${head}|`)).toEqual(expect.arrayContaining(besides));
    expect(words(`${head}stage s {\n  |\n}`)).toEqual(expect.arrayContaining(besides));
    for (const block of [
      'if x? {\n|',
      'parallel {\n branch {\n|',
      'anytime x {\n|',
      'wait x {\n when "A" {\n|',
    ])
      for (const word of besides) expect(words(`${head}${block}`), `${block} ${word}`).not.toContain(word);
  });

  it('in the block of a wait: events and what can go wrong', () => {
    expect(labels(`${head}wait x within 1d {\n  |\n}`)).toBe('when timeout problem meanwhile');
    expect(labels(`${head}wait x within 1d {\n  when "A" -> y\n  |\n}`)).toBe(
      'when timeout problem meanwhile',
    );
    // What can go wrong stands in the block, and not behind it.
    expect(words(`${head}wait x within 1d {\n  when "A" -> y\n}\n|`)).not.toContain('problem');
    expect(labels(`${head}choose x? {\n  |\n}`)).toBe('when otherwise');
    expect(labels(`${head}parallel first {\n  |\n}`)).toBe('branch');
  });

  it('behind a step: what can go wrong, and what is done meanwhile', () => {
    expect(words(`${head}step x within 1d\n  |`)).toEqual(
      expect.arrayContaining(['problem', 'timeout', 'meanwhile']),
    );
    const without = proposals(`${head}if a? {\n  step x\n    |\n}`);
    expect(without.find(({ label }) => label === 'timeout')).toBeUndefined();
    expect(without.find(({ label }) => label.startsWith('timeout'))?.text).toBe(
      `timeout "\${1:Deadline}" -> $0`,
    );
    expect(words(`${head}if a? {\n  step x\n    |\n}`)).toContain('meanwhile');
    expect(words(`${head}if a? {\n  if b? -> call\n  |\n}`)).not.toContain('meanwhile');
  });

  it('what is done meanwhile has no end', () => {
    expect(words(`${head}meanwhile every 1d {\n  |\n}`)).not.toContain('end');
    expect(words(`${head}meanwhile every 1d {\n  if x? {\n    |\n  }\n}`)).not.toContain('end');
    expect(labels(`${head}step x\n  meanwhile after 1d -> |`)).not.toMatch(/\bend\b/);
    expect(labels(`${head}meanwhile every 1d {\n  if x? -> |\n}`)).not.toMatch(/\bend\b/);
    expect(words(`${head}step x\n  meanwhile after 1d -> "R"\nif a? -> |`)).toContain('end');
    expect(words(`${head}anytime x "X" -> |`)).toContain('end');
  });

  it('an arrow leads to nothing that comes in from beside', () => {
    expect(labels(`${head}anytime off "Off" -> end\nmeanwhile news "N" every 1d -> "T"\nstep x\n-> |`)).toBe(
      'x end call transfer',
    );
  });

  it('an arrow leads out of no branch that comes together, and into none', () => {
    const flow = (inside: string, behind = ''): string =>
      `${head}step before\n${inside}\nstep after\n${behind}`;
    const names = (marked: string): string =>
      labels(marked).replace(/(?:^| )(?:end )?call(?: transfer)?$/, '');
    expect(names(flow('parallel {\n  branch { step a -> | }\n  branch { step b }\n}'))).toBe('a');
    expect(names(flow('choose all k? {\n  when "A" { step a\n if q? -> | }\n  when "B" { step b }\n}'))).toBe(
      'a q',
    );
    expect(names(flow('choose k? {\n  when "A" { step a\n -> | }\n  when "B" { step b }\n}'))).toBe(
      'before k a b after',
    );
    expect(names(flow('step x\n  meanwhile after 1d -> |'))).toBe('');
    expect(names(flow('step x\n  meanwhile after 1d { step a\nif q? -> | }'))).toBe('a q');
    expect(names(flow('parallel fork {\n  branch { step a }\n}', '-> |'))).toBe('before fork after');
  });

  it('properties, those that stand once only left out once they do', () => {
    const properties = [
      'level',
      'party',
      'accountable',
      'scope',
      'reference',
      'approved',
      'revised',
      'measure',
    ];
    expect(words('flow a\n|')).toEqual(expect.arrayContaining([...properties, 'hours', 'field', 'promise']));
    const below = words('flow a\nscope "All"\naccountable x\npromise 1d\nlevel p1\nfield x "y"\n|');
    expect(below).not.toContain('scope');
    expect(below).not.toContain('accountable');
    expect(below).toEqual(expect.arrayContaining(['promise', 'level', 'field', 'purpose']));
    expect(words(`${head}|`)).not.toContain('scope');
  });

  it('names that are spelt like words are names', () => {
    expect(labels(`${head}step late "X" |`)).toBe(`${all.join(' ')} ->`);
    expect(labels(`${head}step x\n-> late |`)).toBe('max');
    expect(labels('flow a\nlevel first\nlevel all\nstep x within first |')).toBe('');
    expect(words('flow a\ntouchpoint call "Customer calls" |')[0]).toBe('->');
  });
});

describe('whole statements', () => {
  const filled = ({ text }: { readonly text: string }): string =>
    text.replaceAll(/\$\{\d+:([^}]*)\}/g, '$1').replaceAll('$0', '');
  it.each(snippets.map((snippet) => [snippet.label, snippet] as const))(
    '%s is right as it stands',
    (_, snippet) => {
      const heading = 'flow desk\nlevel p1 "One"\nrole agent "Agent"\nrole lead "Lead"\n';
      const steps = ['accepted', 'declined', 'remind', 'give-up', 'log', 'answer', 'name']
        .filter(
          (name) => !new RegExp(`(?:step|wait|escalate|if|choose|all) ${name}\\b`).test(filled(snippet)),
        )
        .map((name) => `step ${name} "Do it"\n`)
        .join('');
      const rest = 'touchpoint t "Customer calls"\n';
      const text = {
        file: filled(snippet),
        head: `flow desk\n${filled(snippet)}\n${rest}${steps}end\n`,
        top: `${heading}${rest}${filled(snippet)}\n${steps}end\n`,
        statement: `${heading}${rest}${filled(snippet)}\n${steps}end\n`,
      }[snippet.place];
      const [file] = understand(new Map([['a.flow', parse({ path: 'a.flow', text })]])).values();
      expect(file?.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    },
  );

  it('there is one for each construct of 1.1', () => {
    const labelled = new Set(proposals(`${head}|`).map(({ label }) => label));
    for (const label of [
      'anytime …',
      'late …',
      'meanwhile … every …',
      'choose all … when …',
      'parallel first … branch …',
      'wait … when … timeout …',
      'wait … meanwhile …',
      'step … within level …',
    ])
      expect(labelled, label).toContain(label);
    const inHead = new Set(proposals('flow a\n|').map(({ label }) => label));
    expect(inHead).toContain('level … promise …');
    expect(inHead).toContain('promise … from … to …');
    expect(labelled).not.toContain('level … promise …');
    expect(proposals(`${head}if a? {\n|`).map(({ label }) => label)).not.toContain('anytime …');
  });
});
