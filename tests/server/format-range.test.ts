import { describe, expect, it } from 'vitest';
import { onTypeFormatting, rangeFormatting } from '../../src/server/features/formatting.ts';
import type { FileView } from '../../src/server/snapshot.ts';
import { applyEdits, type TextEdit } from '../../src/text/text-edit.ts';
import { everyConstruct } from '../every-construct.ts';
import { everyFixture, squeezed } from '../every-fixture.ts';
import { openFiles } from './open-files.ts';

const viewOf = (text: string): FileView => {
  const { snapshot } = openFiles('flow a\nend\n');
  const file = snapshot.with('/p/a.flow', text).file('/p/a.flow');
  if (file === undefined) throw new Error('the file is not there');
  return file;
};

const texts = [{ path: 'every-construct.flow', text: everyConstruct }, ...everyFixture];

/** All that is not layout, in no order; arrows and quotes in one way. */
const substance = (text: string): string =>
  [...text.replaceAll('→', '->').replaceAll(/[\s"“”„‟«»‹›＂\\]/g, '')].sort().join('');

function expectKept(text: string, edits: readonly TextEdit[]): void {
  if (edits.length > 0) expect(substance(applyEdits(text, edits))).toBe(substance(text));
}

describe('formatting a part of a file loses nothing', () => {
  it.each(texts)('$path, whichever lines of it, with its blocks on one line each', ({ text }) => {
    for (const each of new Set([text, squeezed(text)])) {
      const file = viewOf(each);
      for (let start = 0; start < each.length; start = each.indexOf('\n', start) + 1 || each.length)
        expectKept(each, rangeFormatting(file, { start, end: start }));
    }
  });

  it.each(texts)('$path, at each line and brace that is typed', ({ text }) => {
    const each = squeezed(text);
    const file = viewOf(each);
    for (const { index, 0: character } of each.matchAll(/[\n}]/g))
      expectKept(each, onTypeFormatting(file, index + 1, character));
  });
});
