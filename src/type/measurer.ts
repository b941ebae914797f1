/** Tells how long a text is. The same text gives the same length on every machine. */
export interface TextMeasurer {
  /**
   * The advance of one line in px when set in Noto Sans (of the script it is in) at `size` px, laid out in the given
   * base direction. Total on any string; characters that no font has count as the missing-glyph box.
   */
  width(text: string, size: number, rightToLeft: boolean): number;
  /**
   * Finds the places at which a word may be divided with a hyphen: UTF-16 offsets inside of it, ascending. Not
   * there where nothing is known of the language.
   */
  readonly divisions?: (word: string) => readonly number[];
  /**
   * The measurer for texts in a language (BCP 47), with what is known of it. Not there in one that is for a
   * language already.
   */
  readonly inLanguage?: (language: string) => Promise<TextMeasurer>;
}
