import type { Location, Position, TextEdit as ProtocolEdit, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Place } from '../same-name.ts';
import type { Snapshot } from '../snapshot.ts';
import { uriOfPath } from './uri.ts';

/**
 * Translates between offsets and what the protocol counts in: lines from 0, UTF-16 units from 0, lines that end in LF,
 * CRLF or CR alone.
 */
export interface Translator {
  uri(path: string): string;
  offset(path: string, position: Position): number;
  span(path: string, range: Range): Span;
  position(path: string, offset: number): Position;
  range(path: string, span: Span): Range;
  location(place: Place): Location;
  edits(path: string, edits: readonly TextEdit[]): ProtocolEdit[];
}

/** `openUris` are the URIs of open documents by path, as the client writes them. */
export function createTranslator(
  snapshot: () => Snapshot,
  openUris: ReadonlyMap<string, string>,
): Translator {
  const documents = new Map<string, { readonly text: string; readonly document: TextDocument }>();
  const documentAt = (path: string): TextDocument => {
    const text = snapshot().textOf(path);
    const known = documents.get(path);
    if (known?.text === text) return known.document;
    const document = TextDocument.create(path, 'flow', 0, text);
    documents.set(path, { text, document });
    return document;
  };
  const translator: Translator = {
    uri: (path) => openUris.get(path) ?? uriOfPath(path),
    offset: (path, position) => documentAt(path).offsetAt(position),
    span: (path, { start, end }) => ({
      start: translator.offset(path, start),
      end: translator.offset(path, end),
    }),
    position: (path, offset) => documentAt(path).positionAt(offset),
    range: (path, { start, end }) => ({
      start: translator.position(path, start),
      end: translator.position(path, end),
    }),
    location: ({ path, span }) => ({ uri: translator.uri(path), range: translator.range(path, span) }),
    edits: (path, edits) =>
      edits.map(({ span, text }) => ({ range: translator.range(path, span), newText: text })),
  };
  return translator;
}
