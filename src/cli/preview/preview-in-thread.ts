import { parentPort } from 'node:worker_threads';
import { type PictureOrder, patience, pictureDrawer } from '../../preview/draw-picture.ts';
import { fontFiles } from '../font-files.ts';

/** The other end of `drawingThread`. */
const draw = pictureDrawer(
  fontFiles,
  () => performance.now(),
  async () => (await import('../build/elk-thread.ts')).elkThread(patience),
);
parentPort?.on('message', async (order: PictureOrder) => {
  parentPort?.postMessage(await draw(order));
});
