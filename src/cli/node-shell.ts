import { diskFileSystem } from './file-system.ts';
import type { OutputStream, Shell } from './shell.ts';
import { diskFileWriter } from './write-file.ts';

/** The real world: this process, its streams, the disk. */
export const nodeShell = (): Shell => ({
  cwd: process.cwd().replaceAll('\\', '/'),
  environment: process.env,
  stdout: streamOf(process.stdout),
  stderr: streamOf(process.stderr),
  files: { ...diskFileSystem, ...diskFileWriter },
  stdin: {
    isTerminal: process.stdin.isTTY === true,
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
  today() {
    const now = new Date();
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
  untilInterrupted: () =>
    new Promise((resolve) => {
      // Once each: the second Ctrl-C ends the process, whatever it is doing.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    }),
});

const streamOf = (stream: NodeJS.WriteStream): OutputStream => ({
  isTerminal: stream.isTTY === true,
  columns: stream.columns ?? 80,
  write: (content) => void stream.write(content),
});
