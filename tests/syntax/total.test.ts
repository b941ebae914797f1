import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestFile, parse } from '../../src/syntax/parse.ts';
import { words } from '../../src/syntax/words.ts';
import { lineIndex } from '../../src/text/line-index.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { example } from './example.ts';

/** Tokens and near tokens of the language, right and wrong. */
const tokens = [
  ...words,
  ...[
    'flow f',
    'a',
    'b?',
    'בדיקה',
    '库存？',
    '"L"',
    '"',
    '"""',
    '“x”',
    "'",
    '\\',
    '\\"',
    '{',
    '}',
    '->',
    '\n->',
    '→',
  ],
  ...[
    '=>',
    ',',
    '，',
    '..',
    '5min',
    '5m',
    '5 min',
    '85%',
    '130%',
    '3',
    '2026-02-30',
    '1.2.3',
    '#c',
    '//',
    '@',
    ';',
  ],
  ...[
    'setp',
    'tuchpoint',
    'Agent',
    '🙂',
    '\u0000',
    '\u200f',
    '\ufffd',
    '\ud800',
    '\n',
    '\n',
    '\n  ',
    '\r\n',
    '\t',
  ],
];
const soup = fc
  .tuple(fc.constantFrom('', 'flow f\n'), fc.array(fc.constantFrom(...tokens), { maxLength: 60 }))
  .map(([head, list]) => head + list.join(' '));

/** The example with pieces cut out, put in, or its end cut off. */
const damaged = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.constantFrom('', ...tokens)), { minLength: 1, maxLength: 5 }),
    fc.nat(),
    fc.boolean(),
  )
  .map(([changes, cut, isCut]) => {
    let text = example;
    for (const [place, length, token] of changes) {
      const at = place % (text.length + 1);
      text = text.slice(0, at) + token + text.slice(at + length);
    }
    return isCut ? text.slice(0, cut % (text.length + 1)) : text;
  });

const anyText = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
  { weight: 4, arbitrary: soup },
  { weight: 4, arbitrary: damaged },
);

/** Fails where a part lies outside of what holds it. */
function expectNested(value: unknown, start: number, end: number): void {
  if (typeof value !== 'object' || value === null) return;
  const place = 'span' in value ? value.span : value;
  const inside = isSpan(place) ? place : { start, end };
  // Compared by hand: an `expect` for each of so many parts takes most of the time.
  if (inside.start < start || inside.end > end || inside.end < inside.start)
    throw new Error(`${JSON.stringify(inside)} lies outside of ${start} to ${end}: ${JSON.stringify(value)}`);
  for (const inner of Object.values(value)) expectNested(inner, inside.start, inside.end);
}
const isSpan = (value: unknown): value is { readonly start: number; readonly end: number } =>
  typeof value === 'object' &&
  value !== null &&
  'start' in value &&
  typeof value.start === 'number' &&
  'end' in value &&
  typeof value.end === 'number';

