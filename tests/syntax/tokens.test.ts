import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationUnits } from '../../src/language/duration.ts';
import { createLexer } from '../../src/syntax/lexer.ts';
import { closes, quotationMatcher } from '../../src/syntax/match-quotation.ts';
import { readDuration, unitOf } from '../../src/syntax/read-duration.ts';
import { readNumber } from '../../src/syntax/read-number.ts';
import { readQuotation, withoutIndentation } from '../../src/syntax/read-quotation.ts';
import { readWord } from '../../src/syntax/read-word.ts';
import { endOf } from '../../src/syntax/token.ts';
import { tokenize } from '../../src/syntax/tokenize.ts';
import { judgingLexer } from './chevrotain-lexer.ts';

const lexer = createLexer();
const shown = (text: string): readonly string[] =>
  tokenize(text, lexer).tokens.map(({ tokenType, image }) => `${tokenType.name} ${image}`);

describe('tokens', () => {
  it('part a name from an arrow, and a question from a name', () => {
    expect(shown('a->b')).toEqual(['Identifier a', 'Arrow ->', 'Identifier b']);
    expect(shown('a-b->c-d')).toEqual(['Identifier a-b', 'Arrow ->', 'Identifier c-d']);
    expect(shown('a? b？c؟')).toEqual(['Question a?', 'Question b？', 'Question c؟']);
    expect(shown('30s..2min')).toEqual(['Duration 30s', 'Range ..', 'Duration 2min']);
    expect(shown('85%{1}')).toEqual(['Percent 85%', 'LeftBrace {', 'Integer 1', 'RightBrace }']);
  });

  it('are numbers with a percent sign that stands apart, arrows of any length, and addresses of any kind', () => {
    expect(shown('85 % {')).toEqual(['Percent 85 %', 'LeftBrace {']);
    expect(shown('12.5\t% a')).toEqual(['Percent 12.5\t%', 'Identifier a']);
    for (const arrow of ['->', '=>', '-->', '--->', '---->', '––>', '→', '⟶'])
      expect(shown(`a ${arrow} b`), arrow).toEqual(['Identifier a', `Arrow ${arrow}`, 'Identifier b']);
    for (const address of ['https://x.org/a?b=c#d', 'http://x.org', 'mailto:a@x.org'])
      expect(tokenize(`link ${address}`, lexer).tokens.map(({ image }) => image)).toEqual(['link', address]);
  });

  it('tell of a time that is a million of its unit only where it is more, in whichever part', () => {
    const codeOf = (image: string): string | undefined => readNumber(image, 0).diagnostic?.code;
    expect(codeOf('1000000min')).toBeUndefined();
    expect(codeOf('1000001min')).toBe('limit-exceeded');
    expect(codeOf('1h1000001min')).toBe('limit-exceeded');
    expect(codeOf('1h1000000min')).not.toBe('limit-exceeded');
  });

  it('are dates of the Gregorian calendar', () => {
    for (const date of ['2000-02-29', '2024-02-29', '2026-11-30'])
      expect(readNumber(date, 0), date).toMatchObject({ value: date });
    for (const [date, nearest] of [
      ['2100-02-29', '2100-02-28'],
      ['2026-02-29', '2026-02-28'],
      ['2026-11-31', '2026-11-30'],
    ] as const)
      expect(readNumber(date, 0), date).toMatchObject({
        value: nearest,
        diagnostic: { code: 'invalid-date' },
      });
  });

  it('are cut where chevrotain would cut them', () => {
    const judge = judgingLexer();
    const part = fc.oneof(
      fc.constantFrom(
        ...['step ', 'é', 'if? ', '"a b"', '“a', '→', '->', '12%', '30s..2min', 'https://a', '# x\n', '\t'],
        ...[
          'ไทย',
          '。',
          '--',
          '\n-- a',
          '\n---\n',
          '/*',
          '*/',
          '<!--',
          '-->',
          "'",
          '"""',
          '\\',
          '&rarr;',
          '..',
          ',',
        ],
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        expect(lexer(parts.join(''))).toEqual(judge(parts.join('')));
      }),
      { numRuns: 2000 },
    );
    const ascii = Array.from({ length: 0x80 }, (_, unit) => String.fromCharCode(unit));
    for (const first of ascii)
      for (const second of ascii) {
        const text = `${first}${second}>1`;
        expect(lexer(text)).toEqual(judge(text));
      }
  });

  it('know an arrow that is the first thing on its line', () => {
    expect(shown('-> a -> b\n  → c')).toEqual([
      'LineArrow ->',
      'Identifier a',
      'Arrow ->',
      'Identifier b',
      'LineArrow →',
      'Identifier c',
    ]);
    expect(shown('"""\n""" -> a')).toEqual(['Text """\n"""', 'Arrow ->', 'Identifier a']);
  });

  it('have a kind of their own for each word of the language, in lower case only', () => {
    expect(shown('step by BY')).toEqual(['word:step step', 'word:by by', 'Identifier BY']);
  });

  it('take every kind of space for space', () => {
    expect(shown('a\u00a0b\u3000c\u200fd\ufeffe\rf')).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `Identifier ${name}`),
    );
  });

  it('stand in order and cover all that is neither space, comment nor reported', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1?-> "“”{},.#\n \\é%🙂') }), (text) => {
        const { tokens, comments, diagnostics } = tokenize(text, lexer);
        let last = 0;
        for (const token of tokens) {
          expect(token.startOffset).toBeGreaterThanOrEqual(last);
          expect(text.slice(token.startOffset, endOf(token))).toBe(token.image);
          last = endOf(token);
        }
        const covered = [...text];
        const cover = (start: number, end: number): void => {
          for (let at = start; at < end; at++) units[at] = ' ';
        };
        const units = covered.join('').split('');
        for (const token of tokens) cover(token.startOffset, endOf(token));
        for (const { span } of [...comments, ...diagnostics]) cover(span.start, span.end);
        // A run of noise is reported at its beginning.
        expect(
          units
            .join('')
            .replaceAll(/[-"?.%>\\🙂é“”]/gu, '')
            .trim(),
        ).toBe('');
      }),
    );
  });
});

