import type { Command } from 'commander';
import { presets } from '../../lint/presets.ts';
import type { InitOptions } from '../init/init.ts';
import { type CommandContext, newCommand, oneOf } from './command-context.ts';

const example = `Examples:
  $ flowc init
  $ flowc init --yes --preset service`;

/** `flowc init` begins a project. */
export const initCommand = ({ shell, finish }: CommandContext): Command =>
  newCommand('init', 'write a first flow and a configuration', example)
    .option('-y, --yes', 'ask nothing')
    .option(
      '--preset <set>',
      'the rules to begin with: recommended, or service, which asks for owners and time limits, too',
      oneOf(presets),
    )
    .action(async (options: InitOptions) => {
      const { init } = await import('../init/init.ts');
      finish(await init(shell, options));
    });
