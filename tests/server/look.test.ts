import { describe, expect, it } from 'vitest';
import { definition } from '../../src/server/features/definition.ts';
import { hover } from '../../src/server/features/hover.ts';
import { highlights, references } from '../../src/server/features/references.ts';
import { openFiles } from './open-files.ts';

type Marked = string | Readonly<Record<string, string>>;

const hovered = (marked: Marked): string => {
  const { snapshot, path, offset } = openFiles(marked);
  return hover(snapshot, path, offset)?.markdown ?? '';
};
/** Places as `file:line text`. */
const shown = (
  { snapshot }: ReturnType<typeof openFiles>,
  places: readonly {
    readonly path: string;
    readonly span: { readonly start: number; readonly end: number };
  }[],
): readonly string[] =>
  places.map(({ path, span }) => {
    const file = snapshot.file(path);
    return `${path.slice(3)}:${file?.lines().position(span.start).line} ${file?.text.slice(span.start, span.end)}`;
  });
const defined = (marked: Marked): readonly string[] => {
  const open = openFiles(marked);
  return shown(open, definition(open.snapshot, open.path, open.offset));
};
const referred = (marked: Marked): readonly string[] => {
  const open = openFiles(marked);
  return shown(open, references(open.snapshot, open.path, open.offset));
};

const common = `flow identify "Identify the customer"
purpose "Speak only with the right person."
role agent "Agent"
system crm "Customer database"
term SKU "The number that names *one* product"
touchpoint contact
step ask by agent
end known
`;
const order = (statements: string): Readonly<Record<string, string>> => ({
  'common.flow': common,
  'order.flow': `use "common.flow"\nflow order "Order"\nrequest buy "Buy"\ntouchpoint phone for buy\n${statements}`,
});

describe('hover', () => {
  it('a node: label, owner, limit, where it leads', () => {
    expect(
      hovered(
        order(
          'step wait-first within 1h\nstep che|ck "Check *it*" by agent using crm within 2min takes 30s..1min\nif stock? "In stock?" -> check\nend\n',
        ),
      ),
    ).toBe(
      [
        '**Check \\*it\\*** · step `check`',
        'by Agent  \nusing Customer database  \nwithin 2 minutes  \nusually 30 seconds to 1 minute  \nat most 1 hour 2 minutes since the customer came in',
        '→ In stock?',
      ].join('\n\n'),
    );
  });

  it('a question leads where its answers say; a jump tells of its target', () => {
    expect(hovered(order('step check\nif sto|ck? "In stock?" -> check\nend done "Done"\n'))).toContain(
      '→ *Yes*: Check  \n→ *No*: Done',
    );
    expect(hovered(order('step check "Check it"\nif stock? -> che|ck\nend\n'))).toContain(
      '**Check it** · step `check`',
    );
  });

  it('a label, and a step without a name', () => {
    expect(hovered(order('step "Pack the par|cel" within 1d\nend\n'))).toContain(
      '**Pack the parcel** · step',
    );
  });

  it('what is declared, in whatever file', () => {
    expect(hovered(order('step x by ag|ent\nend\n'))).toBe('**Agent** · role `agent`');
    expect(hovered(order('call ident|ify\nend\n'))).toContain(
      '**Identify the customer** · flow `identify`\n\nSpeak only with the right person.',
    );
    expect(hovered(order('step x "Read the S|KU"\nend\n'))).toBe(
      '**SKU** · term\n\nThe number that names \\*one\\* product',
    );
    expect(hovered(order('step x to cust|omer\nend\n'))).toContain('always exists');
    expect(hovered(order('step x by bo|ss\nend\n'))).toContain('nobody declared');
    expect(hovered({ ...order(''), 'order.flow': 'use "com|mon.flow"\nflow a\n' })).toBe(
      '**common.flow**\n- `identify` Identify the customer',
    );
  });

  it('a word, and the statement that it begins', () => {
    expect(hovered(order('step x with|in 2d\nend\n'))).toContain('`within` is the time limit');
    expect(hovered(order('wa|it x "Wait" within 2d\nend\n'))).toMatch(
      /^\*\*Wait\*\*[\s\S]*---\n`wait` lets nothing happen/,
    );
  });

  it('why what is found there matters, and what to do', () => {
    expect(hovered(order('step x by bo|ss\nend\n'))).toContain('**undeclared-role**: ');
    expect(hovered('# flowc-ignore dead-|end: we know\nflow a\n')).toMatch(/^\*\*dead-end\*\*: /);
  });

  it('nothing where nothing is', () => {
    expect(hovered(`${common}\n|\n`)).toBe('');
  });
});

