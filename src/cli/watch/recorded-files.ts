import { type FileSystem, isUnreadable } from '../../project/file-system.ts';
import { parentFolder } from '../../project/path.ts';
import { fingerprint } from '../../render/metadata.ts';
import type { FileWriter } from '../shell.ts';

/** A disk that remembers what was asked of it, so that it can tell whether it would answer otherwise now. */
export interface RecordedFiles {
  readonly files: FileSystem & FileWriter;
  /** The folders in which something was found or should have been: those in which a change is worth a look. */
  folders(): ReadonlySet<string>;
  /** The paths of which the disk says something else by now; what was written through this counts as known. */
  changed(): readonly string[];
}

/**
 * Everything that a command depends on is what it asks the disk: the files that it reads, those that it finds missing,
 * the folders that it looks through. So nothing has to be listed by hand, whatever a flow uses or a configuration
 * extends.
 */
export function recordFiles(disk: FileSystem & FileWriter): RecordedFiles {
  const questions = {
    read: new Map<string, string>(),
    kind: new Map<string, string>(),
    list: new Map<string, string>(),
  };
  const answers: Readonly<Record<keyof typeof questions, (path: string) => string>> = {
    read: (path) => readAnswer(disk.read(path)),
    kind: (path) => disk.kind(path) ?? '',
    list: (folder) => listAnswer(disk.list(folder)),
  };
  return {
    files: {
      read(path) {
        const content = disk.read(path);
        questions.read.set(path, readAnswer(content));
        return content;
      },
      kind(path) {
        const kind = disk.kind(path);
        questions.kind.set(path, kind ?? '');
        return kind;
      },
      list(folder) {
        const entries = disk.list(folder);
        questions.list.set(folder, listAnswer(entries));
        return entries;
      },
      write(path, content, root) {
        const written = disk.write(path, content, root);
        questions.read.set(path, fingerprint(content));
        return written;
      },
      remove(path, root) {
        disk.remove(path, root);
        questions.read.set(path, readAnswer(disk.read(path)));
      },
      removeLeftovers: (folder) => disk.removeLeftovers(folder),
    },
    folders: () =>
      new Set([
        ...questions.list.keys(),
        ...[...questions.read.keys(), ...sought(questions.kind)].map(parentFolder),
      ]),
    changed: () => [
      ...new Set(
        (['read', 'kind', 'list'] as const).flatMap((kind) =>
          [...questions[kind]]
            .filter(([path, before]) => answers[kind](path) !== before)
            .map(([path]) => path),
        ),
      ),
    ],
  };
}

/** Configurations are looked for in every folder up to the root: a place where there is none needs no watching. */
const sought = (kinds: ReadonlyMap<string, string>): readonly string[] =>
  [...kinds].filter(([path, kind]) => kind !== '' || !path.endsWith('.json')).map(([path]) => path);

const readAnswer = (content: ReturnType<FileSystem['read']>): string =>
  isUnreadable(content) ? content.reason : fingerprint(content);

/** Pictures come and go beside the flows: only what a search would look at counts. */
const listAnswer = (entries: ReturnType<FileSystem['list']>): string =>
  entries
    .filter(({ name, kind }) => kind === 'folder' || name.endsWith('.flow'))
    .map(({ name, kind }) => `${kind}/${name}`)
    .sort()
    .join('\n');
