import { diskFileSystem } from './file-system.ts';
import { endOfOutput } from './refused-output.ts';
import type { OutputStream, Shell } from './shell.ts';
import { today } from './today.ts';
import { diskFileWriter } from './write-file.ts';

interface ProcessStream extends OutputStream {
  /** Until all that was written has left the process, or is known never to. */
  drained(): Promise<void>;
}

/** The real world: this process, its streams, the disk. `serveEditor` comes from another room than the commands. */
export const nodeShell = (
  serveEditor: Shell['serveEditor'],
): Shell & { readonly stdout: ProcessStream; readonly stderr: ProcessStream } => ({
  cwd: process.cwd().replaceAll('\\', '/'),
  environment: process.env,
  stdout: streamOf(() => process.stdout),
  stderr: streamOf(() => process.stderr),
  files: { ...diskFileSystem, ...diskFileWriter },
  stdin: {
    get isTerminal() {
      return process.stdin.isTTY === true;
    },
    async read() {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  },
  async ask(question, proposed) {
    const { createInterface } = await import('node:readline/promises');
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    try {
      const answer = await terminal.question(`${question} (${proposed}) `);
      return answer.trim() === '' ? proposed : answer.trim();
    } finally {
      terminal.close();
    }
  },
  today,
  serveEditor,
  untilInterrupted: () =>
    new Promise((resolve) => {
      // Once each: the second Ctrl-C ends the process, whatever it is doing.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    }),
});

/** A stream of the process, which Node takes some ms to open: only once it is used. */
function streamOf(open: () => NodeJS.WriteStream): ProcessStream {
  let opened: NodeJS.WriteStream | undefined;
  const stream = (): NodeJS.WriteStream => {
    opened ??= open().on('error', endOfOutput);
    return opened;
  };
  return {
    get isTerminal() {
      return stream().isTTY === true;
    },
    get columns() {
      return stream().columns ?? 80;
    },
    write: (content) => void stream().write(content),
    drained: () =>
      new Promise((resolve) => {
        // What is written last is answered last, when all before it has been taken or refused.
        if (opened === undefined) resolve();
        else opened.write('', () => resolve());
      }),
  };
}
