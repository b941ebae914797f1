import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Run {
  /** From start to end, in ms. */
  readonly time: number;
  readonly ok: boolean;
  /** The end of what it wrote on standard error. */
  readonly said: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** After which it is killed, in ms. */
  readonly timeout: number;
  /** Told the memory of the process and of all that it started, in bytes, some fifty times a second. */
  readonly onMemory?: (bytes: number) => void;
}

/** Runs a command as a process of its own, with nothing to read. */
export function run(command: readonly string[], options: RunOptions): Promise<Run> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    let said = '';
    const start = performance.now();
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.environment },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    child.stderr.on('data', (data) => {
      said = `${said}${data}`.slice(-300);
    });
    // The whole group: a browser is not one process.
    const stop = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(stop, options.timeout);
    const { onMemory } = options;
    const watch = onMemory && setInterval(() => onMemory(memoryOf(child.pid ?? 0)), 20);
    const end = (ok: boolean): void => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve({ time: performance.now() - start, ok, said: said.trim() });
    };
    child.on('error', (error) => {
      said = error.message;
      end(false);
    });
    child.on('exit', (code) => end(code === 0));
  });
}

/** What a process and its descendants hold, shared pages counted by parts (PSS). Linux only; 0 elsewhere. */
function memoryOf(root: number): number {
  try {
    const children = new Map<number, number[]>();
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const stat = readIfThere(`/proc/${name}/stat`);
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    }
    let bytes = 0;
    const open = [root];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      bytes += 1024 * Number(/^Pss:\s+(\d+)/m.exec(readIfThere(`/proc/${next}/smaps_rollup`))?.[1] ?? 0);
      open.push(...(children.get(next) ?? []));
    }
    return bytes;
  } catch {
    return 0;
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
