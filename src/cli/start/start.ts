import { buildFacts } from './build-facts.ts';
import { compileLate } from './engine.ts';
import { idleRun } from './idle-run.ts';
import { openChunks } from './open-chunks.ts';
import { sameAgain } from './remembered-run.ts';

/** What `bin/flowc.js` starts: as little as can be, which then loads what the command needs. */
function start(argv: readonly string[]): void {
  const { version = '' } = buildFacts ?? {};
  const [command = ''] = argv;
  if (argv.length === 1 && (command === '--version' || command === '-V')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const idle = idleRun(argv);
  const said = idle && sameAgain(idle.cache, idle.key);
  if (said === undefined) {
    if (!longRunning.has(command)) compileLate();
    openChunks(/^[a-z]+$/.test(command) ? command : 'other').load('./main.cjs');
  } else if (said !== '') process.stderr.write(said);
}

const longRunning: ReadonlySet<string> = new Set(['lsp', 'preview']);

start(process.argv.slice(2));
