import { realpathSync } from 'node:fs';
import { isWithin, parentFolder } from '../../project/path.ts';
import type { Project } from '../open-project.ts';

/**
 * Tells whether a file, by its absolute path, is one that a preview may show: it really lies in the folder of the
 * project or in one that was asked for. What a flow `use`s elsewhere is read to check it, and shown to nobody.
 */
export function placesToShow(cwd: string, project: Project): (path: string) => boolean {
  const nearest = project.configurations.nearest(cwd);
  const roots = new Set([
    nearest === undefined ? cwd : parentFolder(nearest),
    ...project.asked.map(({ root }) => root),
  ]);
  const real = [...roots].flatMap((root) => realPath(root) ?? []);
  return (path) => {
    const place = realPath(path);
    return place !== undefined && real.some((root) => isWithin(root, place));
  };
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path).replaceAll('\\', '/');
  } catch {
    return undefined;
  }
}
