import { describe, expect, it } from 'vitest';
import { format } from '../../src/format/format.ts';
import { parse } from '../../src/syntax/parse.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { compiled } from '../analysis/small-flow.ts';
import { codesOf, lintText, rulesWith } from './lint-texts.ts';

/** Edges from each of these, in the order of the flow. */
const edgesFrom = (text: string, ...ids: readonly string[]): readonly string[] =>
  compiled(text).process.edges.flatMap(({ from, to }) => (ids.includes(from) ? [`${from}>${to}`] : []));

const laidOut = (text: string): string => format(parse({ path: 'a.flow', text }));

const repaired = (text: string): string =>
  applyEdits(
    text,
    lintText(text, rulesWith('none', 'touchpoint-chain')).flatMap(({ fix }) => fix?.edits ?? []),
  );

describe('an arrow behind a touchpoint that others stand above', () => {
  const text = `flow emergency "Emergency"

touchpoint forms "Form"
touchpoint pager "Button" -> page # at night
touchpoint phone "Phone"
step sort "Sort it in"
-> done

stage more "More" {
  step work "Work"
  touchpoint mail "Mail" -> "Note it" -> done
  touchpoint post "Post"
  step page "Page"
}
end done "Done"
`;

  it('leads all of them on, as in version 1.0, once it is repaired', () => {
    expect(edgesFrom(text, 'forms', 'pager')).toEqual(['forms>sort', 'pager>page']);
    expect(edgesFrom(repaired(text), 'forms', 'pager')).toEqual(['forms>page', 'pager>page']);
    expect(edgesFrom(text, 'work', 'mail')).toEqual(['work>page', 'mail>step-1']);
    expect(edgesFrom(repaired(text), 'work', 'mail')).toEqual(['work>step-1', 'mail>step-1']);
  });

  it('stays laid out as it was, with its comment, and is found no more', () => {
    expect(laidOut(text)).toBe(text);
    const after = repaired(text);
    expect(after).toContain('touchpoint pager "Button"\n-> page # at night\n');
    expect(after).toContain('  touchpoint mail "Mail"\n  -> "Note it" -> done\n');
    expect(laidOut(after)).toBe(after);
    expect(codesOf(lintText(after, rulesWith('none', 'touchpoint-chain')))).toEqual([]);
    expect(repaired(text.replaceAll('\n', '\r\n'))).toBe(after.replaceAll('\n', '\r\n'));
  });
});
