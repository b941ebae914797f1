import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
export const bin = join(root, 'bin', 'flowc.js');

/** Builds `dist/` where it is of other sources, as it is while one works on them. */
export function buildIfStale(): void {
  execFileSync(process.execPath, ['esbuild.config.js'], { cwd: root });
}

/** Runs the built command line as a process of its own. */
export function spawnFlowc(
  argv: readonly string[],
  options: { readonly cwd: string; readonly input?: string },
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], {
    ...options,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined },
  });
  return { code: status, out: stdout, err: stderr };
}
