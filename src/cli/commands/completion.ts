import type { Command } from 'commander';
import { type CommandContext, newCommand, oneOf } from './command-context.ts';

const shells = ['bash', 'zsh', 'fish'] as const;

const example = `Examples:
  $ flowc completion bash >> ~/.bashrc
  $ flowc completion zsh > "\${fpath[1]}/_flowc"
  $ flowc completion fish > ~/.config/fish/completions/flowc.fish`;

/** `flowc completion` prints a script that completes commands and options. `program` tells which there are. */
export const completionCommand = ({ shell, finish }: CommandContext, program: () => Command): Command =>
  newCommand('completion', 'print a completion script for a shell', example)
    .argument('<shell>', shells.join(', '), oneOf(shells))
    .action(async (name: (typeof shells)[number]) => {
      const { completionScript } = await import('../completion/completion-script.ts');
      shell.stdout.write(completionScript(name, program()));
      finish(0);
    });
