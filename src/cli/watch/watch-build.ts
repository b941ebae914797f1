import { pathOnItsLine } from '../../diagnostic/runner-commands.ts';
import { relativePath } from '../../project/path.ts';
import { type BuildOptions, build } from '../build/build.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { reportFailure } from '../report-failure.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { repeatOnChange } from './repeat-on-change.ts';

/**
 * Builds, and builds again whenever something changes that this depends on, until it is interrupted. What goes wrong
 * the first time is wrong usage and ends it; later it is reported, and watching goes on.
 */
export async function watchBuild(
  shell: Shell,
  names: readonly string[],
  options: BuildOptions,
): Promise<ExitCode> {
  if (names.includes('-')) throw new UsageError('standard input cannot be watched');
  if (options.out === '-') throw new UsageError('--watch writes pictures into files, not to standard output');
  if (options.check === true) throw new UsageError('--watch and --check exclude each other');
  let isFirst = true;
  await repeatOnChange(shell, async (recorded, changed) => {
    if (!isFirst) shell.stderr.write(`\n${changeLine(shell.cwd, changed)}\n`);
    try {
      await build(recorded, names, options);
    } catch (error) {
      if (isFirst) throw error;
      reportFailure(shell, error);
    }
    if (isFirst) shell.stderr.write('watching for changes; Ctrl-C ends it\n');
    isFirst = false;
  });
  return exitCodes.clean;
}

function changeLine(cwd: string, changed: readonly string[]): string {
  const flows = changed.filter((path) => /\.(flow|json)$/.test(path));
  const [first, ...others] = flows.map((path) => relativePath(cwd, path)).sort();
  if (first === undefined) return 'files came or went';
  return others.length === 0
    ? `${pathOnItsLine(first)} changed`
    : `${pathOnItsLine(first)} and ${others.length} more changed`;
}
