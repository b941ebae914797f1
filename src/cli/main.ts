import { defect } from './defect.ts';
import { exitCodes } from './exit-code.ts';
import { nodeShell } from './node-shell.ts';
import { run } from './run.ts';

process.on('uncaughtException', (error) => {
  process.stderr.write(defect(error, process.env));
  process.exit(exitCodes.defect);
});
const shell = nodeShell();
void run(process.argv.slice(2), shell).then((code) => {
  process.exitCode = code;
  // Node takes a while to end by itself; only what a reader has not taken yet is worth that.
  if (shell.stdout.isDrained && shell.stderr.isDrained) process.exit();
});
