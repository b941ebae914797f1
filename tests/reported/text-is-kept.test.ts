import { describe, expect, it } from 'vitest';
import { format } from '../../src/format/format.ts';
import { formatting, onTypeFormatting, rangeFormatting } from '../../src/server/features/formatting.ts';
import { parse } from '../../src/syntax/parse.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { lintText } from '../lint/lint-texts.ts';
import { openFiles } from '../server/open-files.ts';

const formatted = (text: string): string => format(parse({ path: 'a.flow', text }));
const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
const errors = (text: string): readonly string[] =>
  lintText(text).flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));

describe('in an editor', () => {
  const oneLine = lines(
    'flow f "F"',
    '',
    'role a "A"',
    'touchpoint t "Start"',
    'parallel {',
    '  branch { step one "One" by a }',
    '  branch { step two "Two" by a }',
    '}',
    'end e "Done" as success',
  );
  const view = (text: string) => {
    const file = openFiles(text).snapshot.file('/p/a.flow');
    if (file === undefined) throw new Error('the file is not there');
    return file;
  };

  it('formatting the line of a block that stands on it keeps the block', () => {
    const at = oneLine.indexOf('step one');
    expect(applyEdits(oneLine, rangeFormatting(view(oneLine), { start: at, end: at }))).toBe(
      oneLine.replace('  branch { step one "One" by a }', '  branch {\n    step one "One" by a\n  }'),
    );
  });

  it('the brace that closes such a block, when it is typed, keeps it', () => {
    const at = oneLine.indexOf('}') + 1;
    expect(applyEdits(oneLine, onTypeFormatting(view(oneLine), at, '}'))).toContain('step one "One" by a');
  });

  it('a selection that ends within a label of several lines does not move a part of it', () => {
    const text = lines(
      'flow f',
      'touchpoint t',
      'step a "A"',
      '      say """',
      '        One',
      '          Two',
      '        """',
      'end',
    );
    const at = text.indexOf('Two');
    expect(applyEdits(text, rangeFormatting(view(text), { start: at, end: at }))).toBe(formatted(text));
  });

  it('a file from Windows keeps its line ends, and only lines that change are touched', () => {
    const text = lines('flow f', 'touchpoint t', 'step   a "A"', 'end').replaceAll('\n', '\r\n');
    expect(formatting(view(text)).map((edit) => edit.text)).toEqual(['step a "A"\r\n']);
  });
});

describe('formatting keeps what a file says', () => {
  it('a comment between “else” and “if”, on the line of the “else”', () => {
    const text = lines(
      'flow f',
      'touchpoint t',
      'if stock? "In stock?" {',
      '  step reserve',
      '} else # is it made at all?',
      'if gone? "Discontinued?" {',
      '  step other',
      '} else {',
      '  step back',
      '}',
      'end',
    );
    expect(formatted(text)).toBe(
      lines(
        'flow f',
        'touchpoint t',
        'if stock? "In stock?" {',
        '  step reserve',
        '} else # is it made at all?',
        '  if gone? "Discontinued?" {',
        '    step other',
        '  } else {',
        '    step back',
        '  }',
        'end',
      ),
    );
    expect(errors(formatted(text))).toEqual([]);
    expect(formatted(formatted(text))).toBe(formatted(text));
  });

  it('the same on a line of its own', () => {
    const text = lines('flow f', 'touchpoint t', 'if a? -> "A"', 'else', '  # or', '  if b? -> "B"', 'end');
    expect(formatted(text)).toBe(text);
  });

  it('spaces that are no blanks, at the beginning and the end of a label’s lines', () => {
    for (const space of ['\u3000', '\u00a0', '\u2003', '\u2009', '\u202f', '\ufeff']) {
      const text = `flow f\ntouchpoint t\nstep a "A"\n    say """\n      ${space}${space}您好${space}\n      请\n    """\nend\n`;
      expect(formatted(text)).toContain(`  ${space}${space}您好${space}\n`);
      expect(formatted(formatted(text))).toBe(formatted(text));
    }
  });

  it('tabs before a label’s lines, which are blanks', () => {
    const text = 'flow f\ntouchpoint t\nstep a "A"\n\tsay """\n\t\tOne\n\t\t\tTwo\n\t\t"""\nend\n';
    expect(formatted(text)).toBe('flow f\ntouchpoint t\nstep a "A"\n  say """\n  One\n  \tTwo\n  """\nend\n');
  });

  it('a comment between the word and the value of a property, at once as it will be for good', () => {
    const text = lines(
      'flow f',
      '',
      'department',
      '# as on the door',
      '"Service"',
      'purpose "Say sorry"',
      'owner "Lead"',
    );
    const once = formatted(text);
    expect(once).toBe(
      lines(
        'flow f',
        '',
        'department "Service"',
        '# as on the door',
        'purpose "Say sorry"',
        'owner   "Lead"',
      ),
    );
    expect(formatted(once)).toBe(once);
  });

  it('two comments within one list, each by itself', () => {
    const text = lines('flow f', 'touchpoint t', 'step a with b, # one', '  c # two', 'end');
    expect(formatted(text)).toBe(lines('flow f', 'touchpoint t', 'step a with b, c # one', '# two', 'end'));
  });

  it('a brace in a comment at the end of a block', () => {
    const text = lines('flow f', 'touchpoint t', 'if a? {', '  step b # or {', '}', 'end');
    expect(formatted(text)).toBe(text);
  });

  it('what can go wrong in a call on the path of a problem', () => {
    const text = lines(
      'flow f',
      'touchpoint t',
      'call f problem "Lost" -> call f problem "Again" -> end',
      'end',
    );
    expect(formatted(text)).toBe(
      lines('flow f', 'touchpoint t', 'call f', '  problem "Lost" -> call f problem "Again" -> end', 'end'),
    );
  });

  it.each(['60min', '90min', '120s', '24h', '1h30min', '48h', '7d'])(
    'a time as it was written: %s',
    (time) => {
      const text = lines('flow f', 'touchpoint t', `step a within ${time} takes 1s..${time}`, 'end');
      expect(formatted(text)).toBe(text);
    },
  );

  it('a word that is misspelt, which is for “lint --fix”', () => {
    const text = lines('flow f', 'tuchpoint   t', 'task a "A" usng crm', 'end');
    expect(formatted(text)).toBe(text.replace('   ', ' '));
  });

  it('the line ends and the byte-order mark, those of most lines where they are mixed', () => {
    const text = lines('flow f', 'touchpoint t', 'end');
    expect(formatted(`\ufeff${text}`)).toBe(`\ufeff${text}`);
    expect(formatted(text.replaceAll('\n', '\r\n'))).toBe(text.replaceAll('\n', '\r\n'));
    expect(formatted('flow f\r\ntouchpoint t\r\nend\n')).toBe(text.replaceAll('\n', '\r\n'));
    expect(formatted('flow f\ntouchpoint t\nend\r\n')).toBe(text);
  });
});
