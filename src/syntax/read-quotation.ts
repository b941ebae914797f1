import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import { indentationOf, isBlank } from '../text/blank.ts';
import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { type Entity, entitiesIn } from './html-entities.ts';
import { closes } from './match-quotation.ts';

/** How many UTF-16 units a label may have. */
export const longestLabel = 10_000;

export interface ReadQuotation {
  readonly value: string;
  readonly isUnclosed: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a quotation that stands at `offset` as `image`, quotes included. */
export function readQuotation(image: string, offset: number, place: ClosingPlace = 'none'): ReadQuotation {
  const span = { start: offset, end: offset + image.length };
  const isTriple = image.startsWith('"""');
  const quotes = isTriple ? 3 : 1;
  const isUnclosed = !closes(image);
  const inner = image.slice(quotes, isUnclosed ? undefined : -quotes);
  const wrong = wrongEscapes(inner, offset + quotes);
  const diagnostics: Diagnostic[] = [];
  if (isUnclosed) diagnostics.push(unclosed(span, inner, image, place));
  else if (!isTriple && inner.includes('\n')) diagnostics.push(severalLines(inner, span));
  else if (!isTriple && image !== `"${inner}"`) diagnostics.push(curly(image, inner, span));
  if (wrong.length > 0) diagnostics.push(wrongEscape(wrong, offset + quotes, inner));
  const entities = isUnclosed || !inner.includes('&') ? [] : entitiesIn(inner);
  if (entities.length > 0) diagnostics.push(markup(entities, offset + quotes));
  const lines = isTriple ? withoutIndentation(inner) : inner.replaceAll(lineBreaks, '\n');
  const text = inner.includes('\\') ? resolve(lines) : lines;
  const value = isUnclosed ? text.trimEnd() : text;
  if (value.length <= longestLabel) return { value, isUnclosed, diagnostics };
  diagnostics.push(
    languageError('limit-exceeded', span, `This text is longer than ${longestLabel} characters`, {
      help: 'Keep a label short, and put the long text into a file of its own that “link” names',
    }),
  );
  return { value: value.slice(0, longestLabel - 1), isUnclosed, diagnostics };
}

/** Whether a quotation without its end is most likely over where its line is. */
export type ClosingPlace = 'sure' | 'likely' | 'none';

function unclosed({ start }: Span, inner: string, image: string, place: ClosingPlace): Diagnostic {
  const isTriple = image.startsWith('"""');
  const span = { start, end: start + (isTriple ? 3 : 1) };
  const label = inner.trimEnd();
  const length = endOfLabel(label);
  const end = span.end + length;
  const isSure = place === 'sure' && length === label.length;
  // Both quotes are straight ones then.
  const edits: TextEdit[] = image.startsWith('"') ? [] : [{ span, text: '"' }];
  edits.push({ span: { start: end, end }, text: '"' });
  const hasFix = !isTriple && length > 0 && place !== 'none' && !label.includes('"');
  return languageError('unclosed-string', span, 'This text has no closing quote', {
    help: isTriple
      ? 'Close it with three quotes: """'
      : 'Close it with " on the same line; a text of several lines stands between """ and """',
    ...(hasFix && { fix: { kind: isSure ? 'safe' : 'unsafe', title: 'Close it', edits } }),
  });
}

/** The end of the label in a text that runs to the end of its line: before what goes on with the statement. */
function endOfLabel(text: string): number {
  const next = goesOn.exec(text);
  return next === null ? text.length : next.index;
}

/** An attribute with its value, a percentage or a branch, behind white space. */
const goesOn =
  /[ \t]+(?:(?:by|with|to|using|for)[ \t]+[\w-]+[ \t]*(?:,|$|(?:by|with|to|using|within|takes|as|say|note|link)\b|->|\{)|(?:within|takes)[ \t]+\d|as[ \t]+[a-z]+[ \t]*$|(?:say|note|link)[ \t]+["“]|\d+(?:\.\d+)?%|->|→|\{)/;

/** Line breaks with the indentation of the line after them. */
const lineBreaks = /\r?\n[ \t]*/g;

/** A text of several lines in `"`; the fix has line breaks that no other quotation can change the meaning of. */
const severalLines = (inner: string, { start }: Span): Diagnostic =>
  languageError('unclosed-string', { start, end: start + 1 }, 'This text has no closing quote on its line', {
    help: 'A text of several lines stands between """ and """, or has \\n for its line breaks',
    fix: {
      kind: 'safe',
      title: 'Write the line breaks as \\n',
      edits: [...inner.matchAll(lineBreaks)].map(({ index, 0: all }) => ({
        span: { start: start + 1 + index, end: start + 1 + index + all.length },
        text: '\\n',
      })),
    },
  });

/** The fix writes straight quotes, and makes a straight quote inside of them an escape. */
function curly(image: string, inner: string, span: Span): Diagnostic {
  const edits: TextEdit[] = [{ span: { start: span.start, end: span.start + 1 }, text: '"' }];
  for (const { index } of inner.matchAll(/\\[\s\S]|"/g))
    if (inner.charAt(index) === '"')
      edits.push({ span: { start: span.start + 1 + index, end: span.start + 2 + index }, text: '\\"' });
  edits.push({ span: { start: span.end - 1, end: span.end }, text: '"' });
  const marks = `${image.charAt(0)} ${image.charAt(image.length - 1)}`;
  const isSingle = image.startsWith("'") && image.endsWith("'");
  return languageError(
    'curly-quotes',
    span,
    `A label stands in ${isSingle ? 'double' : 'straight'} quotes, not in ${marks}`,
    {
      help: isSingle ? 'Write "…"' : 'Write "…"; a word processor may have changed them',
      fix: { kind: 'safe', title: isSingle ? 'Write double quotes' : 'Write straight quotes', edits },
    },
  );
}

const escapes = /\\(?:u\{([0-9A-Fa-f]+)\}|([\s\S]?))/g;
const named: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);

/** What an escape stands for; undefined where there is no such escape. */
function meaning(hex: string | undefined, letter: string | undefined): string | undefined {
  if (hex === undefined) return named.get(letter ?? '');
  const point = hex.length > 6 ? Number.POSITIVE_INFINITY : Number.parseInt(hex, 16);
  return point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? undefined : String.fromCodePoint(point);
}

const resolve = (text: string): string =>
  text.replaceAll(escapes, (all, hex?: string, letter?: string) => meaning(hex, letter) ?? all);

const wrongEscapes = (inner: string, offset: number): readonly Span[] =>
  inner.includes('\\')
    ? [...inner.matchAll(escapes)]
        .filter(([, hex, letter]) => meaning(hex, letter) === undefined)
        .map(({ index, 0: all }) => ({ start: offset + index, end: offset + index + all.length }))
    : [];

function wrongEscape(spans: readonly Span[], offset: number, inner: string): Diagnostic {
  const [first = { start: offset, end: offset }] = spans;
  const written = inner.slice(first.start - offset, first.end - offset);
  return languageError('invalid-character', first, `“${written}” means nothing in a label`, {
    help: 'Write \\\\ for a backslash; others are \\" \\n \\t and \\u{1F600}',
    fix: {
      kind: 'safe',
      title: 'Write a backslash',
      edits: spans.map(({ start }) => ({ span: { start, end: start }, text: '\\' })),
    },
  });
}

/** Signs of a web page, which are drawn as they stand; all of a label are one finding. */
function markup(entities: readonly Entity[], offset: number): Diagnostic {
  const [first] = entities;
  const edits = entities.map(({ start, text, character }) => ({
    span: { start: offset + start, end: offset + start + text.length },
    text: character === '"' || character === '\\' ? `\\${character}` : character,
  }));
  return {
    code: 'markup-in-label',
    severity: 'info',
    span: edits[0]?.span ?? { start: offset, end: offset },
    message: `“${first?.text ?? ''}” is drawn as it stands: a web page writes “${first?.character ?? ''}” so`,
    related: [],
    help: 'Write the character itself',
    fix: { kind: 'safe', title: 'Write the characters themselves', edits },
  };
}

/** Takes away the first and the last line break, and the indentation that all lines have in common. */
export function withoutIndentation(text: string): string {
  const [head = '', ...lines] = text.replaceAll('\r\n', '\n').split('\n');
  if (lines.length === 0) return head;
  let shared = Number.POSITIVE_INFINITY;
  for (const line of lines) if (!isBlank(line)) shared = Math.min(shared, indentationOf(line));
  const last = lines.at(-1) ?? '';
  const body = lines.map((line) => (isBlank(line) ? '' : line.slice(shared)));
  if (isBlank(last)) body.pop();
  return (isBlank(head) ? body : [head, ...body]).join('\n');
}
