import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeShell } from '../../src/cli/node-shell.ts';
import type { OutputStream, Shell } from '../../src/cli/shell.ts';

/** A shell on a folder of the real disk, which remembers what was written to its streams. */
export interface DiskShell {
  readonly folder: string;
  readonly shell: Shell;
  out(): string;
  err(): string;
  /** Waits until something holds; fails with what is on the streams where it never does. */
  until(holds: () => boolean | Promise<boolean>): Promise<void>;
  write(path: string, text: string): void;
  interrupt(): void;
  remove(): void;
}

export function diskShell(files: Readonly<Record<string, string>>): DiskShell {
  const folder = mkdtempSync(join(tmpdir(), 'flowc-watch-'));
  const streams = { out: '', err: '' };
  const stream = (name: 'out' | 'err'): OutputStream => ({
    isTerminal: false,
    columns: 80,
    write(content) {
      streams[name] += String(content);
    },
  });
  const interruption = Promise.withResolvers<void>();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    folder,
    shell: {
      ...nodeShell(() => Promise.resolve()),
      cwd: folder,
      environment: {},
      stdout: stream('out'),
      stderr: stream('err'),
      today: () => '2026-11-21',
      untilInterrupted: () => interruption.promise,
    },
    out: () => streams.out,
    err: () => streams.err,
    write,
    interrupt: interruption.resolve,
    remove: () => rmSync(folder, { recursive: true, force: true }),
    async until(holds) {
      for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
        if (await holds()) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`waited in vain; standard error:\n${streams.err}`);
    },
  };
}
