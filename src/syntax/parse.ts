import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Source } from '../text/source.ts';
import { FlowParser } from './flow-parser.ts';
import { createLexer } from './lexer.ts';
import type { ParsedFile } from './parsed-file.ts';
import { tokenize } from './tokenize.ts';

/** Reads a file. It never throws: whatever could not be read is told in the diagnostics, all else is in the tree. */
export function parse(source: Source): ParsedFile {
  const diagnostics: Diagnostic[] = [];
  const { tokens, comments } = tokenize(source.text, machinery.lexer(), (found) => diagnostics.push(found));
  const { uses, flows, found } = machinery.parser().parse(tokens);
  return {
    source,
    document: { span: { start: 0, end: source.text.length }, uses, flows, comments },
    diagnostics: [...diagnostics, ...found],
  };
}

/** Made when the first file is read: making them costs more than reading it. */
const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
const machinery = { lexer: once(() => createLexer(true)), parser: once(() => new FlowParser()) };
