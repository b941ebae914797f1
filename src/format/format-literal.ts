import type { Identifier, StringLiteral } from '../syntax/ast.ts';
import type { DurationLiteral } from '../syntax/duration-literal.ts';
import { indentationOf, isBlank } from '../text/blank.ts';
import { withLineFeeds } from '../text/line-break.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';

export const textOf = (source: Source, span: Span): string => source.text.slice(span.start, span.end);

/** An arrow in the one way, unless it is one that the language does not have. */
export const formattedArrow = (source: Source, span: Span): string => {
  const written = textOf(source, span);
  return written === '→' ? '->' : written;
};

/** The first word in a stretch, behind blanks, line breaks and comments; empty where there is none. */
export function firstWord({ text }: Source, { start, end }: Span): Span {
  let at = start;
  for (let rest = text.slice(at, end); ; rest = text.slice(at, end)) {
    const skipped = /^(?:\s+|(?:#|\/\/)[^\n]*)/.exec(rest)?.[0].length ?? 0;
    if (skipped === 0) return { start: at, end: at + (/^[^\s#/"{}→-]*/.exec(rest)?.[0].length ?? 0) };
    at += skipped;
  }
}

/** A name as it is written: no form of Unicode is put upon it. */
export const identifierText = (source: Source, { span }: Identifier): string => textOf(source, span);

/**
 * A label in straight quotes. One in `"""` keeps them only where it needs them, and then has its lines at
 * `indentation`.
 */
export function stringText(source: Source, literal: StringLiteral, indentation: number): string {
  const written = textOf(source, literal.span);
  if (written.startsWith('"""') && written.length >= 6) {
    const inner = written.slice(3, -3);
    if (inner.includes('\n')) return indented(withLineFeeds(inner), indentation) ?? written;
    return /["\\\r]/.test(inner) ? written : `"${inner}"`;
  }
  const isCurly = !written.startsWith('"') && /^[^'‘].*[“”‟«»‹›＂]$/.test(written);
  return isCurly ? `"${written.slice(1, -1).replaceAll(/\\[\s\S]|"/g, escaped)}"` : written;
}

const escaped = (written: string): string => (written === '"' ? '\\"' : written);

/** Undefined where text stands beside the quotes, so that moving lines would change it. */
function indented(inner: string, indentation: number): string | undefined {
  const lines = inner.split('\n');
  const [first = '', ...rest] = lines;
  const last = rest.pop() ?? '';
  if (!isBlank(first) || !isBlank(last)) return undefined;
  const depths = rest.filter((line) => !isBlank(line)).map(indentationOf);
  const shared = depths.length === 0 ? 0 : Math.min(...depths);
  const margin = ' '.repeat(indentation);
  const body = rest.map((line) => (isBlank(line) ? '' : margin + line.slice(shared)));
  return ['"""', ...body, `${margin}"""`].join('\n');
}

/**
 * What stands in a row, with the signs between that are written there: others than those of the language are for “lint
 * --fix”.
 */
export const rowText = <Item extends { readonly span: Span }>(
  source: Source,
  items: readonly Item[],
  textOfItem: (item: Item) => string,
  sign: ', ' | '..',
): string =>
  items
    .map((item, index) => {
      const before = items[index - 1];
      if (before === undefined) return textOfItem(item);
      const between = source.text.slice(before.span.end, item.span.start);
      const written = between.replaceAll(/(?:#|\/\/)[^\n]*/g, '').trim();
      return written === sign.trim() ? sign + textOfItem(item) : `${written} ${textOfItem(item)}`;
    })
    .join('');

/** A duration as it is written: its words are what is drawn. */
export const formattedDuration = (source: Source, { span }: DurationLiteral): string => textOf(source, span);
