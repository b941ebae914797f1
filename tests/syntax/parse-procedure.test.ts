import { describe, expect, it } from 'vitest';
import { parse } from '../../src/syntax/parse.ts';
import { applyEdits } from '../../src/text/text-edit.ts';

/** The first flow of a text in which nothing may be wrong. */
function flowOf(text: string) {
  const { document, diagnostics } = parse({ path: 'a.flow', text });
  expect(diagnostics).toEqual([]);
  const [flow] = document.flows;
  if (flow === undefined) throw new Error('no flow was read');
  return flow;
}
const statementOf = (text: string) => flowOf(`flow f\ntouchpoint t\n${text}`).statements[1];
const propertyOf = (text: string) => flowOf(`flow f\n${text}\ntouchpoint t`).properties[0];
const id = (name: string) => ({ name });
const jump = (name: string) => ({ kind: 'chain', links: [{ target: { kind: 'jump', id: id(name) } }] });
const time = (value: number, unit: string) => ({ parts: [{ value, unit }] });

describe('statements of version 1.1', () => {
  it('reads what may happen any time, and what is done late', () => {
    expect(statementOf('anytime off "Off" 2% -> a')).toMatchObject({
      kind: 'anytime',
      name: { id: id('off'), label: { value: 'Off' } },
      percent: { value: 0.02 },
      branch: jump('a'),
    });
    expect(statementOf('late "Late" { step a }')).toMatchObject({
      kind: 'late',
      name: { label: { value: 'Late' } },
      branch: { kind: 'block', statements: [{ kind: 'step' }] },
    });
  });

  it('reads what is done meanwhile, beside a flow and beside a step', () => {
    expect(statementOf('meanwhile every p1 30min, 1d -> a')).toMatchObject({
      kind: 'meanwhile',
      timing: { value: 'every' },
      limits: [{ level: id('p1'), duration: time(30, 'min') }, { duration: time(1, 'd') }],
      branch: jump('a'),
    });
    expect(statementOf('step s\n  meanwhile m "M" after 2d -> a\n  timeout "T" 5% -> b')).toMatchObject({
      kind: 'step',
      exceptions: [
        { kind: 'meanwhile', name: { id: id('m'), label: { value: 'M' } }, timing: { value: 'after' } },
        { kind: 'timeout', label: { value: 'T' }, percent: { value: 0.05 }, branch: jump('b') },
      ],
    });
  });

  it('reads “every” and “after” as names where a label or one of them stands behind', () => {
    expect(statementOf('meanwhile every "Every day" every 1d -> a')).toMatchObject({
      name: { id: id('every'), label: { value: 'Every day' } },
      timing: { value: 'every' },
    });
    expect(statementOf('meanwhile after every 1d -> a')).toMatchObject({ name: { id: id('after') } });
  });

  it('reads the events of a wait, and what can go wrong with it, in any order', () => {
    expect(
      statementOf(
        'wait w within 3d until "noon" stops clock {\n  when "A" 70% note "N" -> a\n  problem "P" -> b\n  when c\n  timeout "T" -> d\n}',
      ),
    ).toMatchObject({
      kind: 'wait',
      attributes: [{ kind: 'within' }, { kind: 'until', text: { value: 'noon' } }, { kind: 'stops' }],
      events: {
        cases: [
          {
            name: { label: { value: 'A' } },
            percent: { value: 0.7 },
            attributes: [{ kind: 'note' }],
            branch: jump('a'),
          },
          { name: { id: id('c') }, attributes: [] },
        ],
      },
      exceptions: [{ kind: 'problem' }, { kind: 'timeout' }],
    });
  });

  it('reads percent and attributes of a question in any order', () => {
    const arm = { percent: { value: 0.05 }, attributes: [{ kind: 'by', id: id('x') }, { kind: 'note' }] };
    expect(statementOf('if q? by x 5% note "N" -> a else if r? 5% by x note "N" { }')).toMatchObject({
      kind: 'if',
      arms: [arm, arm],
    });
  });

  it('reads a choice of several answers, and one that goes on', () => {
    expect(statementOf('choose all k? "K" by x {\n  when "A"\n  otherwise\n}')).toMatchObject({
      kind: 'choose',
      all: { start: 27, end: 30 },
      question: { id: id('k'), label: { value: 'K' } },
      attributes: [{ kind: 'by' }],
      cases: [{ name: { label: { value: 'A' } } }],
      otherwise: { attributes: [] },
    });
  });

  it('reads a race', () => {
    expect(statementOf('parallel first race "R" { branch { } }')).toMatchObject({
      kind: 'parallel',
      first: { start: 29, end: 34 },
      name: { id: id('race'), label: { value: 'R' } },
    });
  });

  it('reads what is said of a touchpoint, a stage and an end', () => {
    const { statements } = flowOf(
      'flow f\ntouchpoint "T" by x for r volume 400 per 1d with y using z note "N" link "a.html" field k "v"\nstage s by x accountable y within p1 2h, 4h each "item" { }\nend e "E" as success to a, b note "N" field "two words" "v"',
    );
    expect(statements).toMatchObject([
      {
        attributes: [
          { kind: 'by' },
          { kind: 'for', ids: [id('r')] },
          { kind: 'volume', count: { value: 400 }, per: time(1, 'd') },
          { kind: 'with' },
          { kind: 'using' },
          { kind: 'note' },
          { kind: 'link' },
          { kind: 'field', key: id('k'), value: { value: 'v' } },
        ],
      },
      {
        attributes: [
          { kind: 'by' },
          { kind: 'accountable', id: id('y') },
          { kind: 'within' },
          { kind: 'each' },
        ],
      },
      {
        attributes: [
          { kind: 'outcome', outcome: { value: 'success' } },
          { kind: 'to', ids: [id('a'), id('b')] },
          { kind: 'note' },
          { kind: 'field', key: { value: 'two words' } },
        ],
      },
    ]);
  });

  it('reads usual times by level', () => {
    expect(statementOf('step s takes p1 1min..2min..3min, 5min')).toMatchObject({
      attributes: [
        {
          kind: 'takes',
          times: [
            { level: id('p1'), durations: [time(1, 'min'), time(2, 'min'), time(3, 'min')] },
            { durations: [time(5, 'min')] },
          ],
        },
      ],
    });
  });

  it('reads a retry that goes on with what follows', () => {
    expect(statementOf('-> t max 3')).toMatchObject({
      chain: { links: [{ target: { kind: 'jump', retry: { max: { value: 3 } } } }] },
    });
  });
});