describe('a name', () => {
  it('is compared in NFC', () => {
    expect(readWord('cafe\u0301', 0).name).toBe('café');
    expect(readWord('cafe\u0301?', 0)).toMatchObject({ name: 'café', isQuestion: true });
  });

  it.each(['a', 'a-b', 'a_b', 'a1-2', 'בדיקת-מלאי', '库存', 'मूल्य', 'می‌خواهم', '𝒜𝒷', 'ñandú'])(
    'can be %s',
    (name) => {
      expect(readWord(name, 0).diagnostic).toBeUndefined();
    },
  );

  it.each([
    ['_a', 0, 1],
    ['a--b', 1, 3],
    ['a✓b', 1, 2],
    ['a🙂🙂b', 1, 5],
    ['a\ufffdb', 1, 2],
    ['a¼', 1, 2],
  ])('cannot be %s', (name, start, end) => {
    const { diagnostic, isNoise } = readWord(name, 10);
    expect(diagnostic?.span).toEqual({ start: 10 + start, end: 10 + end });
    expect(isNoise).toBe(false);
  });

  it('is none where all of it is noise', () => {
    expect(readWord('🙂', 0).isNoise).toBe(true);
  });
});

describe('a quotation', () => {
  const value = (image: string) => readQuotation(image, 0).value;

  it('has its escapes resolved', () => {
    expect(value('"a\\"b\\\\c\\nd\\te\\u{1F600}"')).toBe('a"b\\c\nd\te😀');
    expect(value('"\\d"')).toBe('\\d');
  });

  it('of several lines has no common indentation, and no line break at its ends', () => {
    expect(value('"""\n    a\n      b\n\n    c\n    """')).toBe('a\n  b\n\nc');
    expect(value('"""a\r\n  b"""')).toBe('a\nb');
    expect(value('"""one"""')).toBe('one');
    expect(value('""""""')).toBe('');
    expect(withoutIndentation('\n\ta\n\t b\n')).toBe('a\n b');
    expect(value('"""\n  a\\n  b\n  """')).toBe('a\n  b');
  });

  it('ends where it is closed, whatever opened it', () => {
    const match = quotationMatcher();
    const end = (text: string): string | undefined => match(text, 0);
    expect(end('"a" "b"')).toBe('"a"');
    expect(end('"a\\" b" c')).toBe('"a\\" b"');
    expect(end('“a” b”')).toBe('“a”');
    expect(end('„a“ b')).toBe('„a“');
    expect(end('»a« b')).toBe('»a«');
    expect(end('"a” b')).toBe('"a”');
    expect(end('"""a"b""" c')).toBe('"""a"b"""');
    expect(end('"""a\\"""b""" c')).toBe('"""a\\"""b"""');
    expect(end("'a' b")).toBe("'a'");
    expect(end("'s account")).toBeUndefined();
    expect(end('"a\nstep b "B"')).toBe('"a');
    expect(end('"a\r\nstep')).toBe('"a');
    expect(end('"a\n  and more" by x')).toBe('"a\n  and more"');
  });

  it('is closed exactly where it ends in a quote that no backslash stands before', () => {
    expect(closes('"a"')).toBe(true);
    expect(closes('"a\\"')).toBe(false);
    expect(closes('"a\\\\"')).toBe(true);
    expect(closes('"')).toBe(false);
    expect(closes('"""a""')).toBe(false);
  });
});

