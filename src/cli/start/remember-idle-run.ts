import type { UnreadableFile } from '../../project/file-system.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { OutputStream, Shell } from '../shell.ts';
import { listAnswer, type RememberedRead, readAnswer, rememberRun, stampOf } from './remembered-run.ts';

/** Runs a command, and remembers the run if all was well and there was nothing to do. */
export async function rememberIdleRun(
  shell: Shell,
  { cache, key }: { readonly cache: string; readonly key: string },
  run: (shell: Shell) => Promise<ExitCode>,
): Promise<ExitCode> {
  // Contents are hashed only if the run is remembered.
  const reads = new Map<string, { readonly stamp: string; readonly content: Uint8Array | UnreadableFile }>();
  const kinds = new Map<string, string>();
  const lists = new Map<string, string>();
  let said = '';
  let wasIdle = true;
  const isBusy = (): void => {
    wasIdle = false;
    reads.clear();
  };
  const { files, stdin, stdout, stderr } = shell;
  const code = await run({
    ...shell,
    files: {
      read(path) {
        // Before the content: a file that changes in between has another stamp the next time.
        const stamp = stampOf(path, Date.now());
        const content = files.read(path);
        if (wasIdle) reads.set(path, { stamp, content });
        return content;
      },
      kind(path) {
        const kind = files.kind(path);
        kinds.set(path, kind ?? '');
        return kind;
      },
      list(folder) {
        const entries = files.list(folder);
        lists.set(folder, listAnswer(entries));
        return entries;
      },
      write(path, content, root) {
        isBusy();
        return files.write(path, content, root);
      },
      remove(path, root) {
        isBusy();
        files.remove(path, root);
      },
      removeLeftovers: (folder) => files.removeLeftovers(folder),
    },
    stdin: {
      get isTerminal() {
        return stdin.isTerminal;
      },
      read() {
        isBusy();
        return stdin.read();
      },
    },
    stdout: heard(stdout, isBusy),
    stderr: heard(stderr, (content) => {
      said += content;
    }),
  });
  if (code === exitCodes.clean && wasIdle && isPlain(said))
    rememberRun(cache, { key, reads: digested(reads), kinds: [...kinds], lists: [...lists], said });
  return code;
}

function digested(
  reads: ReadonlyMap<string, { readonly stamp: string; readonly content: Uint8Array | UnreadableFile }>,
): readonly RememberedRead[] {
  return Array.from(reads, ([path, { stamp, content }]) => [path, readAnswer(content), stamp] as const);
}

/** One line, or none: nothing that the width of a terminal, or colours, could have made another. */
const isPlain = (said: string): boolean => !said.trimEnd().includes('\n') && !said.includes('\u001b');

const heard = (stream: OutputStream, hear: (content: string | Uint8Array) => void): OutputStream => ({
  get isTerminal() {
    return stream.isTerminal;
  },
  get columns() {
    return stream.columns;
  },
  write(content) {
    hear(content);
    stream.write(content);
  },
});
