import { writeSync } from 'node:fs';
import { isErrorWithCode } from './error-code.ts';
import { exitCodes } from './exit-code.ts';
import { reasonOf } from './write-file.ts';

/** Ends the process where its output cannot be written, and says so if that can be said. */
export function endOfOutput(error: unknown): never {
  // Whoever reads has read enough: `flowc lint | head`.
  if (isErrorWithCode(error) && error.code === 'EPIPE') process.exit(process.exitCode ?? exitCodes.clean);
  const why = isErrorWithCode(error) ? reasonOf(error) : String(error);
  try {
    writeSync(process.stderr.fd, `error: the output cannot be written: ${why}\n`);
  } catch {
    // It was standard error that was refused.
  }
  process.exit(exitCodes.usage);
}
