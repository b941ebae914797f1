import { describe, expect, it } from 'vitest';
import type { Flow, Statement } from '../../src/syntax/ast.ts';
import { parse } from '../../src/syntax/parse.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { annotate, withoutAnnotations } from '../fixture.ts';

const read = (text: string) => parse({ path: 'a.flow', text });

/** The first flow of a text in which nothing may be wrong. */
function flowOf(text: string): Flow {
  const { document, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  const [flow] = document.flows;
  if (flow === undefined) throw new Error('no flow was read');
  return flow;
}
const statementsOf = (text: string): readonly Statement[] => flowOf(`flow f\n${text}`).statements;

/** A tree without its places, which other tests look at. */
const bare = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const places = ['span', 'keyword', 'arrow', 'mark', 'broken'];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !places.includes(key))
      .map(([key, inner]) => [key, bare(inner)]),
  );
};
const id = (name: string) => ({ id: { name } });

/** Everything that is found in a text, written below its lines; the text is given with that in it. */
const check = (annotated: string): void => {
  const text = withoutAnnotations(annotated);
  expect(annotate(text, read(text).diagnostics)).toBe(annotated);
};

describe('statements', () => {
  it('reads a step with all its attributes', () => {
    expect(
      bare(
        statementsOf(
          'step a "A" by x with y, z to customer using crm within 1h30min takes 1s..2s..3s as input say "S" note "N" link "L"',
        ),
      ),
    ).toEqual([
      {
        kind: 'step',
        name: { id: { name: 'a' }, label: { value: 'A' } },
        attributes: [
          { kind: 'by', id: { name: 'x' } },
          { kind: 'with', ids: [{ name: 'y' }, { name: 'z' }] },
          { kind: 'to', ids: [{ name: 'customer' }] },
          { kind: 'using', ids: [{ name: 'crm' }] },
          {
            kind: 'within',
            limits: [
              {
                duration: {
                  parts: [
                    { value: 1, unit: 'h' },
                    { value: 30, unit: 'min' },
                  ],
                },
              },
            ],
          },
          {
            kind: 'takes',
            times: [{ durations: [1, 2, 3].map((value) => ({ parts: [{ value, unit: 's' }] })) }],
          },
          { kind: 'as', symbol: { value: 'input' } },
          { kind: 'say', text: { value: 'S' } },
          { kind: 'note', text: { value: 'N' } },
          { kind: 'link', text: { value: 'L' } },
        ],
        exceptions: [],
      },
    ]);
  });

  it('reads an if with its arms', () => {
    expect(bare(statementsOf('if a? "A" 85% { end } else if "B" -> b else -> c'))).toEqual([
      {
        kind: 'if',
        arms: [
          {
            question: { id: { name: 'a' }, label: { value: 'A' } },
            attributes: [],
            percent: { value: 0.85 },
            branch: { kind: 'block', statements: [{ kind: 'end', attributes: [] }] },
          },
          {
            question: { label: { value: 'B' } },
            attributes: [],
            branch: { kind: 'chain', links: [{ target: { kind: 'jump', ...id('b') } }] },
          },
        ],
        otherwise: {
          attributes: [],
          branch: { kind: 'chain', links: [{ target: { kind: 'jump', ...id('c') } }] },
        },
      },
    ]);
  });

  it('reads choose and parallel', () => {
    expect(
      bare(
        statementsOf(
          'choose k? { when a "A" 20% -> b otherwise { } }\nparallel p { branch { } branch q { } }',
        ),
      ),
    ).toEqual([
      {
        kind: 'choose',
        question: id('k'),
        attributes: [],
        cases: [
          {
            name: { id: { name: 'a' }, label: { value: 'A' } },
            attributes: [],
            percent: { value: 0.2 },
            branch: { kind: 'chain', links: [{ target: { kind: 'jump', ...id('b') } }] },
          },
        ],
        otherwise: { attributes: [], branch: { kind: 'block', statements: [] } },
      },
      {
        kind: 'parallel',
        name: id('p'),
        branches: [
          { block: { kind: 'block', statements: [] } },
          { name: id('q'), block: { kind: 'block', statements: [] } },
        ],
      },
    ]);
  });

  it('reads everything that an arrow leads to', () => {
    expect(
      bare(statementsOf('-> "Do" by x -> call c "C" -> transfer t -> end e as failure -> a max 3 then -> b')),
    ).toEqual([
      {
        kind: 'arrow',
        chain: {
          kind: 'chain',
          links: [
            {
              target: {
                kind: 'inline-step',
                label: { value: 'Do' },
                attributes: [{ kind: 'by', id: { name: 'x' } }],
              },
            },
            {
              target: {
                kind: 'call',
                flow: { name: 'c' },
                label: { value: 'C' },
                attributes: [],
                exceptions: [],
              },
            },
            { target: { kind: 'transfer', flow: { name: 't' } } },
            {
              target: {
                kind: 'end',
                name: id('e'),
                attributes: [{ kind: 'outcome', outcome: { value: 'failure' } }],
              },
            },
            {
              target: {
                kind: 'jump',
                ...id('a'),
                retry: {
                  max: { value: 3 },
                  chain: { kind: 'chain', links: [{ target: { kind: 'jump', ...id('b') } }] },
                },
              },
            },
          ],
        },
      },
    ]);
  });

  it('reads a whole flow that stands on one line', () => {
    const { statements } = flowOf('flow x touchpoint a -> "Do" -> end');
    expect(statements.map(({ kind }) => kind)).toEqual(['touchpoint']);
  });

  it('tells the places of words, marks and arrows', () => {
    const text = 'flow f\nif a? "A" -> b else if c？ -> d';
    const [statement] = flowOf(text).statements;
    if (statement?.kind !== 'if') throw new Error('no if was read');
    const show = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end);
    expect(statement.arms.map(({ keyword }) => show(keyword))).toEqual(['if', 'else if']);
    expect(statement.arms.map(({ question }) => show(question.mark))).toEqual(['?', '？']);
    expect(statement.arms.map(({ question }) => show(question.id?.span))).toEqual(['a', 'c']);
    expect(statement.arms.map(({ branch }) => show(branch.span))).toEqual(['-> b', '-> d']);
  });
});

