import { resolvePath } from '../text/relative-path.ts';
import { configurationName } from './configuration.ts';
import { type FileSystem, isUnreadable } from './file-system.ts';
import { findFiles } from './find-files.ts';
import { isFlowName } from './flow-name.ts';
import { absolutePath, ancestors, parentFolder } from './path.ts';

/**
 * The files that `use` one of the given ones, and are none of them: absolute paths. They tell whether a flow is called
 * and a name is needed, though nobody asked about them. They are looked for in the project of each file, the folder of
 * its nearest configuration; where there is none, beside the file only. Nothing is parsed: to look into a file too many
 * does no harm.
 */
export function findUsers(fileSystem: FileSystem, paths: readonly string[]): readonly string[] {
  const asked = new Set(paths);
  const folders = new Set(paths.map(parentFolder));
  const places = new Set([...folders].map((folder) => searchPlace(fileSystem, folder)));
  const candidates = new Set([...places].flatMap((place) => flowsIn(fileSystem, place)));
  return [...candidates].filter((path) => !asked.has(path) && usesOne(fileSystem, path, asked)).sort();
}

/** `/folder/` for all that is below a folder, `/folder` for what is right in it. */
function searchPlace(fileSystem: FileSystem, folder: string): string {
  const project = ancestors(folder).find(
    (each) => fileSystem.kind(absolutePath(each, configurationName)) === 'file',
  );
  return project === undefined ? folder : `${project}/`;
}

const flowsIn = (fileSystem: FileSystem, place: string): readonly string[] =>
  place.endsWith('/')
    ? findFiles(fileSystem, place, [place]).files.map(({ path }) => path)
    : fileSystem
        .list(place)
        .filter(({ name, kind }) => kind === 'file' && isFlowName(name))
        .map(({ name }) => absolutePath(place, name));

function usesOne(fileSystem: FileSystem, path: string, wanted: ReadonlySet<string>): boolean {
  const bytes = fileSystem.read(path);
  if (isUnreadable(bytes)) return false;
  const uses = new TextDecoder().decode(bytes).matchAll(/\buse\s*"([^"\n]*)"/g);
  return [...uses].some(([, written = '']) => {
    const resolved = resolvePath(path, written);
    return 'path' in resolved && wanted.has(resolved.path);
  });
}
