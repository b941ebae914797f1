import { Worker } from 'node:worker_threads';
import { diskFileSystem } from '../../../src/cli/file-system.ts';
import { drawingThread } from '../../../src/cli/preview/drawing-thread.ts';
import { today } from '../../../src/cli/today.ts';
import { version } from '../../../src/cli/version.ts';
import { serve } from '../../../src/server/main.ts';

/** The language server that comes with the extension: what `flowc lsp` is, and nothing of the other commands. */
const { draw } = drawingThread(() => new Worker(new URL('./drawing.mjs', import.meta.url)));
await serve({ files: diskFileSystem, today, version: version(), draw });
process.exit(0);
