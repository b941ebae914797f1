import type { Command } from 'commander';
import { type CommandContext, newCommand } from './command-context.ts';

const example = `Example:
  $ flowc init --yes && flowc build`;

/** `flowc init` begins a project. */
export const initCommand = ({ shell, finish }: CommandContext): Command =>
  newCommand('init', 'write a first flow and a configuration', example)
    .option('-y, --yes', 'ask nothing')
    .action(async (options: { readonly yes?: boolean }) => {
      const { init } = await import('../init/init.ts');
      finish(await init(shell, options));
    });
