import type { DrawWishes } from '../build/draw-settings.ts';
import { colourOf } from '../colour.ts';
import type { CommonOptions } from '../commands/command-context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { repeatOnChange } from '../watch/repeat-on-change.ts';
import { editorLink } from './editor-link.ts';
import { openDrawingThread } from './open-drawing-thread.ts';
import { previewModel } from './preview-model.ts';
import { type PreviewServer, startPreviewServer } from './preview-server.ts';
import { type PageFiles, readPageFiles } from './web-page-files.ts';

export interface PreviewOptions
  extends CommonOptions,
    Pick<DrawWishes, 'theme' | 'direction' | 'lanes' | 'show'> {
  readonly port?: number;
  readonly editor?: string;
}

/**
 * Shows charts and findings on a page of this machine, and what becomes of them at every save, until it is interrupted.
 */
export async function preview(
  shell: Shell,
  names: readonly string[],
  options: PreviewOptions,
  page: PageFiles = readPageFiles(),
): Promise<ExitCode> {
  if (names.includes('-')) throw new UsageError('standard input cannot be watched');
  const editor = editorLink(options.editor ?? 'vscode');
  const thread = openDrawingThread();
  const model = previewModel(shell, names, options, editor, thread.draw);
  let server: PreviewServer | undefined;
  try {
    await repeatOnChange(shell, async (recorded) => {
      await model.refresh(recorded);
      if (server === undefined) {
        server = await startPreviewServer(model, page, options.port ?? 0);
        const chalk = colourOf(shell.stdout, shell.environment, options.color);
        shell.stdout.write(`${chalk.bold(server.url)} shows the charts; Ctrl-C ends it\n`);
      } else server.update();
    });
  } finally {
    await Promise.all([server?.close(), thread.end()]);
  }
  return exitCodes.clean;
}
