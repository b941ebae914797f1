import { defect } from './defect.ts';
import { exitCodes } from './exit-code.ts';
import { nodeShell } from './node-shell.ts';
import { run } from './run.ts';
import { idleRun } from './start/idle-run.ts';
import { rememberIdleRun } from './start/remember-idle-run.ts';

const shell = nodeShell();
process.on('uncaughtException', (error) => {
  shell.stderr.write(defect(error, process.env));
  process.exit(exitCodes.defect);
});
const argv = process.argv.slice(2);
const idle = idleRun(argv);
const running =
  idle === undefined ? run(argv, shell) : rememberIdleRun(shell, idle, (remembered) => run(argv, remembered));
void running.then(async (code) => {
  process.exitCode = code;
  await Promise.all([shell.stdout.drained(), shell.stderr.drained()]);
  // Node takes a while to end by itself.
  process.exit();
});
