import { defect } from './defect.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import type { Shell } from './shell.ts';
import { UsageError } from './usage-error.ts';

/** Says why a command could not do its work, and gives the code for it. */
export function reportFailure({ stderr, environment }: Shell, error: unknown): ExitCode {
  if (error instanceof UsageError) {
    const help = error.help === undefined ? '' : `  ${error.help}\n`;
    stderr.write(`error: ${error.message}\n${help}`);
    return exitCodes.usage;
  }
  stderr.write(defect(error, environment));
  return exitCodes.defect;
}
