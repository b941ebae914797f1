import type { Shell } from './shell.ts';

/** How a person here starts flowc: what stands in front of a command that is to be typed. */
export type TypedCommand = 'flowc' | 'npx flowc';

/**
 * `npx flowc` where the person's own search path has no flowc, as in a clone and in a project that has it among its
 * packages. What npm puts in front of that path while it runs something, folders named `node_modules/.bin`, is not the
 * person's.
 */
export function typedCommand({ environment, files }: Pick<Shell, 'environment' | 'files'>): TypedCommand {
  const path = environment['PATH'] ?? environment['Path'];
  if (path === undefined) return 'flowc';
  // Windows parts folders with `;`, since `:` stands behind the letter of a drive.
  const folders = path.split(path.includes(';') || /^[A-Za-z]:[\\/]/.test(path) ? ';' : ':');
  const isOnPath = folders
    .map((folder) => folder.replaceAll('\\', '/').replace(/\/+$/, ''))
    .filter((folder) => folder !== '' && !folder.endsWith('/node_modules/.bin'))
    .some((folder) => files.kind(`${folder}/flowc`) === 'file');
  return isOnPath ? 'flowc' : 'npx flowc';
}
