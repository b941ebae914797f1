import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { Document } from './ast.ts';

/** A file that was read: its text, its tree, and the errors of the `syntax` family. */
export interface ParsedFile {
  readonly source: Source;
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}
