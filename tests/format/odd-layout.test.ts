import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format, formatUnchecked } from '../../src/format/format.ts';
import { lineEdits } from '../../src/format/line-edits.ts';
import { isSameTree } from '../../src/format/same-tree.ts';
import { parse } from '../../src/syntax/parse.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { multilineLabels, oddFlow } from '../odd-layout.ts';

const read = (text: string) => parse({ path: 'a.flow', text });
const comments = (text: string): readonly string[] => read(text).document.comments.map((each) => each.text);

/**
 * All characters that are no space, in no order. A label of one line may lose two of its three quotes, and an arrow is
 * one however it was written.
 */
const kept = (text: string): string =>
  [...text.replaceAll('"""', '"').replaceAll('→', '->').replaceAll(/\s/g, '')].sort().join('');

describe('with odd white space, control characters, any line ends, and comments in every gap', () => {
  it('the generator makes flows that mean the same', () => {
    fc.assert(
      fc.property(oddFlow, ({ plain, odd }) => {
        expect(read(odd).diagnostics).toEqual([]);
        expect(isSameTree(read(plain).document.flows, read(odd).document.flows)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('formatting keeps all labels, all comments, the line ends and the byte-order mark, and is done when done once', () => {
    fc.assert(
      fc.property(oddFlow, ({ odd }) => {
        const once = formatUnchecked(read(odd));
        expect(read(once).diagnostics).toEqual([]);
        expect(isSameTree(read(odd).document.flows, read(once).document.flows)).toBe(true);
        expect(comments(once)).toEqual(comments(odd));
        expect(format(read(odd))).toBe(once);
        expect(formatUnchecked(read(once))).toBe(once);
        expect(once.startsWith('\ufeff')).toBe(odd.startsWith('\ufeff'));
        if (odd.includes('\r\n')) expect(once.replaceAll('\r\n', '')).not.toContain('\n');
        else expect(once).not.toContain('\r');
      }),
      { numRuns: 150 },
    );
  });

  it('any choice of its changes means the same', () => {
    fc.assert(
      fc.property(oddFlow, fc.infiniteStream(fc.boolean()), ({ odd }, chosen) => {
        const edits = lineEdits(odd, formatUnchecked(read(odd)), multilineLabels(odd));
        expect(applyEdits(odd, edits)).toBe(formatUnchecked(read(odd)));
        const some = edits.filter(() => chosen.next().value);
        expect(kept(applyEdits(odd, some))).toBe(kept(odd));
      }),
      { numRuns: 100 },
    );
  });
});
