import { Worker } from 'node:worker_threads';
import { buildFacts } from '../start/build-facts.ts';
import { type DrawingThread, drawingThread } from './drawing-thread.ts';

/** A thread with what of flowc draws for a preview. */
export const openDrawingThread = (): DrawingThread =>
  drawingThread(() =>
    buildFacts === undefined
      ? new Worker(new URL('./preview-in-thread.ts', import.meta.url))
      : new Worker(new URL('./start-thread.cjs', import.meta.url), { argv: ['preview'] }),
  );
