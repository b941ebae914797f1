import { run } from '../../src/cli/run.ts';
import type { OutputStream, Shell } from '../../src/cli/shell.ts';
import { absolutePath } from '../../src/project/path.ts';
import { memoryFileSystem } from '../project/memory-file-system.ts';

/** How a command ended, and all that it left behind. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The bytes on standard output. */
  readonly bytes: Uint8Array;
  /** All files afterwards, by their path in the current folder. */
  readonly files: Readonly<Record<string, string>>;
  /** The files that were written, those with the same content as before left out. */
  readonly written: readonly string[];
}

export interface World {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly isTerminal?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  /** Answers to questions, in order. */
  readonly answers?: readonly string[];
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** A shell in a world of its own, and what it leaves behind. Files are named from the current folder. */
export function worldOf(world: World) {
  const { cwd = '/p', stdin = '', isTerminal = false, environment = {}, answers = [] } = world;
  const disk = new Map(
    Object.entries(world.files ?? {}).map(([path, content]) => [absolutePath(cwd, path), bytesOf(content)]),
  );
  const written: string[] = [];
  const questions = [...answers];
  const streams = { out: [] as Uint8Array[], err: [] as Uint8Array[] };
  const stream = (chunks: Uint8Array[]): OutputStream => ({
    isTerminal,
    columns: 80,
    write: (content) => void chunks.push(bytesOf(content)),
  });
  const fileSystem = () => memoryFileSystem(Object.fromEntries(disk));
  const shell: Shell = {
    cwd,
    environment,
    stdout: stream(streams.out),
    stderr: stream(streams.err),
    stdin: { isTerminal, read: async () => bytesOf(stdin) },
    ask: async (_, proposed) => questions.shift() ?? proposed,
    today: () => '2026-11-21',
    serveEditor: () => Promise.resolve(),
    untilInterrupted: () => Promise.resolve(),
    files: {
      read: (path) => fileSystem().read(path),
      kind: (path) => fileSystem().kind(path) ?? (path === cwd ? 'folder' : undefined),
      list: (folder) => fileSystem().list(folder),
      write(path, content) {
        const before = disk.get(path);
        if (before !== undefined && Buffer.from(before).equals(content)) return false;
        disk.set(path, content);
        written.push(path.slice(cwd.length + 1));
        return true;
      },
      remove: (path) => void disk.delete(path),
      removeLeftovers: () => {},
    },
  };
  return { cwd, shell, disk, written, streams };
}

/** Runs a command line in a world of its own. */
export async function flowc(argv: readonly string[], world: World = {}): Promise<Ran> {
  const { cwd, shell, disk, written, streams } = worldOf(world);
  const code = await run(argv, shell);
  const text = (chunks: readonly Uint8Array[]): string => Buffer.concat(chunks).toString('utf8');
  return {
    code,
    out: text(streams.out),
    err: text(streams.err),
    bytes: Buffer.concat(streams.out),
    files: Object.fromEntries(
      [...disk].map(([path, content]) => [path.slice(cwd.length + 1), Buffer.from(content).toString('utf8')]),
    ),
    written,
  };
}

/** A flow without findings. */
export const cleanFlow = (id: string): string =>
  `flow ${id}\ntouchpoint phone "Customer calls"\nstep answer "Answer the call"\nend done "Answered"\n`;

/** A flow with one error of a rule: it has no end. */
export const endlessFlow = (id: string): string =>
  `flow ${id}\ntouchpoint phone "Customer calls"\nstep answer "Answer the call"\n`;
