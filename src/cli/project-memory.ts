import { sameData } from '../session/same-data.ts';
import { createSessionMemory, type Session } from '../session/session.ts';
import type { SessionInput } from '../session/session-input.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import type { Source } from '../text/source.ts';

/** What projects have in common that are opened one after the other: what was read, and what was made of it. */
export interface ProjectMemory {
  /** Reads a file by its absolute path, unless it is as it was the last time. */
  parse(source: Source): ParsedFile;
  /** Opens a session on files that have been read, by `Source.path`. */
  session(input: SessionInput, files: ReadonlyMap<string, ParsedFile>): Session;
}

/**
 * Makes a memory of what `parse` reads; with `remembers` false it is one for a single project, which records nothing.
 */
export function createProjectMemory(
  parse: (source: Source) => ParsedFile,
  remembers: boolean,
): ProjectMemory {
  const read = new Map<string, ParsedFile>();
  let latest: ReadonlyMap<string, ParsedFile> = new Map();
  const memory = createSessionMemory({
    remembers,
    parse: (source) => asBefore(latest, source) ?? parse(source),
  });
  return {
    parse(source) {
      const file = asBefore(read, source) ?? parse(source);
      if (remembers) read.set(source.path, file);
      return file;
    },
    session(input, files) {
      latest = files;
      return memory.session(input);
    },
  };
}

function asBefore(files: ReadonlyMap<string, ParsedFile>, source: Source): ParsedFile | undefined {
  const file = files.get(source.path);
  return file !== undefined && sameData(file.source, source) ? file : undefined;
}