describe('a duration', () => {
  it('reads what it is written as, for any parts in order', () => {
    const value = fc.integer({ min: 1, max: 999 });
    const part = fc.tuple(
      ...durationUnits.map((unit) => fc.option(value.map((number) => ({ value: number, unit })))),
    );
    fc.assert(
      fc.property(part, (list) => {
        const parts = list.filter((one) => one !== null);
        fc.pre(parts.length > 0);
        const text = parts.map(({ value: number, unit }) => `${number}${unit}`).join('');
        expect(readDuration(text)).toEqual({ parts });
      }),
    );
  });

  it.each([
    ['0s', undefined],
    ['1h1h', undefined],
    ['5parsec', undefined],
    ['1h30', undefined],
    ['5m', '5min'],
    ['1hr30mins', '1h30min'],
    ['30min1h', '1h30min'],
    ['1,5h', '1.5h'],
    ['3DAYS', '3d'],
    ['4WH', '4wh'],
    ['4bh', '4wh'],
    ['4whr', '4wh'],
    ['1wd4workinghours', '1wd4wh'],
    ['4wh1wd', '1wd4wh'],
    ['30min4wh', '4wh30min'],
    ['4wh2wh', undefined],
  ])('says what is wrong with %s', (text, repaired) => {
    const read = readDuration(text);
    expect(read.mistake?.help).toBeTruthy();
    expect(read.repaired).toBe(repaired);
    if (read.repaired !== undefined) expect(readDuration(read.repaired).mistake).toBeUndefined();
  });

  it('knows what is written for its units', () => {
    expect(
      ['m', 'sec', 'hr', 'hrs', 'mins', 'day', 'days', 'Weeks', 'bh', 'BusinessHours', 'x'].map(unitOf),
    ).toEqual(['min', 's', 'h', 'h', 'min', 'd', 'd', 'w', 'wh', 'wh', undefined]);
  });
});

describe('a date', () => {
  it('exists exactly where the calendar has it', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(13), fc.nat(32), (year, month, day) => {
        const pad = (number: number, width: number): string => String(number).padStart(width, '0');
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
        const date = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
        expect(readNumber(text, 0).diagnostic === undefined).toBe(exists);
      }),
    );
  });

  it('is always one that exists, so that nothing follows from a wrong one', () => {
    expect(readNumber('2026-02-30', 0).value).toBe('2026-02-28');
    expect(readNumber('31.4.2026', 0).value).toBe('2026-04-30');
  });
});
