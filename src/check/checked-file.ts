import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Flow } from '../syntax/ast.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import type { Span } from '../text/span.ts';
import type { NodeNames } from './node-names.ts';
import type { FlowPart } from './parts-of-flow.ts';

export type DeclarationKind = 'flow' | 'role' | 'party' | 'system' | 'request' | 'term' | 'level';

/** A name that can be used in a file. `path` is the file that declares it, `span` that of the name there. */
export interface Declaration {
  readonly kind: DeclarationKind;
  readonly name: string;
  readonly label: string;
  readonly path: string;
  readonly span: Span;
}

/** What can be named in a flow: its own declarations, those of its file's other flows, those of `use`d files. */
export interface Scope {
  readonly flows: ReadonlyMap<string, Declaration>;
  readonly roles: ReadonlyMap<string, Declaration>;
  /** Owners outside of the house. */
  readonly parties: ReadonlyMap<string, Declaration>;
  readonly systems: ReadonlyMap<string, Declaration>;
  readonly requests: ReadonlyMap<string, Declaration>;
  readonly terms: ReadonlyMap<string, Declaration>;
  readonly levels: ReadonlyMap<string, Declaration>;
  /** Which of the terms, by name, stand in some of the texts as words of their own. */
  readonly termsIn: (texts: readonly string[]) => ReadonlySet<string>;
}

/** A flow with its names resolved. */
export interface CheckedFlow {
  readonly path: string;
  readonly flow: Flow;
  readonly scope: Scope;
  readonly parts: readonly FlowPart[];
  readonly names: NodeNames;
}

/** A file whose names are resolved; `diagnostics` are all errors of the language in it, those of reading included. */
export interface CheckedFile {
  readonly parsed: ParsedFile;
  readonly scope: Scope;
  readonly flows: readonly CheckedFlow[];
  readonly diagnostics: readonly Diagnostic[];
}
