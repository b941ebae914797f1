import { describe, expect, it } from 'vitest';
import { completion } from '../../src/server/features/completion.ts';
import type { Proposal } from '../../src/server/proposal.ts';
import { symbols } from '../../src/shapes/all-shapes.ts';
import { wordHelp } from '../../src/syntax/word-help.ts';
import { words } from '../../src/syntax/words.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { openFiles } from './open-files.ts';

const proposals = (marked: string | Readonly<Record<string, string>>): readonly Proposal[] => {
  const { snapshot, path, offset } = openFiles(marked);
  return completion(snapshot, path, offset).proposals;
};
/** What is proposed, whole statements left out. */
const labels = (marked: string | Readonly<Record<string, string>>): string =>
  proposals(marked)
    .filter(({ label }) => !label.includes('…'))
    .map(({ label }) => label)
    .join(' ');
/** The text after the first proposal of that label is taken. */
function taken(marked: string | Readonly<Record<string, string>>, label: string): string {
  const { snapshot, path, offset, text } = openFiles(marked);
  const { replace, proposals: all } = completion(snapshot, path, offset);
  const found = all.find((each) => each.label === label);
  expect(found, `${label} is proposed`).toBeDefined();
  return applyEdits(text, [{ span: replace, text: found?.text ?? label }, ...(found?.also ?? [])]);
}

const head = `flow order
role agent "Call-centre agent"
role store
system crm
request order "Place an order"
term SKU "A number"
touchpoint phone
`;

describe('completion behind a word that asks for something', () => {
  it.each([
    ['by', `${head}step x by |`, 'agent store crm customer'],
    ['by, with a name begun', `${head}step x by ag|\nend`, 'agent store crm customer'],
    ['with', `${head}step x with |`, 'agent store crm customer'],
    ['to', `${head}step x to |`, 'customer agent store crm'],
    ['a list', `${head}step x to customer, |`, 'customer agent store crm'],
    ['using', `${head}step x using |`, 'crm'],
    ['for', `${head}touchpoint mail for |`, 'order'],
    ['as of a step', `${head}step x as |`, symbols.join(' ')],
    ['as of an end', `${head}end x "X" as |`, 'success failure'],
    ['direction', 'flow a\ndirection |', 'down right'],
    ['reviewed', 'flow a\nreviewed |', '2026-11-21'],
    ['a date', 'flow a\nreviewed 2026-10-01 |', 'every'],
    ['max', `${head}step x\n-> x max |`, '2 3 5'],
    ['the number of max', `${head}step x\n-> x max 3 |`, 'then'],
    ['then', `${head}step x\n-> x max 3 then |`, '->'],
    ['a jump', `${head}step x\n-> x |`, 'max'],
    ['an attribute on a line of its own', `${head}step x\n  using |`, 'crm'],
  ])('%s', (_, marked, expected) => {
    expect(labels(marked)).toBe(expected);
  });

  it('within: usual durations; with a number, that one in each unit', () => {
    expect(labels(`${head}step x within |`)).toContain('5min');
    expect(labels(`${head}step x within 3|`)).toBe('3s 3min 3h 3wh 3d 3wd 3w 3mo');
    expect(taken(`${head}step x within 3|`, '3wd')).toContain('within 3wd');
  });

  it('language: every tag that has words', () => {
    expect(labels('flow a\nlanguage |').split(' ')).toEqual(expect.arrayContaining(['en', 'he', 'zh', 'uk']));
  });

  it('an arrow: what a path can lead to, and no touchpoint', () => {
    const marked = `${head}step one "The first"\nif two? -> |\nstep three\nend four\n`;
    expect(labels(marked)).toBe('one two three four end call transfer');
    expect(proposals(marked)[0]).toMatchObject({ kind: 'target', detail: 'The first' });
  });

  it('step: the names to which arrows lead and that nothing has, but not a slip of the pen', () => {
    expect(labels(`${head}step check\nif a? -> backorder\nif b? -> chek\nstep |`)).toBe('backorder');
    expect(taken(`${head}-> stock\nif |`, 'stock')).toContain('if stock?');
  });

  it('role: names that are used and not declared', () => {
    expect(labels('flow a\nrole |\ntouchpoint t\nstep x by boss to customer\n')).toBe('boss');
  });
});

