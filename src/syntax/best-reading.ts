import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { cover, type Span } from '../text/span.ts';
import type { Unreadable } from './ast.ts';
import type { ReadFile } from './grammar.ts';
import { type Mended, mendHabits } from './habits/mend-habits.ts';
import { type OtherNotation, otherNotation } from './other-notation.ts';
import type { Token } from './token.ts';
import { mostMistakes, type Tokens } from './tokenize.ts';

/** What a text was read as, and all that was found in it. */
export interface ReadText {
  readonly read: ReadFile;
  readonly found: readonly Diagnostic[];
}

/** How the text is read. */
export interface Reader {
  readonly readTokens: (tokens: Tokens) => ReadFile;
  /** The tokens made again: reading changes them. */
  readonly tokenizeAgain: () => readonly Token[];
}

/**
 * Mistakes that come of writing otherwise than this language is written; the others are right but for what they say.
 */
const ofWriting: ReadonlySet<string> = new Set([
  ...['unexpected-token', 'invalid-character', 'misspelt-word', 'reserved-word', 'unclosed-block'],
  ...['invalid-duration', 'invalid-percent', 'invalid-date', 'curly-quotes', 'unclosed-string'],
]);

/** In a longer text, in words and signs, habits are tried all at once, so that it isn't read many times. */
const mostTried = 20_000;
/** Habits are not tried at all in a text that is still longer, in words and signs. */
const mostMended = 200_000;

/**
 * Reads a text as it stands. Where mistakes were found, it is read once more as someone would who knows how people
 * write in other notations; each of their habits is taken for one where it explains the text with no more mistakes than
 * there were without it. So one mistake is reported as one, whatever follows from it.
 */
export function bestReading(text: string, tokens: Tokens, { readTokens, tokenizeAgain }: Reader): ReadText {
  const plain = withFindings(tokens, readTokens(tokens));
  const pasted = plain.found.length === 0 ? undefined : otherNotation(text);
  if (pasted !== undefined) return withoutPasted(pasted, { ...tokens, tokens: tokenizeAgain() }, readTokens);
  if (tokens.tokens.length > mostMended) return plain;
  if (plain.found.length > mostMistakes || !plain.found.some(({ code }) => ofWriting.has(code))) return plain;
  let best = plain;
  const judge = ({ tokens: mended, findings, hides }: Mended): boolean => {
    const reading = withFindings(
      tokens,
      readTokens({ ...tokens, tokens: mended.map((token) => ({ ...token })) }),
    );
    const all = [...reading.found.filter(({ span }) => !hides(span)), ...findings];
    if (all.length > best.found.length) return false;
    best = { read: reading.read, found: all };
    return true;
  };
  mendHabits(text, tokenizeAgain(), tokens.tokens.length > mostTried ? 'together' : 'one by one', judge);
  return best;
}

/** The text without what was pasted into it, which is one mistake; the flow that it stands in is not whole. */
function withoutPasted(
  { span, finding }: OtherNotation,
  all: Tokens,
  readTokens: Reader['readTokens'],
): ReadText {
  const isOutside = (offset: number): boolean => offset < span.start || offset >= span.end;
  const tokens = {
    ...all,
    tokens: all.tokens.filter(({ startOffset }) => isOutside(startOffset)),
    noise: all.noise.filter(isOutside),
    obscure: all.obscure.filter(isOutside),
    diagnostics: all.diagnostics.filter((each) => isOutside(each.span.start)),
  };
  const reading = withFindings(tokens, readTokens(tokens));
  const flows = reading.read.flows.map((flow, at, { length }) => {
    const next = at + 1 < length ? reading.read.flows[at + 1] : undefined;
    const holds = flow.span.start < span.start && (next === undefined || next.span.start > span.start);
    if (!holds) return flow;
    const lost: Unreadable = { kind: 'unreadable', span, keyword: finding.span, broken: true };
    return { ...flow, span: cover(flow.span, span), statements: [...flow.statements, lost] };
  });
  return { read: { ...reading.read, flows }, found: [...reading.found, finding] };
}

const withFindings = (tokens: Tokens, read: ReadFile): ReadText => ({
  read,
  found: [...outside(tokens.diagnostics, read.skipped), ...read.diagnostics],
});

/** What lies in none of the stretches, both being in order. */
function outside(diagnostics: readonly Diagnostic[], skipped: readonly Span[]): readonly Diagnostic[] {
  const ordered = [...skipped].sort((a, b) => a.start - b.start);
  let next = 0;
  return diagnostics.filter(({ span }) => {
    while (next < ordered.length && (ordered[next]?.end ?? 0) <= span.start) next++;
    const stretch = ordered[next];
    return stretch === undefined || span.start < stretch.start;
  });
}
