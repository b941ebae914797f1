import { commandNames } from '../command-names.ts';
import { buildFacts } from './build-facts.ts';
import { hurry } from './engine.ts';
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
    const use = commandNames.find((name) => name === command) ?? 'other';
    if (use !== 'lsp' && use !== 'preview') hurry();
    openChunks(use).load('./main.cjs');
  } else if (said !== '') process.stderr.write(said);
}

start(process.argv.slice(2));
