/** A place for people and for other programs: both from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Translates between offsets and lines of one text. Lines end in LF, CRLF or the end of the text. */
export interface LineIndex {
  readonly lineCount: number;
  /** Offsets outside of the text count as its nearest end. */
  position(offset: number): Position;
  offset(position: Position): number;
  /** The text of a line without its line break; empty outside of the text. */
  line(line: number): string;
}

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (line: number): number => starts[line - 1] ?? text.length;
  return {
    lineCount: starts.length,
    position(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (startOf(middle + 1) <= inside) low = middle;
        else high = middle;
      }
      return { line: low + 1, column: inside - startOf(low + 1) + 1 };
    },
    offset({ line, column }) {
      if (line < 1) return 0;
      return Math.min(startOf(line) + Math.max(0, column - 1), startOf(line + 1));
    },
    line(line) {
      if (line < 1 || line > starts.length) return '';
      let end = startOf(line + 1);
      if (end > startOf(line) && text[end - 1] === '\n') end -= text[end - 2] === '\r' ? 2 : 1;
      return text.slice(startOf(line), end);
    },
  };
}
