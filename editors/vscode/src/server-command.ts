/** The program that speaks the protocol: a module for Node and what it is called with. */
export interface ServerCommand {
  readonly module: string;
  readonly args: readonly string[];
  /** For people. */
  readonly says: string;
}

export interface ServerWishes {
  readonly source: 'project' | 'bundled';
  /** The setting `flowc.server.path`; empty for none. */
  readonly path: string;
  /** The folders of the workspace: absolute paths. */
  readonly folders: readonly string[];
  /** Code of a folder that is not trusted is not run. */
  readonly isTrusted: boolean;
  /** The server that comes with the extension. */
  readonly bundled: string;
  readonly exists: (path: string) => boolean;
  readonly join: (...parts: string[]) => string;
}

/** Chooses the flowc that is meant: the one of the setting, else that of the project, else that of the extension. */
export function serverCommand({
  source,
  path,
  folders,
  isTrusted,
  bundled,
  exists,
  join,
}: ServerWishes): ServerCommand {
  if (isTrusted && path !== '') return { module: path, args: ['lsp'], says: `flowc at ${path}` };
  const own = folders.map((folder) => join(folder, 'node_modules', 'flowc', 'bin', 'flowc.js')).find(exists);
  return isTrusted && source === 'project' && own !== undefined
    ? { module: own, args: ['lsp'], says: `the project’s own flowc, ${own}` }
    : { module: bundled, args: [], says: 'the flowc of the extension' };
}
