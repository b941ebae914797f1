/** Tells how long a text is. The same text gives the same length on every machine. */
export interface TextMeasurer {
  /**
   * The advance of one line in px when set in Noto Sans (of the script it is in) at `size` px, laid out in the given
   * base direction. Total on any string; characters that no font has count as the missing-glyph box.
   */
  width(text: string, size: number, rightToLeft: boolean): number;
}
