import type { DrawPicture } from '../preview/picture-maker.ts';
import type { FileSystem } from '../project/file-system.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import type { Source } from '../text/source.ts';

/** What a command writes to. */
export interface OutputStream {
  readonly isTerminal: boolean;
  /** The columns of a terminal; 80 elsewhere. */
  readonly columns: number;
  write(content: string | Uint8Array): void;
}

/** The world as a command sees it, so that tests can give it another one. */
export interface Shell {
  /** The current folder: absolute, with `/`. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly files: FileSystem & FileWriter;
  readonly stdin: {
    readonly isTerminal: boolean;
    read(): Promise<Uint8Array>;
  };
  /** Asks on the terminal; an empty answer is the proposed one. */
  ask(question: string, proposed: string): Promise<string>;
  /** `2026-11-21`, here. */
  today(): string;
  /** Speaks with an editor on standard input and output, until the editor says that it is over. */
  serveEditor(world: EditorWorld): Promise<void>;
  /** Resolves when whoever started a command that runs on and on has had enough: Ctrl-C. */
  untilInterrupted(): Promise<void>;
}

/** The world as a language server sees it. */
export interface EditorWorld {
  readonly files: FileSystem;
  /** `2026-11-21`. */
  readonly today: () => string;
  /** The version of flowc. */
  readonly version: string;
  /** Draws without keeping the server from its other answers. */
  readonly draw: DrawPicture;
  /** Reads every source. */
  readonly parse: (source: Source) => ParsedFile;
}

export interface FileWriter {
  /**
   * Puts a file in the place of what was there, all of it or none, making the folders it needs. Says whether that
   * changed anything; a file with the same bytes is not touched. Throws a `UsageError` where it cannot be written, or
   * where a symbolic link leads out of `root`. Paths are absolute, `path` lies in `root`.
   */
  write(path: string, content: Uint8Array, root: string): boolean;
  /** Removes a file, or the link that stands for it. Throws a `UsageError` as `write` does. */
  remove(path: string, root: string): void;
  /** Removes from a folder what a writer left there that was killed a minute ago or earlier. */
  removeLeftovers(folder: string): void;
}
