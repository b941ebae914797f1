import type { FileSystem } from '../project/file-system.ts';
import type { ConfigurationFinder } from '../project/find-configuration.ts';
import { findFiles } from '../project/find-files.ts';
import { isFlowName } from '../project/flow-name.ts';
import { absolutePath, isWithin, parentFolder } from '../project/path.ts';

/** An editor may open a whole home folder: no more folders than these are searched. */
const mostFolders = 5000;

/**
 * The flow files among which a name can be used: those below the folders that are open in the editor. For an open file
 * that lies in none of these, those below the folder of its nearest configuration or, where it has none, those beside
 * it. All paths are absolute.
 */
export function findProjectFiles(
  fileSystem: FileSystem,
  configurations: ConfigurationFinder,
  folders: readonly string[],
  open: readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const roots = new Set(folders);
  for (const path of open) {
    if (folders.some((folder) => isWithin(folder, path))) continue;
    const folder = parentFolder(path);
    const configuration = configurations.nearest(folder);
    if (configuration !== undefined) roots.add(parentFolder(configuration));
    else
      for (const { name, kind } of fileSystem.list(folder))
        if (kind === 'file' && isFlowName(name)) found.add(absolutePath(folder, name));
  }
  const bounded = listingAtMost(fileSystem, mostFolders);
  for (const root of roots) for (const { path } of findFiles(bounded, root, [root]).files) found.add(path);
  return found;
}

/** A disk on which all folders but the first that are listed seem empty. */
function listingAtMost(fileSystem: FileSystem, most: number): FileSystem {
  let listed = 0;
  return {
    ...fileSystem,
    list(folder) {
      listed += 1;
      return listed > most ? [] : fileSystem.list(folder);
    },
  };
}