describe('lines', () => {
  const kinds = (text: string) => statementsOf(text).map(({ kind }) => kind);

  it('begin a statement with an arrow', () => {
    expect(kinds('step a -> b -> c')).toEqual(['step']);
    expect(kinds('step a\n-> b\n-> c')).toEqual(['step', 'arrow', 'arrow']);
    expect(kinds('if q? -> "T" ->\n b\n-> c')).toEqual(['if', 'arrow']);
  });

  it('do not part a branch from the word that needs one', () => {
    expect(kinds('if q?\n  -> a\nelse\n  -> b\n-> c')).toEqual(['if', 'arrow']);
  });

  it('matter to nothing else but names and labels', () => {
    expect(kinds('step a "A"\nby\nagent\n\nto x ,\n y takes 1s\n..\n2s')).toEqual(['step']);
    expect(kinds('choose k\n{\nwhen a\n{\n}\n}')).toEqual(['choose']);
  });

  it('end with CRLF as with LF', () => {
    expect(bare(statementsOf('step a "A"\r\n  by x # c\r\n-> b\r\n'))).toEqual(
      bare(statementsOf('step a "A"\n  by x # c\n-> b\n')),
    );
  });

  it('give a problem on a line of its own to the statement, not to a call on the path of another problem', () => {
    const [step] = statementsOf(
      'step s\n  problem "A" -> call c\n  problem "B" -> b\n  timeout -> call d timeout -> e',
    );
    expect(step?.kind === 'step' && step.exceptions.map(({ kind }) => kind)).toEqual([
      'problem',
      'problem',
      'timeout',
    ]);
  });

  it('give an exception on a line of its own to the wait, not to a call that one of its events leads to', () => {
    const [wait] = statementsOf(
      'wait w within 1d {\n  when "A" -> call c problem "P" -> b\n  when "B" -> call d\n  timeout -> e\n}',
    );
    if (wait?.kind !== 'wait') throw new Error('not read as a wait');
    expect(wait.exceptions.map(({ kind }) => kind)).toEqual(['timeout']);
    expect(
      wait.events?.cases.map(({ branch }) => {
        const target = branch?.kind === 'chain' ? branch.links[0]?.target : undefined;
        return target?.kind === 'call' ? target.exceptions.length : undefined;
      }),
    ).toEqual([1, 0]);
  });

  it('read what is done meanwhile on the line of a step, though its level stands on the next', () => {
    const text =
      'level p5\ntouchpoint t\nstep m takes p5 5min, 10min meanwhile every\n p5 30min, 1d -> "Tell"\nend';
    const { document, diagnostics } = parse({ path: 'a.flow', text: `flow f\n${text}` });
    expect(diagnostics).toEqual([]);
    expect(document.flows[0]?.statements[1]).toMatchObject({ exceptions: [{ kind: 'meanwhile' }] });
  });

  it('give a problem below an arrow to the call that it leads to', () => {
    const [arrow] = statementsOf('-> call c\n  problem "A" -> b');
    const target = arrow?.kind === 'arrow' ? arrow.chain.links[0]?.target : undefined;
    expect(target?.kind === 'call' && target.exceptions.length).toBe(1);
  });
});

