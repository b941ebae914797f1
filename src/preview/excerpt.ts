export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  /** The stretch that is meant, in UTF-16 units from 0; undefined in the lines around it. */
  readonly marked?: { readonly start: number; readonly end: number };
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly end: { readonly line: number; readonly column: number };
}

/** The lines of a text around a place, at most `most` of those that are meant. */
export function excerpt(
  text: string,
  { line, column, end }: Place,
  around = 2,
  most = 12,
): readonly ExcerptLine[] {
  const lines = text.split(/\r?\n/);
  const lastMarked = Math.min(end.line, line + most - 1);
  const first = Math.max(1, line - around);
  const last = Math.min(lines.length, lastMarked + around);
  return lines.slice(first - 1, last).map((content, at): ExcerptLine => {
    const number = first + at;
    if (number < line || number > lastMarked) return { number, text: content };
    const start = number === line ? column - 1 : content.length - content.trimStart().length;
    const stop = number === end.line ? end.column - 1 : content.length;
    return { number, text: content, marked: { start, end: Math.max(stop, start) } };
  });
}
