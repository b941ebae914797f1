import { format } from '../../format/format.ts';
import { keepsMeaning } from '../../format/keeps-meaning.ts';
import { lineEdits } from '../../format/line-edits.ts';
import { indentStep } from '../../format/line-writer.ts';
import { LeftBrace, RightBrace, Text } from '../../syntax/token-types.ts';
import type { Span } from '../../text/span.ts';
import { applyEdits, type TextEdit } from '../../text/text-edit.ts';
import type { FileView } from '../snapshot.ts';

/** What brings a file into the one layout, line by line, so that cursors and marks stay where they are. */
export function formatting(file: FileView): readonly TextEdit[] {
  const { text, parsed, read } = file;
  const formatted = format(parsed, read);
  if (formatted === text) return [];
  const labels = file
    .tokens()
    .tokens.flatMap(({ tokenType, startOffset, image }) =>
      tokenType === Text && image.includes('\n')
        ? [{ start: startOffset, end: startOffset + image.length }]
        : [],
    );
  return lineEdits(text, formatted, labels);
}

/** Formats the lines that a stretch of the file touches; nothing where the file would say something else then. */
export function rangeFormatting(file: FileView, span: Span): readonly TextEdit[] {
  const start = lineStart(file.text, span.start);
  const end = lineEnd(file.text, span.end);
  return kept(
    file,
    formatting(file).filter(
      (edit) => edit.span.start < end && start < Math.max(edit.span.end, edit.span.start + 1),
    ),
  );
}

/** A part of what brings a file into its layout, if the file still says the same with it and without the rest. */
const kept = ({ text, parsed, read }: FileView, edits: readonly TextEdit[]): readonly TextEdit[] =>
  edits.length === 0 || keepsMeaning(parsed, applyEdits(text, edits), read) ? edits : [];

/**
 * What is put right while one types: with a closing brace, its block; with a line break, the line that was finished,
 * and how far the new one stands in. `offset` is behind the character.
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
  const finished = kept(
    file,
    formatting(file).filter(
      (edit) => edit.span.start === before && edit.span.end === here && edit.text.split('\n').length === 2,
    ),
  );
  const blank = /^[ \t]*(?=\r?\n|$)/.exec(text.slice(here, lineEnd(text, here)))?.[0];
  const wanted = depthAt(file, here) * indentStep;
  return blank === undefined || blank.length >= wanted
    ? finished
    : [...finished, { span: { start: here, end: here + blank.length }, text: ' '.repeat(wanted) }];
}

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

/** The beginning of the block that a closing brace ends. */
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
