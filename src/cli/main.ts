import { isErrorWithCode } from './error-code.ts';
import { exitCodes } from './exit-code.ts';
import { nodeShell } from './node-shell.ts';
import { defect, run } from './run.ts';

for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    // Whoever reads has read enough: `flowc lint | head`.
    if (isErrorWithCode(error) && error.code === 'EPIPE') process.exit(process.exitCode ?? exitCodes.clean);
    throw error;
  });
process.on('uncaughtException', (error) => {
  process.stderr.write(defect(error, process.env));
  process.exit(exitCodes.defect);
});
process.exitCode = await run(process.argv.slice(2), nodeShell());