describe('a file with mistakes', () => {
  it('has an error for each, and everything else in its tree', () => {
    const text = `flow order "Order
role agent "Agent"
tuchpoint phone "Customer calls"
step answer "Answer" by
step check "Check the stock" by agent within 5m
if stock? "In stock?" 130% {
  step reserve "Reserve" by agent
}
end done "Done"
`;
    const { document, diagnostics } = read(text);
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'unclosed-string',
      'misspelt-word',
      'unexpected-token',
      'invalid-duration',
      'invalid-percent',
    ]);
    const flow = document.flows[0];
    expect(flow?.properties.length).toBe(1);
    expect(flow?.statements.map(({ kind, broken }) => (broken ? `broken ${kind}` : kind))).toEqual([
      'touchpoint',
      'broken step',
      'step',
      'if',
      'end',
    ]);
  });

  it('is skipped only to the next line that begins a statement', () => {
    check(`flow f
step a by 5 "x" foo
#         ^ unexpected-token: “by” needs a name, not “5”
#~ help: Write for example: by agent
  goes on 5m here
step b "B"`);
  });

  it('means the same after the line breaks in its quotation are repaired', () => {
    const text = 'flow f\nstep a "One\n    two\n  three" by x';
    const { document, diagnostics } = read(text);
    const repaired = applyEdits(text, diagnostics[0]?.fix?.edits ?? []);
    expect(diagnostics.map(({ code }) => code)).toEqual(['unclosed-string']);
    expect(bare(flowOf(repaired))).toEqual(bare(document.flows[0]));
  });

  it('keeps the blocks of a statement that could not be read', () => {
    const { document } = read('flow f\nif 5 {\n  step a\n}\nstep b { step c }\nfoo { step d }');
    const names = JSON.stringify(document).match(/"name":"[a-d]"/g);
    expect(names).toEqual(['"name":"a"', '"name":"b"', '"name":"c"', '"name":"d"']);
  });

  it('keeps the name of a statement whose word is unknown, so that arrows to it lead somewhere', () => {
    const { document } = read('flow f\nblah check "Check"\n-> check');
    expect(bare(document.flows[0]?.statements[0])).toEqual({
      kind: 'unreadable',
      name: { id: { name: 'check' }, label: { value: 'Check' } },
    });
  });

  it('reads properties in the wrong place all the same', () => {
    const { document } = read('flow f\nstep a\nif b? { role late "Late" }');
    expect(document.flows[0]?.properties.map(({ kind }) => kind)).toEqual(['role']);
  });

  it('reads statements that stand before any flow into one without a name', () => {
    const { document } = read('step a\nend\nflow f\nend');
    expect(document.flows.map(({ id, broken, statements }) => [id.name, broken, statements.length])).toEqual([
      ['', true, 2],
      ['f', false, 1],
    ]);
  });

  it('names the byte that is not UTF-8, and tells of a wrong encoding once', () => {
    const invalidBytes = [
      { byte: 8, offset: 8 },
      { byte: 9, offset: 9 },
    ];
    const { diagnostics } = parse({ path: 'a', text: 'flow f "\ufffd\ufffd"', invalidBytes });
    expect(diagnostics).toMatchObject([
      {
        code: 'invalid-encoding',
        span: { start: 8, end: 9 },
        message: 'This file is not in UTF-8: byte 8 is wrong',
        related: [{ message: 'byte 9 too' }],
      },
    ]);
  });

  it('marks a statement from which characters were left out', () => {
    const { document } = read('flow f\nstep a ;\nstep b');
    expect(document.flows[0]?.statements.map(({ broken }) => broken)).toEqual([true, false]);
  });

  it('is read no further after 1,000 mistakes, and says so', () => {
    const codes = (text: string) => read(text).diagnostics.map(({ code }) => code);
    expect(codes(`flow f\n${'step 5\n'.repeat(1000)}`)).toEqual(Array(1000).fill('unexpected-token'));
    const most = [...Array(1000).fill('unexpected-token'), 'limit-exceeded'];
    expect(codes(`flow f\n${'step 5\n'.repeat(3000)}`)).toEqual(most);
    expect(codes(`flow f\n${'step a within 5m\n'.repeat(3000)}`).length).toBe(1001);
  });
});

