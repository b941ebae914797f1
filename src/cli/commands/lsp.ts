import type { Command } from 'commander';
import { sourceReader } from '../start/read-source.ts';
import { version } from '../version.ts';
import { type CommandContext, newCommand } from './command-context.ts';

const example = `An editor starts this and speaks to it, for example Neovim:
  vim.lsp.start({ cmd = { 'flowc', 'lsp' }, root_dir = vim.fn.getcwd() })`;

/** `flowc lsp` is the language server, on standard input and output. */
export const lspCommand = ({ shell }: CommandContext): Command =>
  newCommand('lsp', 'the language server, on standard input and output', example)
    // What editors add of their own accord; it is the only way there is.
    .option('--stdio', 'speak on standard input and output, as it always does')
    .action(async () => {
      const { openDrawingThread } = await import('../preview/open-drawing-thread.ts');
      const thread = openDrawingThread();
      await shell.serveEditor({
        files: shell.files,
        today: () => shell.today(),
        version: version(),
        draw: thread.draw,
        parse: sourceReader(shell.environment),
      });
      await thread.end();
    });
