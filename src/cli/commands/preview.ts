import type { Command } from 'commander';
import { showParts, usualShow } from '../../layout/show.ts';
import { themeNames } from '../../project/configuration.ts';
import { directions } from '../../syntax/words.ts';
import type { PreviewOptions } from '../preview/preview.ts';
import { type CommandContext, newCommand, numberFrom, oneOf, someOrNone } from './command-context.ts';

const example = `Examples:
  $ flowc preview                      all flows of the project
  $ flowc preview order.flow           one file, and the flows that it calls
  $ flowc preview --editor cursor      links that open another editor than VS Code
  $ flowc preview --editor 'txmt://open?url=file://{path}&line={line}'`;

/** `flowc preview` shows charts while they are written. */
export const previewCommand = ({ shell, finish }: CommandContext): Command =>
  newCommand('preview', 'show charts and findings in the browser, and follow every save', example)
    .argument('[files...]', 'files, folders or patterns')
    .option('--port <number>', 'the port of this machine; else any that is free', numberFrom(0, 65_535, true))
    .option('--editor <name>', 'the editor that links open: vscode, cursor, zed, idea …, none, or an address')
    .option('--theme <name>', themeNames.join(', '), oneOf(themeNames))
    .option('--direction <way>', 'which way the work runs: down or right', oneOf(directions))
    .option('--lanes', 'a lane for each owner')
    .option('--no-lanes', 'no lanes')
    .option(
      '--show <parts>',
      `what charts say beside the work: ${showParts.join(', ')}; several with commas, or none; else ${usualShow.join(',')}`,
      someOrNone(showParts),
    )
    .action(async (files: readonly string[], options: PreviewOptions) => {
      const { preview } = await import('../preview/preview.ts');
      finish(await preview(shell, files, options));
    });
