import { describe, expect, it } from 'vitest';
import { fixAll, quickFixes } from '../../src/server/features/code-actions.ts';
import { formatting, onTypeFormatting, rangeFormatting } from '../../src/server/features/formatting.ts';
import type { FileView } from '../../src/server/snapshot.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { openFiles } from './open-files.ts';

function view(marked: string): { readonly file: FileView; readonly offset: number; readonly text: string } {
  const { snapshot, path, offset, text } = openFiles(marked);
  const file = snapshot.file(path);
  if (file === undefined) throw new Error('the file is not there');
  return { file, offset, text };
}

describe('formatting', () => {
  const crooked = 'flow a\nrole agent "Agent"\ntouchpoint t\n\n\n\nstep   x   by agent\n   step y\nend\n';

  it('touches only the lines that change', () => {
    const { file, text } = view(crooked);
    const edits = formatting(file);
    expect(edits.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '\n\n',
      'step   x   by agent\n',
      '   step y\n',
    ]);
    expect(applyEdits(text, edits)).toBe(
      'flow a\nrole agent "Agent"\ntouchpoint t\n\nstep x by agent\nstep y\nend\n',
    );
    expect(formatting(view('flow a\ntouchpoint t\nend\n').file)).toEqual([]);
  });

  it('keeps to a range', () => {
    const { file, offset, text } = view(crooked.replace('step y', 'st|ep y'));
    expect(applyEdits(text, rangeFormatting(file, { start: offset, end: offset }))).toBe(
      crooked.replace('   step y', 'step y'),
    );
  });

  it('changes every line of a large file, one by one', () => {
    const { file, text } = view(`flow a\ntouchpoint t\n${'  step "S"\n'.repeat(5000)}end\n`);
    expect(applyEdits(text, formatting(file))).toBe(
      `flow a\ntouchpoint t\n${'step "S"\n'.repeat(5000)}end\n`,
    );
  });

  const typed = (marked: string, character: string): string => {
    const { file, offset, text } = view(marked);
    return applyEdits(text, onTypeFormatting(file, offset, character));
  };

  it('puts the finished line right, and indents the new one', () => {
    expect(typed('flow a\ntouchpoint t\nif   x?   {\n|\n  step y\n}\n', '\n')).toBe(
      'flow a\ntouchpoint t\nif x? {\n  \n  step y\n}\n',
    );
    expect(typed('flow a\ntouchpoint t\nstep x\n  say   "A"\n  |\nend\n', '\n')).toBe(
      'flow a\ntouchpoint t\nstep x\n  say "A"\n  \nend\n',
    );
  });

  it('leaves a block that has nothing in it yet', () => {
    expect(typed('flow a\ntouchpoint t\nif x? {\n|\n}\n', '\n')).toBe(
      'flow a\ntouchpoint t\nif x? {\n  \n}\n',
    );
  });

  it('takes no line away below the fingers', () => {
    expect(typed('flow a\ntouchpoint t\n\n\n|\nend\n', '\n')).toBe('flow a\ntouchpoint t\n\n\n\nend\n');
  });

  it('puts a block right when it is closed', () => {
    expect(typed('flow  a\ntouchpoint t\nif x? {\nstep y\n    }|\nend\n', '}')).toBe(
      'flow  a\ntouchpoint t\nif x? {\n  step y\n}\nend\n',
    );
    expect(typed('flow  a\ntouchpoint t "}|"\nend\n', '}')).toBe('flow  a\ntouchpoint t "}"\nend\n');
  });

  it('puts right the block that the brace closes: not the one before, not the one around it', () => {
    const before = 'flow a\ntouchpoint t\nif w? {\n      step v\n}\n';
    expect(typed(`${before}if x? {\n  if y? {\n step z\n}|\n     step after\n}\nend\n`, '}')).toBe(
      `${before}if x? {\n  if y? {\n    step z\n  }\n     step after\n}\nend\n`,
    );
    // A brace in a label is a letter, and changes nothing even where the line is crooked.
    expect(typed('flow a\ntouchpoint t\n   step x "}|"\nend\n', '}')).toBe(
      'flow a\ntouchpoint t\n   step x "}"\nend\n',
    );
  });

  it('indents a new line by the blocks that are open there, those that were closed left out', () => {
    expect(typed('flow a\ntouchpoint t\nif w? {\n  step v\n}\nif x? {\n|\n}\nend\n', '\n')).toBe(
      'flow a\ntouchpoint t\nif w? {\n  step v\n}\nif x? {\n  \n}\nend\n',
    );
  });
});

