import fc from 'fast-check';
import { isSameTree } from '../src/format/same-tree.ts';
import { createLexer } from '../src/syntax/lexer.ts';
import { parse } from '../src/syntax/parse.ts';
import { Text } from '../src/syntax/token-types.ts';
import { tokenize } from '../src/syntax/tokenize.ts';
import type { Span } from '../src/text/span.ts';
import { everyFixture } from './every-fixture.ts';
import { flowText } from './generate-flow.ts';

/** Characters that look like a space, or like nothing: layout between words, and part of a label. */
export const oddSpaces = ['\u3000', '\u00a0', '\u2003', '\u2009', '\u202f', '\t'] as const;

/** Control characters that may stand in a label or a comment. */
const controls = ['\u001b[31m', '\u0007', '\u009b', '\u0000', '\u200b', '\u202e'] as const;

interface Oddity {
  /** What a flow without errors is, with labels of several lines and odd spaces in them. */
  readonly plain: string;
  /** The text of `plain` in any layout that means the same. */
  readonly odd: string;
}

/** Texts that have every construct of the language. */
const rightFixtures = everyFixture.flatMap(({ text }) =>
  text.length < 2500 && parse({ path: 'a.flow', text }).diagnostics.length === 0 ? [text] : [],
);

/** A flow without errors in two layouts that mean the same, the second as odd as can be. */
export const oddFlow: fc.Arbitrary<Oddity> = fc
  .tuple(
    fc.oneof(flowText({ size: 4, depth: 2, sound: false }), fc.constantFrom(...rightFixtures)),
    fc.array(fc.nat(9999), { minLength: 400, maxLength: 400 }),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([text, choices, lineEnd, hasMark]) => {
    let at = 0;
    const below = (n: number): number => (choices[at++ % choices.length] ?? 0) % n;
    const plain = withOddLabels(text, below);
    const odd = withOddGaps(plain, below).replaceAll('\n', lineEnd);
    return { plain, odd: hasMark ? `\ufeff${odd}` : odd };
  });

const tokensOf = (text: string) => tokenize(text, createLexer()).tokens;

/** Some labels with odd spaces and controls at their ends, or with several lines that begin and end with them. */
function withOddLabels(text: string, below: (n: number) => number): string {
  const space = (): string => oddSpaces[below(oddSpaces.length)] ?? '';
  const rest = (): string => [space(), ' ', '', controls[below(controls.length)] ?? ''][below(4)] ?? '';
  let [written, done] = ['', 0];
  for (const { tokenType, startOffset, image } of tokensOf(text)) {
    if (tokenType !== Text || image.startsWith('"""') || below(3) > 0) continue;
    const inner = image.slice(1, -1);
    const margin = ['', '  ', '\t', '      '][below(4)] ?? '';
    const label =
      below(2) === 0
        ? `"${space()}${inner}${rest()}"`
        : `"""\n${margin}${space()}${inner}${rest()}\n${[`${margin}  `, '', ' '][below(3)]}\n${margin}  ${inner}\n${margin}"""`;
    written += text.slice(done, startOffset) + label;
    done = startOffset + image.length;
  }
  return written + text.slice(done);
}

/** Between two words any of these, where the flow still means the same with it. */
function withOddGaps(text: string, below: (n: number) => number): string {
  const tokens = tokensOf(text);
  const { document } = parse({ path: 'a.flow', text });
  const gaps = tokens.map(({ startOffset }, index) => {
    const before = tokens[index - 1];
    const from = before === undefined ? 0 : before.startOffset + before.image.length;
    return text.slice(from, startOffset);
  });
  const put = (all: readonly string[]): string =>
    all.map((gap, index) => gap + (tokens[index]?.image ?? '')).join('');
  /** Whether a line can end in the gap, and whether the lines around it can be one. */
  const means = (index: number, gap: string): boolean => {
    const other = parse({ path: 'a.flow', text: put(gaps.with(index, gap)) });
    return (
      other.diagnostics.length === 0 &&
      isSameTree(document, other.document) &&
      isSameTree(other.document, document)
    );
  };
  const space = (): string => [' ', '  ', ...oddSpaces][below(oddSpaces.length + 2)] ?? ' ';
  const comment = (): string =>
    ['# why', '#', '# "quoted" -> {', `#${oddSpaces[0]}wide `, '// so'][below(5)] ?? '#';
  const odd = gaps.map((gap, index) => {
    if (index === 0) return below(3) === 0 ? `${comment().replace('//', '#')}\n${space()}` : '';
    const mayBreak = gap.includes('\n') || means(index, '\n');
    if (mayBreak && below(3) > 0) {
      const lines = Array.from({ length: below(3) }, () => `${space()}${['', comment()][below(2)]}\n`);
      return `${['', space(), ` ${comment()}`][below(3)]}\n${lines.join('')}${space()}`.replaceAll('//', '#');
    }
    return !gap.includes('\n') || means(index, ' ') ? space() : gap;
  });
  return `${put(odd)}${['', '\n', ' # last'][below(3)]}`;
}

/** The spans of labels of several lines. */
export const multilineLabels = (text: string): readonly Span[] =>
  tokensOf(text).flatMap(({ image, startOffset }) =>
    image.includes('\n') ? [{ start: startOffset, end: startOffset + image.length }] : [],
  );
