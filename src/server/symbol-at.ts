import type { Code } from '../diagnostic/code.ts';
import { ruleNames } from '../diagnostic/rule-names.ts';
import { endOf, type Token } from '../syntax/token.ts';
import { type LanguageWord, words } from '../syntax/words.ts';
import { resolvePath } from '../text/relative-path.ts';
import type { Span } from '../text/span.ts';
import type { Occurrence } from './occurrences.ts';
import type { FileView } from './snapshot.ts';
import { type TermUse, termsIn } from './term-uses.ts';

/** What stands under the cursor. */
export type SymbolAt =
  | { readonly kind: 'name'; readonly span: Span; readonly occurrence: Occurrence }
  /** A term that a label or text has in it. */
  | { readonly kind: 'term-use'; readonly span: Span; readonly use: TermUse }
  /** The path of a `use`; `path` is where it leads. */
  | { readonly kind: 'file'; readonly span: Span; readonly path: string }
  /** The rule of a `# flowc-ignore`. */
  | { readonly kind: 'rule'; readonly span: Span; readonly code: Code }
  | { readonly kind: 'word'; readonly span: Span; readonly word: LanguageWord };

/** What stands at an offset; a name also where the offset is right behind it. */
export function symbolAt(file: FileView, offset: number): SymbolAt | undefined {
  const occurrence = file.occurrences().find(({ span }) => span.start <= offset && offset <= span.end);
  if (occurrence !== undefined) return { kind: 'name', span: occurrence.span, occurrence };
  return usedFileAt(file, offset) ?? termAt(file, offset) ?? ruleAt(file, offset) ?? wordAt(file, offset);
}

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

function usedFileAt({ path, parsed }: FileView, offset: number): SymbolAt | undefined {
  const use = parsed.document.uses.find((each) => holds(each.path.span, offset));
  const resolved = use === undefined ? undefined : resolvePath(path, use.path.value);
  return use === undefined || resolved === undefined || !('path' in resolved)
    ? undefined
    : { kind: 'file', span: use.path.span, path: resolved.path };
}

function termAt(file: FileView, offset: number): SymbolAt | undefined {
  const token = tokenAt(file, offset);
  if (token === undefined || !token.image.startsWith('"')) return undefined;
  const quotation = { start: token.startOffset, end: endOf(token) };
  const use = termsIn(file, quotation).find(({ span }) => holds(span, offset));
  return use && { kind: 'term-use', span: use.span, use };
}

function ruleAt({ parsed, text }: FileView, offset: number): SymbolAt | undefined {
  const comment = parsed.document.comments.find(({ span }) => holds(span, offset));
  if (comment === undefined) return undefined;
  const match = /flowc-ignore(?:-file)?\s+([a-z-]+)/.exec(text.slice(comment.span.start, comment.span.end));
  const code = ruleNames.find((name) => name === match?.[1]);
  if (match === null || code === undefined) return undefined;
  const end = comment.span.start + match.index + match[0].length;
  const span = { start: end - code.length, end };
  return holds(span, offset) ? { kind: 'rule', span, code } : undefined;
}

function wordAt(file: FileView, offset: number): SymbolAt | undefined {
  const token = tokenAt(file, offset);
  const word = words.find((each) => each === token?.image);
  return token === undefined || word === undefined
    ? undefined
    : { kind: 'word', span: { start: token.startOffset, end: endOf(token) }, word };
}

/** The token that an offset is in or right behind; of two that touch there, the second. */
export function tokenAt(file: FileView, offset: number): Token | undefined {
  const { tokens } = file.tokens();
  const at = lastTokenFrom(tokens, offset);
  return [tokens[at], tokens[at - 1]].find(
    (token) => token !== undefined && token.startOffset <= offset && offset <= endOf(token),
  );
}

/** The index of the last token that begins at an offset or before it; −1 where there is none. */
export function lastTokenFrom(tokens: readonly Token[], offset: number): number {
  let low = -1;
  let high = tokens.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.startOffset ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
