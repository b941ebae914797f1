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

  it('indents in the block of a wait, of a choice of several, and of what comes in from beside', () => {
    for (const opening of [
      'wait w "W" within 1d {',
      'choose all k? "K?" {',
      'parallel first {',
      'anytime off "Off" {',
      'late over "Over" {',
      'meanwhile every 1d {',
    ])
      expect(typed(`flow a\ntouchpoint t\n${opening}\n|\n}\nend\n`, '\n'), opening).toBe(
        `flow a\ntouchpoint t\n${opening}\n  \n}\nend\n`,
      );
  });

  it('puts the block of a wait right when it is closed', () => {
    expect(
      typed(
        'flow a\ntouchpoint t\nwait w "W" within 1d {\nwhen   "A"  -> x\n   timeout ->   x\n  }|\nstep x\nend\n',
        '}',
      ),
    ).toBe('flow a\ntouchpoint t\nwait w "W" within 1d {\n  when "A" -> x\n  timeout -> x\n}\nstep x\nend\n');
  });

  it('puts the finished line right: limits of levels, what is done meanwhile', () => {
    expect(typed('flow a\nlevel p1\ntouchpoint t\nstep x within   p1 1h ,2h\n|end\n', '\n')).toContain(
      'step x within p1 1h, 2h\n',
    );
    expect(typed('flow a\ntouchpoint t\nstep x\n  meanwhile   after 1d->"R"\n  |\nend\n', '\n')).toContain(
      '  meanwhile after 1d -> "R"\n',
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

  it('did you mean: a level, a party, who is accountable, where a promise begins', () => {
    const head = 'flow a\nlevel priority\nrole agent "Agent"\nparty carrier "Carrier"\n';
    const rest = 'touchpoint t\nstep log\nstep x';
    expect(done(`${head}${rest} within pri|orty 1h, 2h\nend\n`, 'Write “priority”')).toContain(
      'within priority 1h, 2h',
    );
    expect(done(`${head}promise pri|orty 1h\n${rest}\nend\n`, 'Write “priority”')).toContain(
      'promise priority 1h',
    );
    expect(done(`${head}${rest} by car|ier\nend\n`, 'Write “carrier”')).toContain('by carrier');
    expect(done(`${head}${rest} accountable ag|nt\nend\n`, 'Write “agent”')).toContain('accountable agent');
    expect(done(`${head}promise 8w from l|g to x\n${rest}\nend\n`, 'Go to “log”')).toContain('from log to x');
  });

  it('declares a level, leaves out a clock that stops while you work, puts an arrow on a line of its own', () => {
    const rest = 'touchpoint t "T"\nstep x "X"';
    expect(done(`flow a\n${rest} within p|1 1h, 2h\nend\n`, 'Declare it')).toBe(
      `flow a\nlevel p1 "P1"\n${rest} within p1 1h, 2h\nend\n`,
    );
    expect(offered(`flow a\n${rest} within p|1 1h, 2h\nend\n`)[0]).toBe('! Declare it');
    expect(done(`flow a\n${rest} stops cl|ock\nend\n`, 'Leave out “stops clock”')).toBe(
      `flow a\n${rest}\nend\n`,
    );
    const emergency = (arrow: string): string =>
      `flow a\ntouchpoint form "Form"\ntouchpoint pager "Pager"${arrow}-> page\ntouchpoint phone "Phone"\nstep sort "Sort it"\n-> done\nstep page "Page"\nend done "Done"\n`;
    expect(done(emergency(' ').replace('pager "', 'pager| "'), 'Write the arrow on its own line')).toBe(
      emergency('\n'),
    );
  });

  it('an arrow behind the block of a timeout goes on a line of its own', () => {
    expect(
      done(
        'flow a\ntouchpoint t\nstep x within 1d\n  timeout { step y } -|> z\nstep z\nend\n',
        'Put the arrow on a line of its own',
      ),
    ).toMatch(/timeout \{ step y \} ?\n-> z\n/);
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
    const words = openFiles(
      'flow a\ntouchpoint t volume 400 pr 1d\nwait w by customer within 1d stops clok\nend\n',
    );
    expect(applyEdits(words.text, fixAll(words.snapshot, words.path)?.edits ?? [])).toBe(
      'flow a\ntouchpoint t volume 400 per 1d\nwait w by customer within 1d stops clock\nend\n',
    );
    expect(fixAll(openFiles('flow a\ntouchpoint t\nend\n').snapshot, '/p/a.flow')).toBe(undefined);
  });
});
