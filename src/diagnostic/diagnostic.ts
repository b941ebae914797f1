import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { Code } from './code.ts';

export type Severity = 'error' | 'warning' | 'info';

/**
 * One thing that is wrong, or worth saying, at one place of one file. Text is turned into lines and columns only where
 * it is shown. `message` names things as the user does, has no place in it and no full stop at its end.
 */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  /** The path that shows it, place by place, with what stands there; for reports that can lead along one. */
  readonly witness?: readonly RelatedPlace[];
  readonly help?: string;
  readonly fix?: Fix;
}

/** `path` is that of the other file; left out, the place is in the diagnostic's own file. */
export interface RelatedPlace {
  readonly path?: string;
  readonly span: Span;
  readonly message: string;
}

/** `safe` keeps the meaning, `unsafe` may change it, `hint` is a template that is shown and never applied. */
export interface Fix {
  readonly kind: 'safe' | 'unsafe' | 'hint';
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What every stage returns: its value, and what it found. It never throws because of what a user wrote. */
export interface Staged<Value> {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
}

/** An error of the language; nothing is related to it unless `more` says so. */
export const languageError = (
  code: Code,
  span: Span,
  message: string,
  more: Partial<Pick<Diagnostic, 'related' | 'help' | 'fix'>> = {},
): Diagnostic => ({ code, severity: 'error', span, message, related: [], ...more });

/** By place, then code, then message: the order in which findings of one file are always shown. */
export const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  a.span.start - b.span.start ||
  a.span.end - b.span.end ||
  (a.code < b.code ? -1 : a.code > b.code ? 1 : a.message < b.message ? -1 : a.message > b.message ? 1 : 0);