describe('definition', () => {
  it.each([
    ['a jump', 'step check\nif stock? -> che|ck\nend\n', 'order.flow:5 check'],
    ['a jump to a question', 'if stock? -> end\nstep x\n-> sto|ck\n', 'order.flow:5 stock'],
    [
      'a jump to a call leads to the call',
      'call identify\nif stock? -> ident|ify\nend\n',
      'order.flow:5 identify',
    ],
    ['a call', 'call ident|ify\nend\n', 'common.flow:1 identify'],
    ['a role', 'step x by ag|ent\nend\n', 'common.flow:3 agent'],
    ['a system, right behind it', 'step x using crm|\nend\n', 'common.flow:4 crm'],
    ['a term in a label', 'step x "The S|KU"\nend\n', 'common.flow:5 SKU'],
  ])('%s', (_, statements, expected) => {
    expect(defined(order(statements))).toEqual([expected]);
  });

  it('a use leads to the file', () => {
    expect(defined({ ...order(''), 'order.flow': 'use "com|mon.flow"\nflow a\n' })).toEqual([
      'common.flow:1 ',
    ]);
  });

  it('a request, and nothing for what nobody declared', () => {
    expect(defined({ 'a.flow': 'flow a\nrequest buy\ntouchpoint t for b|uy\n' })).toEqual(['a.flow:2 buy']);
    expect(defined(order('step x by bo|ss\nend\n'))).toEqual([]);
    expect(defined(order('-> no|where\n'))).toEqual([]);
  });
});

describe('references', () => {
  const others = {
    ...order('step x by ag|ent to customer\nif y? -> x\nend\n'),
    'other.flow': 'use "common.flow"\nflow other\nrole agent "Agent"\ntouchpoint t\nstep x by agent\nend\n',
    'apart.flow': 'flow apart\nrole agent "Quite another"\ntouchpoint t\nstep x by agent\nend\n',
  };

  it('a role: in all files that share it, not in one that has its own', () => {
    expect(referred(others)).toEqual([
      'common.flow:3 agent',
      'common.flow:7 agent',
      'order.flow:5 agent',
      'other.flow:3 agent',
      'other.flow:5 agent',
    ]);
  });

  it('a node: in its flow alone', () => {
    const marked = {
      'a.flow': 'flow a\ntouchpoint t\nstep x\nif y? -> |x\nend\nflow b\ntouchpoint t\nstep x\n-> x\n',
    };
    expect(referred(marked)).toEqual(['a.flow:3 x', 'a.flow:4 x']);
  });

  it('a flow: its calls, and jumps to a call', () => {
    expect(referred(order('call iden|tify\nif y? -> identify\nend\n'))).toEqual([
      'common.flow:1 identify',
      'order.flow:5 identify',
      'order.flow:6 identify',
    ]);
  });

  it('a term: in labels and texts, as a word of its own', () => {
    expect(referred(order('step x "Read the S|KU, not the SKUs"\n  say "SKU?"\nend\n'))).toEqual([
      'common.flow:5 SKU',
      'order.flow:5 SKU',
      'order.flow:6 SKU',
    ]);
  });

  it('a term: behind Hebrew prefixes, and in Latin letters next to them, but not within a word', () => {
    const flow = (term: string, label: string) => ({
      'a.flow': `flow a\nterm ${term} "Explained"\ntouchpoint t\nstep x "${label}"\nend\n`,
    });
    expect(referred(flow('חזר|ה', 'לטפל בחזרה, ושהחזרה תגיע; לא חזרהת'))).toEqual([
      'a.flow:2 חזרה',
      'a.flow:4 חזרה',
      'a.flow:4 חזרה',
    ]);
    expect(referred(flow('R|MA', 'לרשום את הRMA, ה-RMA, ולא XRMA'))).toEqual([
      'a.flow:2 RMA',
      'a.flow:4 RMA',
      'a.flow:4 RMA',
    ]);
  });

  it('a file: who uses it', () => {
    expect(referred({ ...others, 'order.flow': 'use "com|mon.flow"\nflow a\n' })).toEqual([
      'order.flow:1 "common.flow"',
      'other.flow:1 "common.flow"',
    ]);
  });

  it('are marked in the open file alone', () => {
    const open = openFiles(others);
    expect(shown(open, highlights(open.snapshot, open.path, open.offset))).toEqual(['order.flow:5 agent']);
  });
});
