import ignore, { type Ignore } from 'ignore';
import type { FileSystem } from './file-system.ts';
import { isUnreadable } from './file-system.ts';
import { ancestors, relativePath } from './path.ts';

/** Tells which paths `.gitignore` files leave out. */
export interface IgnoredPaths {
  /**
   * `path` lies in the folder that this was asked for; the folders between were asked for before and are not ignored.
   */
  isIgnored(path: string, kind: 'file' | 'folder'): boolean;
  /** What is ignored in a folder further in, by its own `.gitignore` too if it has one. */
  in(folder: string): IgnoredPaths;
}

interface Rules {
  readonly folder: string;
  readonly matcher: Ignore;
}

/**
 * The `.gitignore` files that hold for a folder: its own and those above it, up to the root of its repository. Outside
 * of a repository, only its own and those below. A folder that is itself ignored was asked for by name: then what is
 * above it says nothing.
 */
export function ignoredPaths(fileSystem: FileSystem, folder: string): IgnoredPaths {
  const above = ancestors(folder);
  const repository = above.findIndex(
    (path) => fileSystem.kind(`${path === '/' ? '' : path}/.git`) !== undefined,
  );
  const chain = repository === -1 ? [folder] : above.slice(0, repository + 1);
  let rules: readonly Rules[] = [];
  for (const path of [...chain].reverse()) {
    const outer = withRules(fileSystem, rules);
    rules = outer.isIgnored(path, 'folder')
      ? rulesOf(fileSystem, path)
      : [...rules, ...rulesOf(fileSystem, path)];
  }
  return withRules(fileSystem, rules);
}

function withRules(fileSystem: FileSystem, rules: readonly Rules[]): IgnoredPaths {
  return {
    isIgnored(path, kind) {
      for (const { folder, matcher } of [...rules].reverse()) {
        if (path === folder) continue;
        const { ignored, unignored } = matcher.test(
          relativePath(folder, path) + (kind === 'folder' ? '/' : ''),
        );
        if (ignored || unignored) return ignored;
      }
      return false;
    },
    in(folder) {
      const own = rulesOf(fileSystem, folder);
      return own.length === 0 ? this : withRules(fileSystem, [...rules, ...own]);
    },
  };
}

function rulesOf(fileSystem: FileSystem, folder: string): readonly Rules[] {
  const bytes = fileSystem.read(`${folder === '/' ? '' : folder}/.gitignore`);
  if (isUnreadable(bytes)) return [];
  return [{ folder, matcher: ignore().add(new TextDecoder().decode(bytes)) }];
}
