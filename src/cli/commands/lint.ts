import type { Command } from 'commander';
import { presets } from '../../lint/presets.ts';
import type { LintOptions } from '../lint/run-lint.ts';
import { type CommandContext, day, gathered, newCommand, numberFrom, oneOf } from './command-context.ts';

const example = `Examples:
  $ flowc lint                                    the whole project
  $ flowc lint flows --fix                        repair what can be repaired safely
  $ flowc lint --preset service                   with all rules for a service team
  $ flowc lint --format github --format sarif:findings.sarif
  $ flowc lint --rule missing-time-limit=warning --max-warnings 0
  $ flowc lint --baseline known.json --update-baseline   accept what there is; only what is new fails`;

/** `flowc lint` finds what is missing. */
export const lintCommand = ({ shell, finish }: CommandContext): Command =>
  newCommand('lint', 'find what is wrong or missing in flows', example)
    .argument('[files...]', 'files, folders or patterns; - for standard input')
    .option(
      '-f, --format <format>',
      'pretty, compact, json, sarif, github, gitlab or junit, to standard output; format:file into a file; repeatable',
      gathered,
    )
    .option('--fix [kind]', 'repair: safe (by default), or unsafe repairs too')
    .option('--dry-run', 'show what --fix would change, and change nothing')
    .option(
      '--max-warnings <number>',
      'fail where there are more warnings',
      numberFrom(0, Number.POSITIVE_INFINITY, true),
    )
    .option('-q, --quiet', 'tell of errors only')
    .option(
      '--preset <name>',
      'the rules to begin with, in place of those of the configuration: recommended, service or none',
      oneOf(presets),
    )
    .option('--rule <name=severity>', 'off, info, warning or error for a rule; repeatable', gathered)
    .option('--baseline <file>', 'leave out the findings that this file knows')
    .option('--update-baseline', 'write the findings of today into the baseline')
    .option('--stdin-filename <path>', 'the path that standard input stands for')
    .option('--print-config <file>', 'print what holds for a file, and stop')
    .option('--today <date>', 'judge as on that day', day)
    .action(async (files: readonly string[], options: LintOptions) => {
      const { runLint } = await import('../lint/run-lint.ts');
      finish(await runLint(shell, files, options));
    });
