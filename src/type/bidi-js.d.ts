declare module 'bidi-js' {
  export interface EmbeddingLevels {
    readonly levels: Uint8Array;
    readonly paragraphs: readonly {
      readonly start: number;
      readonly end: number;
      readonly level: number;
    }[];
  }
  export interface Bidi {
    /** By UTF-16 units. */
    getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl' | 'auto'): EmbeddingLevels;
    /** The name of the Bidi_Class of the first code point. */
    getBidiCharTypeName(character: string): string;
  }
  /** The package's own types describe its other, bundler's build. */
  export default function bidiFactory(): Bidi;
}