describe('comments', () => {
  it('are kept with what stands around them', () => {
    const { document } = read('# first\nflow f # behind  \r\n  # own\nstep a "# no comment"#last');
    expect(document.comments.map(({ text, ownLine }) => [text, ownLine])).toEqual([
      ['first', true],
      ['behind', false],
      ['own', true],
      ['last', false],
    ]);
  });
});

describe('limits', () => {
  it('refuse a file over 10 MiB, counted in bytes', () => {
    const text = `flow f\n# ${'é'.repeat(5 * 1024 * 1024)}`;
    const { document, diagnostics } = read(text);
    expect(document.flows).toEqual([]);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['limit-exceeded', 'This file is larger than 10 MiB'],
    ]);
    expect(read(text.slice(0, -200)).document.flows.length).toBe(1);
  });

  it('refuse a label over 10,000 characters, and cut it', () => {
    expect(read(`flow f "${'x'.repeat(10_000)}"`).diagnostics).toEqual([]);
    const { document, diagnostics } = read(`flow f "${'x'.repeat(10_001)}"`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['limit-exceeded']);
    expect(document.flows[0]?.label?.value.length).toBeLessThanOrEqual(10_000);
  });
});

it('gives no flow a property that stands behind it, in a block of nothing', () => {
  const [first] = parse({ path: 'a.flow', text: 'flow flow flow { term flow flow' }).document.flows;
  expect(first?.properties).toEqual([]);
});

it('calls no property misplaced that stands behind junk, where no statement is before it', () => {
  const { document, diagnostics } = parse({ path: 'a.flow', text: 'language t"\npurpo""\n' });
  expect(diagnostics.map(({ code }) => code)).toEqual([
    'unexpected-token',
    'unexpected-token',
    'misspelt-word',
  ]);
  expect(document.flows[0]?.properties.map(({ kind }) => kind)).toEqual(['language', 'purpose']);
});