describe('reading any text', () => {
  it('gives a tree whose parts lie in each other, and findings that lie in the text and in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { document, diagnostics } = parse({ path: 'a.flow', text });
        expectNested(document, 0, text.length);
        let before = 0;
        for (const { span, related, fix } of diagnostics) {
          expect(span.start).toBeGreaterThanOrEqual(before);
          before = span.start;
          for (const place of [
            span,
            ...related.map((other) => other.span),
            ...(fix?.edits ?? []).map((e) => e.span),
          ])
            expectNested(place, 0, text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same for the same text, whatever was read before', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const first = JSON.stringify(parse({ path: 'a.flow', text }));
        parse({ path: 'b.flow', text: other });
        expect(JSON.stringify(parse({ path: 'a.flow', text }))).toBe(first);
      }),
      { numRuns: 300 },
    );
  });

  it('marks whatever could not be read, or reports nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { document, diagnostics } = parse({ path: 'a.flow', text });
        if (diagnostics.length === 0) expect(JSON.stringify(document)).not.toContain('"broken":true');
      }),
      { numRuns: 1000 },
    );
  });

  it('is repaired by its safe edits, which never make it worse', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const { diagnostics } = parse({ path: 'a.flow', text });
        const [first] = diagnostics.filter(({ fix }) => fix?.kind === 'safe');
        if (first?.fix === undefined) return;
        const after = parse({ path: 'a.flow', text: applyEdits(text, first.fix.edits) }).diagnostics;
        expect(after.length).toBeLessThan(diagnostics.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('one mistake', () => {
  const lines = example.split('\n');
  const wholeLines = lines.flatMap((line, at) =>
    /^\s*(?:step|end|wait|role|system)\b/.test(line) ? [at] : [],
  );

  it('leaves every other statement as it was', () => {
    const kinds = (text: string): readonly string[] =>
      parse({ path: 'a', text }).document.flows.flatMap(({ statements }) =>
        statements.map(({ kind }) => kind),
      );
    for (const at of wholeLines) {
      const text = lines.map((line, index) => (index === at ? `${line} 5 oops` : line)).join('\n');
      const { diagnostics } = parse({ path: 'a', text });
      expect(diagnostics.map(({ span }) => lineIndex(text).position(span.start).line)).toEqual([at + 1]);
      expect(kinds(text)).toEqual(kinds(example));
    }
  });
});

describe('reading hostile text', () => {
  const most = 1024 * 1024;
  const times = (part: string, head = 'flow f\n'): string =>
    head + part.repeat(Math.floor((most - 10) / part.length));
  const random = (): string => {
    let state = 1;
    const next = (): number => {
      state = (state * 48271) % 2147483647;
      return state % 128;
    };
    return Array.from({ length: 500_000 }, () => String.fromCharCode(next())).join('');
  };
  const texts: Readonly<Record<string, string>> = {
    'opening braces': times('{'),
    'closing braces': times('}'),
    'nested ifs on a line': times('if a? { '),
    'nested ifs': times('if a? {\n'),
    'ifs without a branch': times('if a? '),
    retries: times('-> a max 1 then '),
    'problems in problems': times('-> call a problem "p" '),
    chains: times('-> a '),
    arrows: times('->'),
    'straight quotes': times('"'),
    'escaped quotes': times('\\"'),
    'triple quotes after a backslash': times('\\"""\n'),
    'unclosed quotations': times('"a\n'),
    'opening quotes': times('«'),
    'mixed quotes': times('«"'),
    'single quotes after a backslash': times("\\'"),
    'typographic single quotes': times('‘').slice(0, 300_000),
    'question marks': times('a? '),
    hyphens: times('-'),
    digits: times('1'),
    'joined durations': times('1h'),
    dots: times('.'),
    'words in a row': times('word '),
    'unknown words on lines': times('blah\n'),
    'misspelt words': times('setp a\n'),
    commas: times(','),
    'a long name': times('a'),
    'a long name in parts': times('a-'),
    'letters beyond ASCII': times('é').slice(0, 500_000),
    comments: times('#\n'),
    spaces: times(' '),
    'line breaks': times('\n'),
    'zero bytes': times('\0', ''),
    noise: random(),
    flows: times('flow f\n'),
    properties: times('role a\n'),
    'misplaced properties': times('role a\n', 'flow f\nend\n'),
    steps: times('step a\n'),
    attributes: times('by a ', 'flow f\nstep a '),
    exceptions: times('timeout {}', 'flow f\nstep a '),
    cases: times('when a {}', 'flow f\nchoose a {'),
    'strays in a choice': times('step a\n', 'flow f\nchoose a {'),
    'a label': times('x', 'flow f "'),
  };

  it.each(Object.entries(texts))('%s: comes to an end', (_, text) => {
    const { document, diagnostics } = parse({ path: 'a.flow', text });
    expect(document.span.end).toBe(text.length);
    expect(diagnostics.length).toBeLessThanOrEqual(1001);
  });

  it.each([
    'opening braces',
    'straight quotes',
    'ifs without a branch',
    'unclosed quotations',
    'noise',
    'chains',
  ])('%s: comes to an end at 10 MiB too', (name) => {
    const text = (texts[name] ?? '').repeat(10).slice(0, largestFile);
    expect(parse({ path: 'a.flow', text }).document.span.end).toBe(text.length);
  });
});
