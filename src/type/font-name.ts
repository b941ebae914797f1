/**
 * The fonts that text is measured and drawn in, in the order in which a viewer should try them. Regular weight only:
 * flowc sets nothing in bold, so that one width holds for all.
 */
export const fontNames = [
  'Noto Sans',
  'Noto Sans Hebrew',
  'Noto Sans Arabic',
  'Noto Sans Telugu',
  'Noto Sans Devanagari',
  'Noto Sans Thai',
  'Noto Emoji',
  'Noto Sans Math',
  'Noto Sans Symbols 2',
  'Noto Sans SC',
  'Noto Sans TC',
  'Noto Sans JP',
  'Noto Sans KR',
] as const;
export type FontName = (typeof fontNames)[number];

/** The source of fonts, and of what else measuring reads. */
export interface FontFiles {
  /**
   * The bytes of a TrueType or OpenType font. Undefined when it is not there, as the Chinese, Japanese, Korean and
   * emoji fonts usually are: those are measured without one.
   */
  read(name: FontName): Uint8Array | undefined;
  /** Fonts that the user has named, for characters that none of the others has. */
  readOwn?(): readonly Uint8Array[];
  /** The patterns by which words of a language are divided, as the package `hyphenopoly` has them. */
  readPatterns?(name: string): Uint8Array | undefined;
}
