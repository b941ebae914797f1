import type { Command } from 'commander';
import { type CommandContext, type CommonOptions, newCommand } from './command-context.ts';

const example = `Examples:
  $ flowc explain              all rules and errors, a line each
  $ flowc explain dead-end     why it matters, what to do, and examples
  $ flowc explain step         what a word of the language says, and what to type`;

/** `flowc explain` tells what a rule or an error is about. */
export const explainCommand = ({ shell, finish }: CommandContext): Command =>
  newCommand('explain', 'explain a rule, an error or a word', example)
    .argument('[name]', 'a rule, an error, or a word of the language')
    .action(async (name: string | undefined, options: CommonOptions) => {
      const { explain } = await import('../explain/explain.ts');
      finish(explain(shell, name, options));
    });
