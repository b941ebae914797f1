import { displayWidth } from '../diagnostic/display-width.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';

/** Something that stands in a row of its like: `text` is the piece after which the next one is lined up. */
export interface Alignable {
  readonly span: Span;
  /** Only neighbours of one group are lined up. */
  readonly group: string;
  readonly text: string;
  /** Whether it fills one line and no more; one that fills more is the last of its row. */
  readonly single: boolean;
}

/**
 * How wide the piece of each is to be made; 0 for those that stand alone. Undefined items separate rows, and so does an
 * item that a comment on a line of its own divides, or will.
 */
export function alignments(
  source: Source,
  items: readonly (Alignable | undefined)[],
  isDivided: (span: Span) => boolean,
): readonly number[] {
  const widths = items.map(() => 0);
  let from = 0;
  while (from < items.length) {
    let to = from + 1;
    while (to < items.length && follows(source, items[to - 1], items[to], isDivided)) to++;
    if (to - from > 1) {
      let widest = 0;
      for (const item of items.slice(from, to)) widest = Math.max(widest, displayWidth(item?.text ?? ''));
      widths.fill(widest, from, to);
    }
    from = to;
  }
  return widths;
}

function follows(
  source: Source,
  before: Alignable | undefined,
  item: Alignable | undefined,
  isDivided: (span: Span) => boolean,
): boolean {
  if (before === undefined || item === undefined || before.group !== item.group || !before.single)
    return false;
  const between = source.text.slice(before.span.end, item.span.start);
  // Those that stand on one line get a line each.
  return between.split('\n').length <= 2 && !isDivided({ start: before.span.start, end: item.span.start });
}
