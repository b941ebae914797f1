import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/text/text-edit.ts';

const edit = (start: number, end: number, text: string) => ({ span: { start, end }, text });

describe('edits of a text', () => {
  it('all speak of the text before any of them, in whatever order they come', () => {
    expect(applyEdits('one two three', [edit(8, 13, '3'), edit(0, 3, '1'), edit(4, 7, 'zwei')])).toBe(
      '1 zwei 3',
    );
  });

  it('may put in, replace and take away, at the ends too', () => {
    expect(applyEdits('abc', [edit(0, 0, '<'), edit(1, 2, ''), edit(3, 3, '>')])).toBe('<ac>');
  });

  it('leave out one that overlaps an earlier one', () => {
    expect(applyEdits('abcdef', [edit(2, 5, 'Y'), edit(0, 3, 'X')])).toBe('Xdef');
  });
});
