import { execFileSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The seed of all random tests of this run, a whole number of 31 bits. */
    readonly seed: number;
  }
}

/**
 * Chooses the seed of a run. Each run at hand looks at other cases. Where CI is set, the seed comes from the tree of
 * the commit: two runs of one commit see the same, so a failure is never bad luck and can be seen again at home, and
 * yet each commit looks at new cases. `FLOWC_SEED=N` sets it.
 */
export default function chooseSeed({ provide }: TestProject): void {
  const { FLOWC_SEED: wanted, CI: ci = '' } = process.env;
  const seed =
    wanted !== undefined ? Number(wanted) : ci === '' || ci === 'false' ? Date.now() % 2 ** 31 : seedOfTree();
  process.stdout.write(`The seed of the random tests is ${seed} (FLOWC_SEED=${seed} uses it again).\n`);
  provide('seed', seed);
}

function seedOfTree(): number {
  try {
    const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return Number.parseInt(tree.slice(0, 7), 16);
  } catch {
    // A copy without its history has no commit to take it from.
    return 0;
  }
}
