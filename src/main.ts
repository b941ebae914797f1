import { defect } from './cli/defect.ts';
import { exitCodes } from './cli/exit-code.ts';
import { nodeShell } from './cli/node-shell.ts';
import { run } from './cli/run.ts';
import { idleRun } from './cli/start/idle-run.ts';
import { rememberIdleRun } from './cli/start/remember-idle-run.ts';

// The one place that knows both shells: what an editor starts is loaded when it is asked for.
const shell = nodeShell(async (world) => (await import('./server/main.ts')).serve(world));
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
