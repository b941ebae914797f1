import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bin } from '../cli/built-flowc.ts';

/** What the packed command line runs in: a Node, a folder, and what is remembered from the run before. */
export interface Circumstances {
  readonly node: string;
  readonly folder: string;
  readonly cache: 'off' | 'own';
}

/** How a process ended, and all that it said and loaded. */
export interface PackedRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Paths and addresses. */
  readonly loaded: readonly string[];
}

export interface RunOptions {
  /** Acts as if it spoke with a terminal. */
  readonly terminal?: boolean;
  /** Is called when it has started, and whenever it has said more; its input stays open. */
  readonly meanwhile?: (child: ChildProcessWithoutNullStreams, out: string, err: string) => void;
}

/** Runs `bin/flowc.js` as its users do, and takes down what it loads. */
export async function packedFlowc(
  { node, folder, cache }: Circumstances,
  argv: readonly string[],
  { terminal = false, meanwhile }: RunOptions = {},
): Promise<PackedRun> {
  const loads = join(folder, '..', 'loads');
  writeFileSync(loads, '');
  const child = spawn(node, [bin, ...argv], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      XDG_CACHE_HOME: join(folder, '..', 'cache'),
      FLOWC_CACHE: cache === 'off' ? 'off' : '',
      FLOWC_TEST_LOADS: loads,
      FLOWC_TEST_TERMINAL: terminal ? 'yes' : '',
      NODE_OPTIONS: `--require="${join(import.meta.dirname, 'record-loads.cjs').replaceAll('\\', '/')}"`,
    },
  });
  // What waits for something that never comes is a failure, not the end of the tests.
  const impatience = setTimeout(() => child.kill('SIGKILL'), 60_000);
  const said = { out: '', err: '' };
  const more = (stream: 'out' | 'err') => (text: string) => {
    said[stream] += text;
    meanwhile?.(child, said.out, said.err);
  };
  child.stdout.setEncoding('utf8').on('data', more('out'));
  child.stderr.setEncoding('utf8').on('data', more('err'));
  if (meanwhile === undefined) child.stdin.end();
  else meanwhile(child, '', '');
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(impatience);
  return { code, ...said, loaded: readFileSync(loads, 'utf8').split('\n') };
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
