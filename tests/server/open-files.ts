import type { Snapshot } from '../../src/server/snapshot.ts';
import { createWorkspace, type Workspace } from '../../src/server/workspace.ts';
import { memoryFileSystem } from '../project/memory-file-system.ts';

/** Files as an editor has them, and where its cursor is. */
export interface OpenFiles {
  readonly workspace: Workspace;
  readonly snapshot: Snapshot;
  /** The file with the cursor; the first where there is none. */
  readonly path: string;
  readonly offset: number;
  readonly text: string;
}

/**
 * A project in the folder `/p`; a text alone is `/p/a.flow`. `|` marks the cursor, in one of the files; that one is
 * open, the others are on the disk.
 */
export function openFiles(marked: string | Readonly<Record<string, string>>): OpenFiles {
  const files = typeof marked === 'string' ? { 'a.flow': marked } : marked;
  const names = Object.keys(files);
  const name = names.find((each) => files[each]?.includes('|')) ?? names[0] ?? '';
  const written = files[name] ?? '';
  const offset = Math.max(0, written.indexOf('|'));
  const text = written.replace('|', '');
  const disk = Object.fromEntries(
    names.map((each) => [`/p/${each}`, each === name ? text : (files[each] ?? '')]),
  );
  const workspace = createWorkspace({ files: memoryFileSystem(disk), today: () => '2026-11-21' });
  workspace.setFolders(['/p']);
  const path = `/p/${name}`;
  workspace.edit(path, text);
  return { workspace, snapshot: workspace.snapshot(), path, offset, text };
}
