import { diffArrays } from 'diff';
import { format } from '../../format/format.ts';
import { indentStep } from '../../format/line-writer.ts';
import { LeftBrace, RightBrace } from '../../syntax/token-types.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { FileView } from '../snapshot.ts';

/** Beyond so many changed lines, they are replaced as one. */
const mostChanges = 2000;

/** What brings a file into the one layout, line by line, so that cursors and marks stay where they are. */
export function formatting({ text, parsed }: FileView): readonly TextEdit[] {
  const formatted = format(parsed);
  if (formatted === text) return [];
  const changes = diffArrays(linesOf(text), linesOf(formatted), { maxEditLength: mostChanges });
  if (changes === undefined) return [{ span: { start: 0, end: text.length }, text: formatted }];
  const edits: TextEdit[] = [];
  let at = 0;
  let removed: readonly string[] = [];
  const flush = (added: readonly string[]): void => {
    // As many lines as before: each for itself.
    const pieces = removed.length === added.length ? removed.map((line, i) => [line, added[i] ?? '']) : [];
    if (pieces.length === 0 && removed.length + added.length > 0)
      pieces.push([removed.join(''), added.join('')]);
    for (const [before = '', after = ''] of pieces) {
      edits.push({ span: { start: at, end: at + before.length }, text: after });
      at += before.length;
    }
    removed = [];
  };
  for (const change of changes)
    if (change.removed) removed = change.value;
    else {
      flush(change.added ? change.value : []);
      if (!change.added) at += change.value.join('').length;
    }
  flush([]);
  return edits;
}

/** The same for the lines that a stretch of the file touches. */
export function rangeFormatting(file: FileView, span: Span): readonly TextEdit[] {
  const start = lineStart(file.text, span.start);
  const end = lineEnd(file.text, span.end);
  return formatting(file).filter(
    (edit) => edit.span.start < end && start < Math.max(edit.span.end, edit.span.start + 1),
  );
}

/**
 * What is put right while one types: with a closing brace, its block; with a line break, the line that was finished, and how
 * far the new one stands in. `offset` is behind the character.
 */
export function onTypeFormatting(file: FileView, offset: number, character: string): readonly TextEdit[] {
  if (character === '}') {
    const brace = file.tokens().tokens.find((token) => token.startOffset === offset - 1);
    if (brace?.tokenType !== RightBrace) return [];
    return rangeFormatting(file, { start: openingOf(file, offset - 1) ?? offset - 1, end: offset });
  }
  if (character !== '\n') return [];
  const { text } = file;
  const here = lineStart(text, offset);
  const before = lineStart(text, here - 1);
  // Lines are neither added nor taken away below the fingers.
  const finished = formatting(file).filter(
    (edit) => edit.span.start === before && edit.span.end === here && edit.text.split('\n').length === 2,
  );
  const blank = /^[ \t]*(?=\r?\n|$)/.exec(text.slice(here, lineEnd(text, here)))?.[0];
  const wanted = depthAt(file, here) * indentStep;
  return blank === undefined || blank.length >= wanted
    ? finished
    : [...finished, { span: { start: here, end: here + blank.length }, text: ' '.repeat(wanted) }];
}

const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

const lineStart = (text: string, offset: number): number =>
  offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** Behind the line break. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** How many blocks an offset is in. */
function depthAt(file: FileView, offset: number): number {
  return openBraces(file, offset).length;
}

/** Where the block begins that a closing brace ends. */
const openingOf = (file: FileView, brace: number): number | undefined => openBraces(file, brace).at(-1);

function openBraces(file: FileView, offset: number): readonly number[] {
  const open: number[] = [];
  for (const { tokenType, startOffset } of file.tokens().tokens) {
    if (startOffset >= offset) break;
    if (tokenType === LeftBrace) open.push(startOffset);
    else if (tokenType === RightBrace) open.pop();
  }
  return open;
}
