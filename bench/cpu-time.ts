import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface CpuRun {
  readonly cwd: string;
  /** A place for a file of the measurement's own. */
  readonly scratch: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Drives a command that runs on, and ends it in good order when it has seen enough. */
  readonly drive?: (child: ChildProcess) => Promise<void>;
}

/**
 * Runs a script of Node's, and gives the processor time of the process, in ms: of all its threads, from its start
 * until its `exit` event. Time on the clock depends on what else the machine does; this hardly does. Throws where the
 * command fails.
 */
export async function cpuTime(script: string, argv: readonly string[], run: CpuRun): Promise<number> {
  const note = join(run.scratch, 'cpu.txt');
  rmSync(note, { force: true });
  const child = spawn(
    process.execPath,
    ['--require', join(import.meta.dirname, 'note-cpu.cjs'), script, ...argv],
    {
      cwd: run.cwd,
      env: { ...process.env, FLOWC_BENCH_CPU: note, ...run.environment },
      stdio: [run.drive === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    },
  );
  let said = '';
  child.stderr?.on('data', (text) => {
    said = `${said}${text}`.slice(-300);
  });
  if (run.drive === undefined) child.stdout?.resume();
  const impatience = setTimeout(() => child.kill('SIGKILL'), 120_000);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [code] = await Promise.all([ended, run.drive?.(child)]);
  clearTimeout(impatience);
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${said.trim()}`);
  return Number(readFileSync(note, 'utf8')) / 1000;
}
