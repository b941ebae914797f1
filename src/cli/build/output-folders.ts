import { posix } from 'node:path';
import type { Configuration } from '../../project/find-configuration.ts';
import { absolutePath, commonFolder, isWithin, parentFolder } from '../../project/path.ts';

/** The folder for the pictures of a file, and the one that no link may lead out of. Both are absolute. */
export interface OutputFolder {
  readonly path: string;
  readonly root: string;
}

/**
 * The folder into which flowc draws the flows of a file, given by its absolute path; undefined where `-o` names a place
 * that is not for it.
 */
export type OutputFolders = (path: string, configuration: Configuration) => OutputFolder | undefined;

/**
 * One rule for all forms of asking: below an output folder stands the tree of the flows, below the innermost folder
 * that holds all that was asked for. That is the folder itself where one was named, and that of a file where one was.
 * The `out` of a configuration holds the tree below that configuration. Else pictures stand beside their flows.
 */
export function outputFolders(cwd: string, out: string | undefined, roots: readonly string[]): OutputFolders {
  const [first = cwd] = roots;
  const common = commonFolder(first, roots);
  const target = out === undefined ? undefined : absolutePath(cwd, out);
  return (path, configuration) => {
    const beside = parentFolder(path);
    if (target === undefined) return configuredFolder(beside, configuration);
    return isWithin(common, beside) ? { root: target, path: within(target, common, beside) } : undefined;
  };
}

/** The folder into which flows are drawn if no `-o` says otherwise. */
export function configuredFolder(beside: string, { out, path }: Configuration): OutputFolder {
  if (out === undefined || path === undefined) return { root: beside, path: beside };
  return { root: out, path: within(out, parentFolder(path), beside) };
}

const within = (target: string, root: string, folder: string): string =>
  posix.join(target, posix.relative(root, folder));
