import { defect } from './defect.ts';
import { isErrorWithCode } from './error-code.ts';
import { exitCodes } from './exit-code.ts';
import { nodeShell } from './node-shell.ts';
import { run } from './run.ts';

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
void run(process.argv.slice(2), nodeShell()).then((code) => {
  process.exitCode = code;
  // Node takes a while to end by itself; what a reader has not taken yet is worth it.
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
});
