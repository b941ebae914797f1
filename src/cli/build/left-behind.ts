import { posix } from 'node:path';
import { outputs as allOutputs } from '../../output/registry.ts';
import type { FileSystem } from '../../project/file-system.ts';
import { absolutePath, parentFolder, relativePath } from '../../project/path.ts';
import type { PictureMetadata } from '../../render/metadata.ts';
import type { Project } from '../open-project.ts';
import type { Shell } from '../shell.ts';
import { pictureAt } from './page-files.ts';
import type { OutputPlan, PlannedPicture } from './plan-outputs.ts';
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
 * The pictures of flows that are no more, or have another name by now: those that say of themselves which file they are
 * of, that lie where this run draws the flows of that file, and that none of its flows would be drawn as, in whatever
 * format. A file that was not asked for, or has an error of the language, may still have such a flow. Nothing is said
 * of pictures whose name somebody chose, and of JSON, which does not say who made it. `searched` are the folders in
 * which flows were looked for.
 */
export function leftBehind(
  shell: Shell,
  project: Project,
  { outputs, folders, kind }: OutputPlan,
  searched: readonly string[],
): readonly LeftPicture[] {
  if (kind === 'file' || kind === 'standard-output') return [];
  const isMade = madeNames(outputs);
  const asked = new Map(project.asked.map((file) => [file.absolutePath, file]));
  const isElsewhere = (file: string): boolean => !asked.has(file) && shell.files.kind(file) !== undefined;

  /** Whether a flow of that file may make a picture that this run does not make. */
  const mayMake = (source: string, path: string, { page }: PictureMetadata): boolean => {
    const file = asked.get(source);
    if (file === undefined) return [source, ...namesakes(source, path)].some(isElsewhere);
    const diagnostics = project.session.languageErrors(file.path);
    if (diagnostics.some(({ severity }) => severity === 'error')) return true;
    // A sheet of a chart that is whole now, and may be folded again.
    return page !== undefined && page.pages > 1 && isMade(stemOf(path), []);
  };

  const left = picturePlaces(shell.files, outputs, kind === 'folder' ? [] : searched).flatMap((folder) => {
    const entries = shell.files.list(folder).filter(({ kind: each }) => each === 'file');
    const paths = entries.map(({ name }) => absolutePath(folder, name));
    return paths.flatMap((path): readonly LeftPicture[] => {
      const output = allOutputs.find(({ extension }) => path.endsWith(`.${extension}`));
      if (output === undefined || isMade(path, paths)) return [];
      const picture = pictureAt(shell, output.name, path);
      if (picture?.source === undefined) return [];
      const source = absolutePath(folder, picture.source);
      const place = folders(source, project.configurations.configurationFor(source));
      if (place?.path !== folder || mayMake(source, path, picture)) return [];
      return [{ path, root: place.root, isEdited: picture.actual !== picture.content }];
    });
  });
  return left.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Tells whether a picture has the name of one that is made, in whatever format. One whose letters differ in size only
 * may be the same file, unless the right one lies beside it as well.
 */
function madeNames(outputs: readonly PlannedPicture[]): (path: string, beside: readonly string[]) => boolean {
  const names = new Set(outputs.flatMap(({ place }) => (place === undefined ? [] : stemOf(place.path))));
  const keys = new Set([...names].map(placeKey));
  return (path, beside) =>
    names.has(stemOf(path)) ||
    (keys.has(placeKey(stemOf(path))) &&
      !beside.some((other) => names.has(stemOf(other)) && placeKey(other) === placeKey(path)));
}

/**
 * The folders in which this run may have left pictures: those beside the flows that were searched, and all below output
 * folders.
 */
function picturePlaces(
  files: FileSystem,
  outputs: readonly PlannedPicture[],
  searched: readonly string[],
): readonly string[] {
  const places = new Set(searched);
  // What was searched was searched to its depth.
  const roots = new Set(
    outputs.flatMap(({ place }) => place?.root ?? []).filter((root) => !places.has(root)),
  );
  for (const root of roots) for (const folder of foldersBelow(files, root)) places.add(folder);
  return [...places];
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
