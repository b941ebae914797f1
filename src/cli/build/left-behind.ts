import { posix } from 'node:path';
import type { FileSystem } from '../../project/file-system.ts';
import { absolutePath, parentFolder, relativePath } from '../../project/path.ts';
import type { PictureMetadata } from '../../render/metadata.ts';
import type { Project } from '../open-project.ts';
import type { Shell } from '../shell.ts';
import { pictureAt } from './page-files.ts';
import type { OutputPlan } from './plan-outputs.ts';
import { placeKey } from './refuse-collisions.ts';

/** A picture that flowc made and that nothing makes any more. */
export interface LeftPicture {
  readonly path: string;
  /** No link may lead out of it. */
  readonly root: string;
  /** By hand, since it was drawn. */
  readonly isEdited: boolean;
}

/**
 * The pictures of flows that are no more, or have another name by now: those that say of themselves which file they are of, that lie
 * where this run draws the flows of that file, and that none of its flows would be drawn as, in whatever format. A file
 * that was not asked for, or has an error of the language, may still have such a flow. Nothing is said of pictures
 * whose name somebody chose, and of JSON, which does not say who made it. `folders` are those that were searched for flows.
 */
export function leftBehind(
  shell: Shell,
  project: Project,
  { outputs, folders, kind }: OutputPlan,
  searched: readonly string[],
): readonly LeftPicture[] {
  if (kind === 'file' || kind === 'standard-output') return [];
  const made = new Set(
    outputs.flatMap(({ place }) => (place === undefined ? [] : placeKey(stemOf(place.path)))),
  );
  const asked = new Map(project.asked.map((file) => [file.absolutePath, file]));

  const mayMake = (source: string, path: string, { page }: PictureMetadata): boolean => {
    const file = asked.get(source);
    if (file === undefined) return [source, ...namesakes(source, path)].some((each) => isOther(each));
    const { diagnostics = [] } = project.understood.get(file.path) ?? {};
    if (diagnostics.some(({ severity }) => severity === 'error')) return true;
    // It was drawn as pages, and may be again.
    return page !== undefined && page.pages > 1 && made.has(placeKey(stemOf(stemOf(path))));
  };
  const isOther = (source: string): boolean => !asked.has(source) && shell.files.kind(source) !== undefined;

  const outs = new Set(outputs.flatMap(({ place }) => place?.root ?? []));
  // Beside the flows, folders that were searched are their own, and what lies further in was searched as well.
  const beside = kind === 'folder' ? [] : searched;
  for (const folder of beside) outs.delete(folder);
  const places = new Set([...beside, ...[...outs].flatMap((out) => foldersBelow(shell.files, out))]);
  const left = [...places].flatMap((folder) =>
    shell.files.list(folder).flatMap(({ name, kind: entryKind }): readonly LeftPicture[] => {
      const format = (['svg', 'png'] as const).find((each) => name.endsWith(`.${each}`));
      const path = absolutePath(folder, name);
      if (entryKind !== 'file' || format === undefined || made.has(placeKey(stemOf(path)))) return [];
      const picture = pictureAt(shell, format, path);
      if (picture?.source === undefined) return [];
      const source = absolutePath(folder, picture.source);
      const place = folders(source, project.configurations.configurationFor(source));
      if (place?.path !== folder || mayMake(source, path, picture)) return [];
      return [{ path, root: place.root, isEdited: picture.actual !== picture.content }];
    }),
  );
  return left.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Removes them, but for those that someone has drawn into, which are no `what` any more; says how many. */
export function removeLeft(shell: Shell, left: readonly LeftPicture[], what: string): number {
  for (const { path, isEdited, root } of left)
    if (!isEdited) shell.files.remove(path, root);
    else
      shell.stderr.write(
        `warning: ${relativePath(shell.cwd, path)} is no ${what} any more; it was edited by hand, so it stays\n`,
      );
  return left.filter(({ isEdited }) => !isEdited).length;
}

const stemOf = (path: string): string => path.replace(/\.[^./]*$/, '');

/** Files beside a flow's, for one of whose flows a picture may be named: `a.b.flow` and `a.flow` for `a.b.c.svg`. */
function namesakes(source: string, path: string): readonly string[] {
  const found: string[] = [];
  const name = posix.basename(path);
  for (let end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1))
    found.push(absolutePath(parentFolder(source), `${name.slice(0, end)}.flow`));
  return found;
}

/** A folder and all below it but those that a search leaves out as well; none where there is no such folder. */
function foldersBelow(files: FileSystem, root: string): readonly string[] {
  const folders = files.kind(root) === 'folder' ? [root] : [];
  for (const folder of folders)
    for (const { name, kind } of files.list(folder))
      if (kind === 'folder' && name !== 'node_modules' && !name.startsWith('.'))
        folders.push(absolutePath(folder, name));
  return folders;
}
