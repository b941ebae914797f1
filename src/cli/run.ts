import { Command, CommanderError } from 'commander';
import type { CommandName } from './command-names.ts';
import { buildCommand } from './commands/build.ts';
import type { CommandContext } from './commands/command-context.ts';
import { completionCommand } from './commands/completion.ts';
import { explainCommand } from './commands/explain.ts';
import { fmtCommand } from './commands/fmt.ts';
import { initCommand } from './commands/init.ts';
import { lintCommand } from './commands/lint.ts';
import { lspCommand } from './commands/lsp.ts';
import { previewCommand } from './commands/preview.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { reportFailure } from './report-failure.ts';
import type { Shell } from './shell.ts';
import { guardTerminal } from './terminal-guard.ts';
import { version } from './version.ts';

/** Runs one command: arguments in, exit code out; everything else goes through the shell. Never throws. */
export async function run(argv: readonly string[], world: Shell): Promise<ExitCode> {
  const shell = guardTerminal(world);
  let code: ExitCode = exitCodes.clean;
  const program = createProgram(shell, (end) => {
    code = end;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
    return reportFailure(shell, error);
  }
}

type CommandMaker = (context: CommandContext) => Command;

/** All but `completion`, which needs to know the others. */
const commandMakers: readonly CommandMaker[] = Object.values({
  build: buildCommand,
  lint: lintCommand,
  fmt: fmtCommand,
  preview: previewCommand,
  explain: explainCommand,
  init: initCommand,
  lsp: lspCommand,
} satisfies Record<Exclude<CommandName, 'completion'>, CommandMaker>);

/** The program with all its commands. */
function createProgram(shell: Shell, finish: (code: ExitCode) => void): Command {
  const context = { shell, finish };
  const program = new Command('flowc')
    .description(
      'A compiler for service processes: write how customers are served, check it, lint it, draw it.',
    )
    .version(version(), '-V, --version', 'print the version')
    .helpCommand('help [command]', 'help for a command')
    .addHelpText(
      'after',
      `\nExamples:\n  $ flowc init\n  $ flowc build\n  $ flowc lint\n\nExit codes: 0 clean, 1 findings or stale pictures, 2 wrong usage, 3 a defect of flowc`,
    );
  const commands = [...commandMakers.map((make) => make(context)), completionCommand(context, () => program)];
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...commands])
    command
      .exitOverride()
      .showHelpAfterError(`(flowc ${command === program ? '' : `${command.name()} `}--help tells more)`)
      .configureOutput({
        writeOut: (text) => shell.stdout.write(text),
        writeErr: (text) => shell.stderr.write(text),
        getOutHelpWidth: () => shell.stdout.columns,
        getErrHelpWidth: () => shell.stderr.columns,
        getOutHasColors: () => false,
        getErrHasColors: () => false,
      });
  return program;
}
