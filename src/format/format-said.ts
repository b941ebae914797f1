import { displayWidth } from '../diagnostic/display-width.ts';
import type { Attribute, Percent } from '../syntax/ast.ts';
import type { Source } from '../text/source.ts';
import { areFree, asWritten, inOneOrder, type Said } from './attribute-order.ts';
import { attributeText, standsAlone } from './format-attributes.ts';
import { textOf } from './format-literal.ts';
import { indentStep, type LineWriter, lineWidth } from './line-writer.ts';

export interface SaidOptions {
  readonly percent?: Percent | undefined;
  /** Whether a branch follows, so that what is long stays on the line where it has room. */
  readonly isBeforeBranch?: boolean;
  /** Whether it stands in a chain, which has a line of its own anyway. */
  readonly isInChain?: boolean;
  /** Columns of the lines of a label in `"""`. */
  readonly indentation?: number;
}

/** Writes attributes and a percentage, in the one order where nothing but space stands between them. */
export function formatSaid(
  source: Source,
  attributes: readonly Attribute[],
  writer: LineWriter,
  options: SaidOptions = {},
): void {
  const { isBeforeBranch = false, isInChain = false, indentation = indentStep } = options;
  const written = asWritten(attributes, options.percent);
  const ordered = inOneOrder(written);
  const isMoved = ordered.some((each, at) => each !== written[at]);
  const isFree = isMoved && areFree(source, written);
  const start = written[0]?.span.start ?? 0;
  const end = written.at(-1)?.span.end ?? start;
  let alone = false;
  for (const [at, each] of (isFree ? ordered : written).entries()) {
    // What changes places is written for the stretch that all of it stands in.
    const span = isFree ? { start: at === 0 ? start : end, end } : each.span;
    const isAlone = each.kind !== 'percent' && standsAlone(each);
    if (!isBeforeBranch && !isInChain && (alone || isAlone)) {
      writer.continuation(span.start);
      alone = true;
    }
    for (const [place, piece] of piecesOf(source, each, indentation).entries())
      writer.put(piece, place === 0 ? span : { start: span.end, end: span.end }, { mayBreak: true });
  }
}

/** One piece, but for a list of times that no line has room for. */
function piecesOf(source: Source, each: Said, indentation: number): readonly string[] {
  if (each.kind === 'percent') return [textOf(source, each.span)];
  const text = attributeText(source, each, indentation);
  const isList = each.kind === 'within' || each.kind === 'takes';
  return isList && displayWidth(text) > lineWidth - 2 * indentStep ? text.split(/(?<=,) /) : [text];
}
