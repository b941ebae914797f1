/**
 * One `.flow` text. `path` is relative to the project, with `/`, and is the name under which other files `use` it.
 * `invalidBytes` are the places where the bytes were not UTF-8; the text has U+FFFD there.
 */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly invalidBytes?: readonly InvalidByte[];
  /** True if it was read from UTF-16, which is reported and not understood. */
  readonly isUtf16?: true;
}

/** `byte` counts bytes of the file from 0, `offset` UTF-16 units of the text. */
export interface InvalidByte {
  readonly byte: number;
  readonly offset: number;
}
