import { describe, expect, it } from 'vitest';
import { format } from '../../src/format/format.ts';
import { lineWidth } from '../../src/format/line-writer.ts';
import { parse } from '../../src/syntax/parse.ts';

const formatted = (text: string): string => format(parse({ path: 'a.flow', text }));
const head = 'flow a\ntouchpoint t\n';

describe('where lines are broken', () => {
  /** A step whose line is so many columns wide. */
  const step = (columns: number): string => {
    const rest = ' by agent within 20min';
    return `step x "${'x'.repeat(columns - 'step x ""'.length - rest.length)}"${rest}`;
  };

  it('leaves a line whole that just fits, and breaks one that is a column wider', () => {
    const whole = step(lineWidth);
    expect(whole).toHaveLength(lineWidth);
    expect(formatted(`${head}${whole}\n`)).toBe(`${head}${whole}\n`);
    const [first, ...others] = formatted(`${head}${step(lineWidth + 1)}\n`)
      .split('\n')
      .slice(2, -1);
    expect(first?.startsWith('step x "')).toBe(true);
    expect(others).toHaveLength(1);
    expect(others[0]).toMatch(/^ {2}\S/);
  });

  it('puts nothing behind a label that nobody closed, as it would become a part of it', () => {
    const text = `${head}step x "Call\nstep y "Wait" by agent\nend done "Done"\n`;
    const once = formatted(text);
    expect(once).toContain('step x "Call\n');
    expect(once.split('\n').filter((line) => line.includes('"Call'))).toEqual(['step x "Call']);
    expect(formatted(once)).toBe(once);
  });

  it('goes on below such a label, and lays out the rest', () => {
    expect(formatted('flow a\n   touchpoint t\nstep x "Call\n  by agent\nend e "E"\n')).toBe(
      'flow a\ntouchpoint t\nstep x "Call\n  by agent\nend e "E"\n',
    );
  });

  it('parts flows by a blank line, above the comments right over the second one and below all others', () => {
    const flows = (between: string): string =>
      `${head}end e "E"\n${between}flow b\ntouchpoint t\nend e "E"\n`;
    expect(formatted(flows('# of a\n\n# of b\n'))).toBe(flows('# of a\n\n# of b\n'));
    expect(formatted(flows('# of b\n# too\n'))).toBe(flows('\n# of b\n# too\n'));
  });

  it('keeps a comment with what stands below it, up to a blank line and no further', () => {
    const text = 'flow a\n# of the flow\n\n# of the way in\ntouchpoint t\nend e "E"\n';
    expect(formatted(text)).toBe('flow a\n# of the flow\n\n# of the way in\ntouchpoint t\nend e "E"\n');
    const declared = 'flow a\nrole one\n# far\n\n# near\ntouchpoint t\n\n# two\n# lines\nend e "E"\n';
    expect(formatted(declared)).toBe(
      'flow a\nrole one\n# far\n\n# near\ntouchpoint t\n\n# two\n# lines\nend e "E"\n',
    );
  });

  it('keeps one blank line of many, and none where a block begins', () => {
    expect(formatted(`${head}if q? "Q?" {\n\n\n  step x "X"\n\n\n\n  step y "Y"\n}\nend e "E"\n`)).toBe(
      `${head}if q? "Q?" {\n  step x "X"\n\n  step y "Y"\n}\nend e "E"\n`,
    );
  });

  it('gives two comments two lines, wherever they were written', () => {
    const once = formatted(`${head}step x "X" # one\n# two\nend e "E" # three\n`);
    expect(once).toBe(`${head}step x "X" # one\n# two\nend e "E" # three\n`);
    const within = formatted(`${head}step x # one\n  "X" # two\n  by agent # three\nend e "E"\n`);
    for (const comment of ['# one', '# two', '# three'])
      expect(within.split('\n').filter((line) => line.includes(comment))).toEqual([
        expect.stringMatching(new RegExp(`${comment}$`)),
      ]);
  });
});
