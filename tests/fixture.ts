import { byPlace, type Diagnostic } from '../src/diagnostic/diagnostic.ts';
import { lineIndex } from '../src/text/line-index.ts';
import { applyEdits } from '../src/text/text-edit.ts';

/*
 * Annotated fixtures: a `.flow` text with everything that is found in it written below the line where it is found.
 *
 *     step check "Check the stock" by agnet
 *     #                               ^^^^^ near-name: There is no role “agnet”
 *     #~ help: did you mean “agent”?
 *     #~ see line 3: role “agent”
 *     #~ safe fix: step check "Check the stock" by agent
 *
 * Carets that begin at the first column, where the `#` stands, are written `#<^^^`. A span of several lines has carets
 * to the end of its first line, and `…`. `npm run fixtures -- --update` writes all this; `annotated-fixtures.ts` knows
 * how each fixture is judged.
 */

/** An annotated text without its annotations: the text that is read. */
export const withoutAnnotations = (annotated: string): string =>
  annotated.replaceAll(/^#(?:<?[ ]*\^.*|~ .*)\n?/gm, '');

/** A text with these diagnostics written into it, as a fixture has them. */
export function annotate(text: string, diagnostics: readonly Diagnostic[]): string {
  const index = lineIndex(text);
  const byLine = Map.groupBy([...diagnostics].sort(byPlace), ({ span }) => index.position(span.start).line);
  return text
    .split('\n')
    .flatMap((line, at) => [
      line,
      ...(byLine.get(at + 1) ?? []).flatMap((diagnostic) => annotations(text, diagnostic)),
    ])
    .join('\n');
}

function annotations(
  text: string,
  { code, span, message, help, related, fix }: Diagnostic,
): readonly string[] {
  const index = lineIndex(text);
  const { line, column } = index.position(span.start);
  const room = index.line(line).length - column + 1;
  const length = Math.max(1, Math.min(span.end - span.start, room));
  const carets = '^'.repeat(length) + (span.end - span.start > room ? '…' : '');
  return [
    `#${column === 1 ? '<' : ' '.repeat(column - 2)}${carets} ${code}: ${message}`,
    ...(help === undefined ? [] : [`#~ help: ${help}`]),
    ...related.map((place) => `#~ see line ${index.position(place.span.start).line}: ${place.message}`),
    ...(fix === undefined ? [] : [`#~ ${fix.kind} fix: ${lineAfter(text, line, fix.edits)}`]),
  ];
}

/** What stands on a line once the edits are made. */
const lineAfter = (text: string, line: number, edits: Parameters<typeof applyEdits>[1]): string =>
  lineIndex(applyEdits(text, edits)).line(line);
