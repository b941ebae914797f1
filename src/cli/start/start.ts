import { commandNames } from '../command-names.ts';
import { exitCodes } from '../exit-code.ts';
import { endOfOutput } from '../refused-output.ts';
import { buildFacts } from './build-facts.ts';
import { tuneForShortRun } from './engine.ts';
import { idleRun } from './idle-run.ts';
import { openChunks } from './open-chunks.ts';
import { replayIdleRun } from './remembered-run.ts';
import { tricksOf } from './tricks.ts';

/** Starts flowc for `bin/flowc.js`, with as little as can be, which then loads what the command needs. */
function start(argv: readonly string[]): void {
  const { version = '' } = buildFacts ?? {};
  const tricks = tricksOf(process.env);
  const [command = ''] = argv;
  if (tricks.has('version-at-once') && argv.length === 1 && (command === '--version' || command === '-V')) {
    process.stdout.on('error', endOfOutput).write(`${version}\n`);
    return;
  }
  if (!isSomewhere()) {
    process.stderr.write('error: the current folder is gone; change to another one\n');
    process.exitCode = exitCodes.usage;
    return;
  }
  const idle = idleRun(argv);
  const said = idle && replayIdleRun(idle.cache, idle.key);
  if (said === undefined) {
    const use = commandNames.find((name) => name === command) ?? 'other';
    if (tricks.has('engine-settings') && use !== 'lsp' && use !== 'preview') tuneForShortRun();
    openChunks(use, tricks).load('./main.cjs');
  } else if (said !== '') process.stderr.on('error', endOfOutput).write(said);
}

/** False where the current folder was removed, so that no path means anything. */
function isSomewhere(): boolean {
  try {
    process.cwd();
    return true;
  } catch {
    return false;
  }
}

start(process.argv.slice(2));