describe('quick fixes', () => {
  const offered = (marked: string): readonly string[] => {
    const { file, offset } = view(marked);
    return quickFixes(file, { start: offset, end: offset }).map(
      ({ title, isPreferred }) => `${isPreferred ? '! ' : ''}${title}`,
    );
  };
  const done = (marked: string, title: string): string => {
    const { file, offset, text } = view(marked);
    const found = quickFixes(file, { start: offset, end: offset }).find((each) => each.title === title);
    expect(found, `${title} is offered`).toBeDefined();
    return applyEdits(text, found?.edits ?? []);
  };

  it('did you mean: a role, a target, a word', () => {
    const head = 'flow a\nrole agent "Agent"\ntouchpoint t\n';
    expect(done(`${head}step x by ag|net\nend\n`, 'Write “agent”')).toBe(`${head}step x by agent\nend\n`);
    expect(done(`${head}step check\nif y? -> ch|ek\nend\n`, 'Go to “check”')).toContain('-> check');
    expect(offered(`${head}set|p x\nend\n`)).toHaveLength(1);
  });

  it('what is safe stands first and is preferred; a rule can be silenced, for a reason that one writes', () => {
    const marked = 'flow a\ntouchpoint t\nif x? {\n  step "X" by bo|ss\n}\nend\n';
    expect(offered(marked)).toEqual([
      '! Declare it',
      'Silence undeclared-role here, for a reason that you write',
    ]);
    const silenced = done(marked, 'Silence undeclared-role here, for a reason that you write');
    expect(silenced).toContain('\n  # flowc-ignore undeclared-role: \n  step "X" by boss\n');
    const { file } = view(silenced.replace('role: ', 'role: he is known|'));
    expect(file.diagnostics()).toEqual([]);
  });

  it('an error of the language cannot be silenced', () => {
    const offers = offered('flow a\ntouchpoint t\n-> no|where\n');
    expect(offers.filter((title) => title.startsWith('Silence'))).toEqual([]);
  });

  it('the step that an arrow leads to, and that nobody wrote yet', () => {
    expect(done('flow a\ntouchpoint t\nif q? "Q?" -> call-|back\nend\n', 'Write the step “call-back”')).toBe(
      'flow a\ntouchpoint t\nif q? "Q?" -> call-back\nend\nstep call-back "Call back"\nend "What this path comes to"\n',
    );
    const branches = 'flow a\ntouchpoint t\nparallel {\n  branch {\n    -> call-|back\n  }\n}\nend\n';
    expect(done(branches, 'Write it as a new step')).toContain('    -> "Call back"\n');
  });

  it('a template is offered, not preferred', () => {
    expect(offered('flow a\ntouchpoint t\nstep x\n  tim|eout -> end\nend\n')).toContain('Add a time limit');
  });

  it('all that is safe, with what that brings up, in one edit', () => {
    const { snapshot, path, text } = openFiles(
      'flow a\ntouchpoint t\nstep x “X“ by boss within 20sec\nend\n',
    );
    const action = fixAll(snapshot, path);
    expect(action?.kind).toBe('source.fixAll');
    expect(action?.edits).toHaveLength(1);
    expect(applyEdits(text, action?.edits ?? [])).toBe(
      'flow a\nrole boss "Boss"\ntouchpoint t\nstep x "X" by boss within 20s\nend\n',
    );
    expect(fixAll(openFiles('flow a\ntouchpoint t\nend\n').snapshot, '/p/a.flow')).toBe(undefined);
  });
});
