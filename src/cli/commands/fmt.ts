import type { Command } from 'commander';
import type { FormatOptions } from '../format/format-files.ts';
import { type CommandContext, newCommand } from './command-context.ts';

const example = `Examples:
  $ flowc fmt                  every flow of the project, in place
  $ flowc fmt --check flows    nothing written; fails where a file is not formatted
  $ flowc fmt - < order.flow   from standard input to standard output`;

/** `flowc fmt` gives flows their one layout. */
export const fmtCommand = ({ shell, finish }: CommandContext): Command =>
  newCommand('fmt', 'format flows', example)
    .argument('[files...]', 'files, folders or patterns; - for standard input')
    .option('--check', 'write nothing; list the files that are not formatted')
    .option('--diff', 'write nothing; show what would change')
    .action(async (files: readonly string[], options: FormatOptions) => {
      const { formatFiles } = await import('../format/format-files.ts');
      finish(await formatFiles(shell, files, options));
    });
