import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic, Fix } from '../../src/diagnostic/diagnostic.ts';
import { chooseFixes } from '../../src/project/choose-fixes.ts';
import { applyEdits, type TextEdit } from '../../src/text/text-edit.ts';

const edit = (start: number, end: number, text: string): TextEdit => ({ span: { start, end }, text });
const finding = (kind: Fix['kind'], ...edits: readonly TextEdit[]): Diagnostic => ({
  code: 'no-end',
  severity: 'error',
  span: { start: 0, end: 0 },
  message: '',
  related: [],
  fix: { kind, title: '', edits },
});
const apply = (text: string, findings: readonly Diagnostic[], unsafe = false): string =>
  applyEdits(text, chooseFixes(findings, unsafe));

/** Every edit against every other: the meaning, without the speed. */
function chosenOneByOne(findings: readonly Diagnostic[]): readonly TextEdit[] {
  const clash = (a: TextEdit, b: TextEdit): boolean =>
    a.span.start === b.span.start && a.span.end === b.span.end
      ? a.span.start < a.span.end || a.text === b.text
      : a.span.start < b.span.end && b.span.start < a.span.end;
  const chosen: TextEdit[] = [];
  for (const { fix } of findings) {
    const edits = fix?.edits ?? [];
    if (edits.every((each) => chosen.every((other) => !clash(each, other)))) chosen.push(...edits);
  }
  return chosen;
}

describe('choosing repairs', () => {
  it('chooses the same as comparing each with each would', () => {
    const edits = fc
      .tuple(fc.nat(12), fc.nat(3), fc.constantFrom('+', '-'))
      .map(([start, length, text]) => edit(start, start + length, text));
    const findings = fc.array(
      fc
        .tuple(edits, fc.option(fc.nat(4)))
        .map(([first, gap]) =>
          finding(
            'safe',
            first,
            ...(gap === null ? [] : [edit(first.span.end + gap, first.span.end + gap + 1, '!')]),
          ),
        ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(findings, (all) => {
        expect(chooseFixes(all, false)).toEqual(chosenOneByOne(all));
      }),
      { numRuns: 3000 },
    );
  });

  it('does safe ones, unsafe ones where asked, hints never', () => {
    const findings = [
      finding('safe', edit(0, 1, 'A')),
      finding('unsafe', edit(1, 2, 'B')),
      finding('hint', edit(2, 3, 'C')),
    ];
    expect(apply('abc', findings)).toBe('Abc');
    expect(apply('abc', findings, true)).toBe('ABc');
  });

  it('does the first of two that touch the same text, and none of the other', () => {
    expect(
      apply('abcdef', [finding('safe', edit(1, 3, '-')), finding('safe', edit(2, 4, '+'), edit(5, 6, '!'))]),
    ).toBe('a-def');
    expect(apply('abc', [finding('safe', edit(0, 3, '-')), finding('safe', edit(1, 1, '+'))])).toBe('-');
  });

  it('does both of two insertions at one place, but says nothing twice', () => {
    expect(apply('ab', [finding('safe', edit(1, 1, '+')), finding('safe', edit(1, 1, '-'))])).toBe('a+-b');
    expect(apply('ab', [finding('safe', edit(1, 1, '+')), finding('safe', edit(1, 1, '+'))])).toBe('a+b');
  });

  it('does each repair wholly or not at all', () => {
    const anyEdit = fc
      .tuple(fc.nat(20), fc.nat(4), fc.constantFrom('', 'x', 'yy'))
      .map(([start, length, text]) => edit(start, Math.min(20, start + length), text));
    const anyFinding = fc
      .uniqueArray(anyEdit, { minLength: 1, maxLength: 3, selector: ({ span }) => span.start >> 3 })
      .filter((edits) =>
        edits.every((a) =>
          edits.every((b) => a === b || a.span.end < b.span.start || b.span.end < a.span.start),
        ),
      )
      .map((edits) => finding('safe', ...edits));
    fc.assert(
      fc.property(fc.array(anyFinding), (findings) => {
        const chosen = chooseFixes(findings, false);
        for (const { fix } of findings) {
          const done = fix?.edits.filter((each) => chosen.includes(each)).length;
          expect([0, fix?.edits.length]).toContain(done);
        }
        for (const a of chosen)
          for (const b of chosen)
            if (a !== b) expect(a.span.start < b.span.end && b.span.start < a.span.end).toBe(false);
      }),
    );
  });
});
