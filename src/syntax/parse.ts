import { byPlace, type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import { inLineEndsOf } from '../diagnostic/line-ends.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { bestReading } from './best-reading.ts';
import { Grammar } from './grammar.ts';
import type { GrammarOptions } from './grammar-options.ts';
import { createLexer } from './lexer.ts';
import type { ParsedFile } from './parsed-file.ts';
import { sureRepairs } from './sure-repairs.ts';
import { mostMistakes, tokenize } from './tokenize.ts';

/** How many bytes of UTF-8 a file may have: 10 MiB. */
export const largestFile = 10 * 1024 * 1024;

/** How many words and signs a file may have, and how many flows. More takes more memory than a machine may have. */
const mostTokens = 1_000_000;
const mostFlows = 10_000;

/**
 * Reads a file. It never throws: whatever could not be read is reported in the diagnostics, all else is in the tree.
 * Only the time that the first reading takes depends on the options: `{ prepared: false }` is the switch that turns off
 * the one start-up trick of this room, the grammar that was worked out before.
 */
export function parse(source: Source, options: GrammarOptions = {}): ParsedFile {
  const file = read(source, options);
  const { diagnostics } = file;
  // A file with more mistakes was not read to its end, so that it shows as many after a repair.
  if (diagnostics.length === 0 || diagnostics.length > mostMistakes) return file;
  const mistakesIn = (text: string): number => read({ ...source, text }, options).diagnostics.length;
  return { ...file, diagnostics: sureRepairs(source.text, diagnostics, mistakesIn) };
}

/** Reads a file once; what its repairs promise is still to be tried. */
function read(source: Source, { prepared = true }: GrammarOptions): ParsedFile {
  const { text } = source;
  const span = { start: 0, end: text.length };
  const unread = { span, uses: [], flows: [], comments: [] };
  if (isTooLarge(text)) return { source, document: unread, diagnostics: [tooLarge('is larger than 10 MiB')] };
  if (source.isUtf16 === true) return { source, document: unread, diagnostics: badBytes(source) };
  const tokens = tokenize(text, machinery.lexer());
  if (tokens.tokens.length > mostTokens) {
    const diagnostics = [tooLarge('has more than 1,000,000 words and signs')];
    return { source, document: { ...unread, comments: tokens.comments }, diagnostics };
  }
  const grammar = prepared ? machinery.grammar : machinery.unpreparedGrammar;
  const { read, found: reported } = bestReading(text, tokens, {
    readTokens: (from) => grammar().readFile(text, from),
    tokenizeAgain: () => tokenize(text, machinery.lexer()).tokens,
  });
  const found = [
    ...(reported.some(({ code }) => code === 'other-notation') ? [] : badBytes(source)),
    ...reported,
    ...(read.flows.length === 0 && reported.length === 0 && source.invalidBytes === undefined
      ? [noFlow(source)]
      : []),
    ...(read.flows.length > mostFlows ? [tooLarge('has more than 10,000 flows')] : []),
  ];
  return {
    source,
    document: { span, uses: read.uses, flows: read.flows.slice(0, mostFlows), comments: tokens.comments },
    diagnostics: inLineEndsOf(text, atMost(found.sort(byPlace))),
  };
}

/** Says so where a file has more mistakes than are reported; it was not read beyond them. */
function atMost(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const beyond = diagnostics[mostMistakes];
  if (beyond === undefined) return diagnostics;
  const reported = diagnostics.slice(0, mostMistakes);
  reported.push(
    languageError(
      'limit-exceeded',
      beyond.span,
      `This file has more than ${mostMistakes} mistakes, and is read no further`,
      {
        help: 'Repair those before this place first',
      },
    ),
  );
  return reported;
}

const tooLarge = (why: string): Diagnostic =>
  languageError('limit-exceeded', { start: 0, end: 0 }, `This file ${why}`, {
    help: 'Split it into several files, and join them with “use”',
  });

/** Nothing can be drawn of such a file. */
const noFlow = ({ text }: Source): Diagnostic => ({
  code: 'no-flow',
  severity: 'info',
  span: { start: 0, end: 0 },
  message: text.trim() === '' ? 'This file is empty' : 'There is no flow in this file',
  related: [],
  help: 'Begin with “flow” and its name, for example: flow refund "Return and refund"',
});

/** A character is at most three bytes a UTF-16 unit, so only long texts need to be counted. */
function isTooLarge(text: string): boolean {
  if (text.length * 3 <= largestFile) return false;
  let bytes = text.length;
  for (let at = 0; at < text.length && bytes <= largestFile; at++) {
    const unit = text.charCodeAt(at);
    // A surrogate pair is two units and four bytes.
    if (unit >= 0x80) bytes += unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes > largestFile;
}

/** A file in another encoding is one mistake, however many of its bytes are wrong. */
function badBytes({ invalidBytes = [], isUtf16 }: Source): readonly Diagnostic[] {
  const [first, ...others] = invalidBytes;
  if (first === undefined) return [];
  const help = 'Save the file as UTF-8';
  if (isUtf16 === true)
    return [
      languageError(
        'invalid-encoding',
        { start: 0, end: 0 },
        'This file is saved as UTF-16, and flowc reads UTF-8',
        {
          help,
        },
      ),
    ];
  const spanOf = (offset: number): Span => ({ start: offset, end: offset + 1 });
  return [
    languageError(
      'invalid-encoding',
      spanOf(first.offset),
      `This file is not in UTF-8: byte ${first.byte} is wrong`,
      {
        related: others
          .slice(0, 10)
          .map(({ byte, offset }) => ({ span: spanOf(offset), message: `byte ${byte} too` })),
        help,
      },
    ),
  ];
}

/** Made when the first file is read: making them costs more than reading it. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
const machinery = {
  lexer: once(createLexer),
  grammar: once(() => new Grammar()),
  unpreparedGrammar: once(() => new Grammar({ prepared: false })),
};
