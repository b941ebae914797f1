import { describe, expect, it } from 'vitest';
import { kanaKerning } from '../../src/type/kana-kerning.ts';
import { trimmedHalf, trimmedLength } from '../../src/type/trim-punctuation.ts';

describe('full-width signs', () => {
  it('lose their white half where it meets that of a neighbour', () => {
    expect(trimmedLength('「主管」（夜班）。')).toBe(1);
    expect(trimmedLength('「担当者」（夜間）、「上司」へ')).toBe(1.5);
    expect(trimmedLength('核实，然后')).toBe(0);
    expect(trimmedLength('（（一））')).toBe(1);
    expect(trimmedLength('')).toBe(0);
  });

  it('lose the half that has no ink', () => {
    const half = (text: string): string | undefined =>
      trimmedHalf(text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2));
    expect(half('」（夜')).toBe('left');
    expect(half('班）。')).toBe('right');
    expect(half('夜（班')).toBeUndefined();
  });
});

describe('kana', () => {
  it('move together as in Noto Sans JP', () => {
    expect(kanaKerning('クローズ')).toBeCloseTo(-0.05, 9);
    expect(kanaKerning('アカウント')).toBe(0);
    expect(kanaKerning('漢字')).toBe(0);
  });
});
