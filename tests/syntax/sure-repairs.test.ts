import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { parse } from '../../src/syntax/parse.ts';
import { sureRepairs } from '../../src/syntax/sure-repairs.ts';

const fixKinds = (text: string): readonly (string | undefined)[] =>
  parse({ path: 'a.flow', text }).diagnostics.map(({ fix }) => fix?.kind);

/** A text of words of which each “x” and each “y” is a mistake; a “y” has a safe repair. */
const marked = (text: string): readonly Diagnostic[] =>
  [...text.matchAll(/[xy]/g)].map(({ 0: image, index }) => ({
    code: 'unexpected-token',
    severity: 'error',
    span: { start: index, end: index + 1 },
    message: image,
    related: [],
    ...(image === 'y' && {
      fix: {
        kind: 'safe',
        title: 'Leave it out',
        edits: [{ span: { start: index, end: index + 1 }, text: '' }],
      },
    }),
  }));

describe('a repair of a mistake in the language', () => {
  it('is safe where the text has fewer mistakes after it', () => {
    expect(fixKinds('flow f\nstep a within 5 min\n')).toEqual(['safe']);
  });

  it.each([
    ['a quotation whose end hides that a branch is missing', 'flow f\nend\nif a? "Is it\n'],
    ['a quotation whose end hides a word too many', 'flow f "F\n by p\n\ndepartment "D"\nend\n'],
    [
      'a question mark without which two words are one label',
      'flow f\nstep s "S" to b? c "Wait" within 2w\n',
    ],
  ])('is not safe where another mistake takes its place: %s', (_, text) => {
    expect(fixKinds(text)).not.toContain('safe');
    expect(fixKinds(text)).toContain('unsafe');
  });
});

describe('trying repairs', () => {
  /** The repair of a “y” right behind a “-” uncovers another mistake. */
  const mistakesIn = (text: string): number => text.match(/[xy]|-(?!y)/g)?.length ?? 0;
  const unsureIn = (text: string): readonly number[] =>
    sureRepairs(text, marked(text), mistakesIn).flatMap(({ fix, span }) =>
      fix?.kind === 'unsafe' ? [span.start] : [],
    );

  it('finds those that do not help, one by one', () => {
    expect(unsureIn('y -y x y -y')).toEqual([3, 10]);
  });

  it('finds them in groups where the text is long', () => {
    const text = `y -y x y -y${' '.repeat(50_000)}`;
    expect(unsureIn(text)).toEqual([3, 10]);
  });

  it('reads a text of any length once or a few times', () => {
    let read = 0;
    const text = `${'y'.repeat(500)}-y${' '.repeat(300_000)}`;
    sureRepairs(text, marked(text), (after) => {
      read += after.length;
      return mistakesIn(after);
    });
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual(1_000_000);
  });
});
