import { describe, expect, it } from 'vitest';
import { prepareRename, rename } from '../../src/server/features/rename.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { openFiles } from './open-files.ts';

type Marked = string | Readonly<Record<string, string>>;

/** All files after a renaming, by name; or why it was refused. */
function renamed(marked: Marked, name: string): Readonly<Record<string, string>> | string {
  const { snapshot, path, offset } = openFiles(marked);
  const result = rename(snapshot, path, offset, name);
  if ('refusal' in result) return result.refusal;
  return Object.fromEntries(
    [...result.edits].map(([of, edits]) => [of.slice(3), applyEdits(snapshot.file(of)?.text ?? '', edits)]),
  );
}
const alone = (marked: string, name: string): string => {
  const result = renamed(marked, name);
  return typeof result === 'string' ? result : (result['a.flow'] ?? '');
};
const prepared = (marked: Marked) => {
  const { snapshot, path, offset, text } = openFiles(marked);
  const result = prepareRename(snapshot, path, offset);
  return 'refusal' in result
    ? result.refusal
    : `${result.name}: ${text.slice(result.span.start, result.span.end)}`;
};

const flow = 'flow a\nrole agent\ntouchpoint t\nstep x by agent\n';

describe('renaming', () => {
  it('a node, with every jump to it, in its flow alone', () => {
    const other = 'flow b\ntouchpoint t\nstep x\n-> x\n';
    expect(alone(`${flow}if y? -> |x\nend\n${other}`, 'check')).toBe(
      `${flow.replace('step x', 'step check')}if y? -> check\nend\n${other}`,
    );
  });

  it('a question keeps its mark, and may be given with one', () => {
    const marked = `${flow}if sto|ck？ -> end\n-> stock\n`;
    expect(prepared(marked)).toBe('stock: stock');
    expect(alone(marked, 'there')).toBe(`${flow}if there？ -> end\n-> there\n`);
    expect(alone(marked, 'there?')).toBe(`${flow}if there？ -> end\n-> there\n`);
    expect(alone(`${flow}-> |x\n`, 'there?')).toContain('question mark');
  });

  it('a role, in every file that shares it, unsaved or on the disk', () => {
    expect(
      renamed(
        {
          'common.flow': 'flow c\nrole agent\ntouchpoint t\nend\n',
          'a.flow': 'use "common.flow"\nflow a\ntouchpoint t\nstep x by ag|ent to agent\nend\n',
          'b.flow': 'use "common.flow"\nflow b\ntouchpoint t\nstep x with customer, agent\nend\n',
          'c.flow': 'flow d\nrole agent\ntouchpoint t\nend\n',
        },
        'clerk',
      ),
    ).toEqual({
      'common.flow': 'flow c\nrole clerk\ntouchpoint t\nend\n',
      'a.flow': 'use "common.flow"\nflow a\ntouchpoint t\nstep x by clerk to clerk\nend\n',
      'b.flow': 'use "common.flow"\nflow b\ntouchpoint t\nstep x with customer, clerk\nend\n',
    });
  });

  it('a role that a used file declares, though the file in the editor does not, and not a namesake of another file', () => {
    const common = 'flow c\nrole agent\ntouchpoint t\nend\n';
    const other = 'flow o\ntouchpoint t\nstep x by agent\nend\n';
    expect(
      renamed(
        {
          'common.flow': common,
          // It speaks of an agent that nobody has declared there.
          'other.flow': other,
          'a.flow': 'use "common.flow"\nuse "other.flow"\nflow a\ntouchpoint t\nstep x by ag|ent\nend\n',
        },
        'clerk',
      ),
    ).toEqual({
      'common.flow': common.replace('agent', 'clerk'),
      'a.flow': 'use "common.flow"\nuse "other.flow"\nflow a\ntouchpoint t\nstep x by clerk\nend\n',
    });
  });

  it('a role, from the file that declares it, in all that use that file, and in no file further on', () => {
    const user = (id: string, used: string): string =>
      `use "${used}"\nflow ${id}\ntouchpoint t\nstep x by agent\nend\n`;
    const result = renamed(
      {
        'common.flow': 'flow c\nrole ag|ent\ntouchpoint t\nend\n',
        'a.flow': user('a', 'common.flow'),
        'b.flow': user('b', 'common.flow'),
        // What a file uses is its own affair.
        'far.flow': user('far', 'a.flow'),
      },
      'clerk',
    );
    expect(Object.keys(result).sort()).toEqual(['a.flow', 'b.flow', 'common.flow']);
  });

  it('a flow, with its calls, and the jumps to a call', () => {
    expect(
      renamed(
        {
          'a.flow': 'flow pay|\ntouchpoint t\nend\n',
          'b.flow': 'use "a.flow"\nflow b\ntouchpoint t\ncall pay\nif y? -> pay\ntransfer pay\n',
        },
        'charge',
      ),
    ).toEqual({
      'a.flow': 'flow charge\ntouchpoint t\nend\n',
      'b.flow': 'use "a.flow"\nflow b\ntouchpoint t\ncall charge\nif y? -> charge\ntransfer charge\n',
    });
  });

  it('a term, with the labels that have it in them', () => {
    expect(alone('flow a\nterm SK|U "A number"\ntouchpoint t "Ask for the SKU"\nend\n', 'GTIN')).toBe(
      'flow a\nterm GTIN "A number"\ntouchpoint t "Ask for the GTIN"\nend\n',
    );
  });

  it('a request and a stage', () => {
    expect(alone('flow a\nrequest buy\ntouchpoint t for b|uy\nend\n', 'order')).toContain('for order');
    expect(alone('flow a\ntouchpoint t\nstage fir|st { step x }\nend\n', 'second')).toContain(
      'stage second {',
    );
  });

  it('in any script', () => {
    expect(alone('flow a\ntouchpoint t\nstep בדיקה\nif y? -> בד|יקה\nend\n', '库存')).toBe(
      'flow a\ntouchpoint t\nstep 库存\nif y? -> 库存\nend\n',
    );
  });

  it.each([
    [
      'a word of the language',
      `${flow}-> |x\n`,
      'step',
      '“step” is a word of the language: choose another name, such as “step-1”',
    ],
    [
      'two words',
      `${flow}-> |x\n`,
      'two words',
      '“two words” is no name: names are made of letters, then digits, “_” and single hyphens too',
    ],
    ['nothing', `${flow}-> |x\n`, ' ', 'A name has at least one letter'],
    [
      'the name of another node',
      `${flow}end e\n-> |x\n`,
      'e',
      'The flow “a” already has something named “e”: choose another name',
    ],
    [
      'a call that has the name',
      `${flow}call b\n-> |x\nflow b\ntouchpoint t\nend\n`,
      'b',
      'The flow “a” already has something named “b”: choose another name',
    ],
    [
      'another role',
      'flow a\nrole one\nrole t|wo\n',
      'one',
      'There is already a role “one”, in a.flow: choose another name',
    ],
    [
      'a system, for a role',
      'flow a\nsystem one\nrole t|wo\n',
      'one',
      'There is already a system “one”, in a.flow: choose another name',
    ],
    [
      'the customer, for a system',
      'flow a\nsystem t|wo\n',
      'customer',
      '“customer” is a role that always exists: choose another name',
    ],
    [
      'a role, for a system',
      'flow a\nrole one\nsystem t|wo\n',
      'one',
      'There is already a role “one”, in a.flow: choose another name',
    ],
    [
      'the customer',
      'flow a\nrole t|wo\n',
      'customer',
      '“customer” is a role that always exists: choose another name',
    ],
    [
      'a role that is customer',
      `${flow}step y to cust|omer\n`,
      'caller',
      '“customer” is a role that always exists, and has no other name',
    ],
    ['a label', `${flow}step y "So|me"\n`, 'z', 'Here is no name that could be changed'],
  ])('refuses: %s', (_, marked, name, reason) => {
    expect(alone(marked, name)).toBe(reason);
  });

  it('refuses a clash in another file, and names it', () => {
    expect(
      renamed(
        {
          'common.flow': 'flow c\nrole agent|\ntouchpoint t\nend\n',
          'a.flow': 'use "common.flow"\nflow a\nrole clerk\ntouchpoint t\nstep x by agent\nend\n',
        },
        'clerk',
      ),
    ).toBe('There is already a role “clerk”, in a.flow: choose another name');
  });

  it('lets a name be as it was, and another kind have it', () => {
    expect(alone(`${flow}-> |x\n`, 'x')).toBe(`${flow}-> x\n`);
    expect(alone(`${flow}-> |x\n`, 'agent')).toContain('-> agent');
  });
});