describe('properties of version 1.1', () => {
  it.each([
    ['promise p1 4h, p2 1d', { limits: [{ level: id('p1') }, { level: id('p2') }] }],
    [
      'promise a "A" 8w from b to c',
      { name: { id: id('a'), label: { value: 'A' } }, from: id('b'), to: id('c') },
    ],
    ['promise a p1 4h', { name: { id: id('a') }, limits: [{ level: id('p1'), duration: time(4, 'h') }] }],
    ['promise "A" 4wh', { name: { label: { value: 'A' } }, limits: [{ duration: time(4, 'wh') }] }],
    ['role r "R" staff 5', { id: id('r'), label: { value: 'R' }, staff: { value: 5 } }],
    ['party p "P"', { kind: 'party', id: id('p'), label: { value: 'P' } }],
    ['level l', { kind: 'level', id: id('l') }],
    ['accountable x', { kind: 'accountable', id: id('x') }],
    ['scope "S"', { kind: 'scope', value: { value: 'S' } }],
    ['reference "R" link "a.html"', { title: { value: 'R' }, link: { value: 'a.html' } }],
    ['approved "A" 2026-10-01', { who: { value: 'A' }, date: { value: '2026-10-01' } }],
    ['revised 2026-10-01 "R"', { what: { value: 'R' }, date: { value: '2026-10-01' } }],
    [
      'measure "M" 90% within p1 1h',
      { what: { value: 'M' }, percent: { value: 0.9 }, within: { limits: [{}] } },
    ],
    [
      'hours "Mon 09:00-12:00", "Tue 09:00-12:00"',
      { kind: 'hours', values: [{}, { value: 'Tue 09:00-12:00' }] },
    ],
    ['field k "v"', { kind: 'field', key: id('k'), value: { value: 'v' } }],
  ])('%s', (written, tree) => {
    expect(propertyOf(written)).toMatchObject(tree);
  });
});

describe('an arrow behind a block', () => {
  const repaired = (text: string): readonly string[] => {
    const whole = `flow f\ntouchpoint t\n${text}\nstep a\nend\nflow g\ntouchpoint t\nend`;
    const { diagnostics } = parse({ path: 'a.flow', text: whole });
    const all = applyEdits(
      whole,
      diagnostics.flatMap(({ fix }) => fix?.edits ?? []),
    );
    expect(parse({ path: 'a.flow', text: all }).diagnostics).toEqual([]);
    return [...diagnostics.map(({ message }) => message), all.slice(20, all.indexOf('\nstep a\nend'))];
  };
  const refused = (owner: string): string => `An arrow cannot stand behind the block of “${owner}”`;

  it.each([
    [
      'timeout',
      'step s within 1h\n  timeout { step u } -> a',
      'step s within 1h\n  timeout { step u }\n-> a',
    ],
    ['problem', 'step s\n  problem "P" { step u } -> "A"', 'step s\n  problem "P" { step u }\n-> "A"'],
    [
      'meanwhile',
      'step s\n  meanwhile after 1h { step u } -> a',
      'step s\n  meanwhile after 1h { step u }\n-> a',
    ],
    ['problem', 'call g\n  problem "P" { step u } -> a', 'call g\n  problem "P" { step u }\n-> a'],
    ['problem', '-> call g problem "P" { step u } -> a', '-> call g problem "P" { step u }\n-> a'],
    ['wait', 'wait w { when b } -> a', 'wait w { when b }\n-> a'],
  ])('of a %s is refused, and goes on a line of its own', (owner, written, meant) => {
    expect(repaired(written)).toEqual([refused(owner), meant]);
  });

  it('is right where it stands in the block, or behind another arrow', () => {
    expect(repaired('step s within 1h\n  timeout { step u\n -> a }')).toHaveLength(1);
    expect(repaired('step s within 1h\n  timeout -> "U" -> a')).toHaveLength(1);
  });
});