describe('completion of words where they are allowed', () => {
  it.each([
    ['an empty file', '|', 'flow use'],
    [
      'behind a step, less what it has',
      `${head}step x "X" by agent |`,
      'with to using within takes as say note link accountable field each ->',
    ],
    [
      'behind a step in a chain',
      `${head}step x by agent -> "Y" within 2d |`,
      'by with to using takes as say note link accountable field each ->',
    ],
    ['behind a touchpoint', 'flow a\ntouchpoint t "T" |', '-> for by with using say note link field volume'],
    ['behind a question', `${head}if x? "X?" |`, '-> by with using say note link field'],
    ['behind the block of an if', `${head}if x? {\n} |`, 'else'],
    ['else', `${head}if x? {\n} else |`, 'if ->'],
    ['in a choose', `${head}choose x {\n  |\n}`, 'when otherwise'],
    ['in a parallel', `${head}parallel {\n  |\n}`, 'branch'],
    ['behind an end', `${head}end x |`, 'as to note link field'],
  ])('%s', (_, marked, expected) => {
    expect(labels(marked)).toBe(expected);
  });

  it('at the beginning of a line', () => {
    const inHead = labels('flow a\n|');
    expect(inHead).toContain('purpose');
    expect(inHead).toContain('touchpoint');
    const below = labels(`${head}step x within 2d\n|`).split(' ');
    expect(below).toEqual(expect.arrayContaining(['say', 'problem', 'timeout', 'step', 'flow']));
    expect(below).not.toEqual(expect.arrayContaining(['within']));
    expect(below).not.toEqual(expect.arrayContaining(['purpose']));
    const inBlock = labels(`${head}if x? {\n  |\n}`).split(' ');
    expect(inBlock).not.toContain('touchpoint');
    expect(inBlock).not.toContain('flow');
    expect(labels(`${head}stage s {\n  |\n}`).split(' ')).toContain('touchpoint');
    expect(labels(`${head}if x? -> end\n|`).split(' ')[0]).toBe('else');
    expect(labels(`${head}step x\n|`).split(' ')).not.toContain('timeout');
    expect(labels(`${head}step x\n  problem "P" -> end\n|`).split(' ')).not.toContain('say');
  });

  it('proposes statements first where a statement stands, and what belongs to the one above further in', () => {
    const first = (marked: string, count: number): readonly string[] =>
      labels(marked).split(' ').slice(0, count);
    const likeliest = ['step', 'if', 'end', 'wait'];
    for (const begun of ['', 's', 'w', 'en']) {
      expect(first(`${head}step x "Check" by agent\n${begun}|`, 4)).toEqual(likeliest);
      expect(first(`${head}step x "Check"\n  by agent\n${begun}|`, 4)).toEqual(likeliest);
      expect(first(`${head}if a? "A?" {\n  step x "Check" by agent\n  ${begun}|\n}\n`, 4)).toEqual(likeliest);
      expect(first(`${head}if a? "A?" {\n\tstep x "Check" by agent\n\t${begun}|\n}\n`, 4)).toEqual(likeliest);
    }
    const parts = ['with', 'to', 'using', 'within'];
    expect(first(`${head}step x "Check" by agent\n  |`, 4)).toEqual(parts);
    expect(first(`${head}if a? "A?" {\n  step x "Check" by agent\n    w|\n}\n`, 4)).toEqual(parts);
    expect(first(`${head}wait x within 2d\n  problem "P" -> end\n  |`, 2)).toEqual(['problem', 'timeout']);
    // None of them gets lost.
    expect([...labels(`${head}step x\n|`).split(' ')].sort()).toEqual(
      [...labels(`${head}step x\n  |`).split(' ')].sort(),
    );
  });

  it('proposes a touchpoint first where none stands yet, and last behind a step', () => {
    const statements = ['touchpoint', 'step', 'if', 'end'];
    expect(
      labels('flow a\nrole agent\n|')
        .split(' ')
        .filter((label) => statements.includes(label)),
    ).toEqual(statements);
    expect(labels(`${head}step x\n|`).split(' ').indexOf('touchpoint')).toBeGreaterThan(4);
  });

  it('replaces the whole word that was begun', () => {
    expect(taken(`${head}st|ep`, 'stage')).toBe(`${head}stage`);
  });

  it('proposes whole statements with places to fill in', () => {
    const found = proposals(`${head}|`).find(({ label }) => label === 'wait … timeout …');
    expect(found).toMatchObject({ kind: 'snippet' });
    expect(found?.text).toMatch(/within \$\{3:2d\}/);
  });

  it('explains every word', () => {
    for (const word of words) expect(wordHelp.get(word)?.says, word).toBeTruthy();
  });
});

describe('completion in texts and comments', () => {
  const files = { 'a.flow': '', 'sub/b.flow': 'flow refund\n' };

  it('use: the files that are not used yet', () => {
    expect(labels({ ...files, 'a.flow': 'use "|"\nflow a' })).toBe('sub/b.flow');
    expect(taken({ ...files, 'a.flow': 'use "su|"\nflow a' }, 'sub/b.flow')).toBe('use "sub/b.flow"\nflow a');
    expect(taken({ ...files, 'a.flow': 'use "su|\nflow a' }, 'sub/b.flow')).toBe('use "sub/b.flow\nflow a');
    expect(taken({ ...files, 'a.flow': 'use |\nflow a' }, 'sub/b.flow')).toBe('use "sub/b.flow"\nflow a');
    expect(labels({ ...files, 'a.flow': 'use "sub/b.flow"\nuse "|"\nflow a' })).toBe('');
  });

  it('call: a flow of another file brings its use along', () => {
    const marked = { ...files, 'a.flow': 'flow a\ntouchpoint t\ncall |\n' };
    expect(labels(marked)).toBe('a refund');
    expect(taken(marked, 'refund')).toBe('use "sub/b.flow"\nflow a\ntouchpoint t\ncall refund\n');
  });

  it('a term, once its first letter is there', () => {
    expect(labels(`${head}step x "Look up the S|"`)).toBe('SKU');
    expect(taken(`${head}step x "Look up the S| now"`, 'SKU')).toContain('"Look up the SKU now"');
    expect(labels(`${head}step x "Look up |"`)).toBe('');
  });

  it('nothing in a comment but the rule that one silences', () => {
    expect(labels(`${head}# by |`)).toBe('');
    expect(labels(`${head}# flowc-ignore |`)).toContain('dead-end');
    expect(taken(`${head}# flowc-ignore dead|`, 'dead-end')).toContain('# flowc-ignore dead-end');
  });

  it('names in any script', () => {
    expect(labels('flow a\nrole נציג\ntouchpoint t\nstep בדיקה by |')).toBe('נציג customer');
    expect(taken('flow a\ntouchpoint t\nstep 库存\n-> 库|', '库存')).toContain('-> 库存');
  });
});
