import { parentPort } from 'node:worker_threads';
import type { PlaceByElk } from '../../layout/elk.ts';
import { type PreviewOrder, pictureDrawer } from '../../preview/draw-picture.ts';
import { fontFiles } from '../font-files.ts';

/** The other end of `drawingThread`: draws what this thread is sent. `openElk` is called where ELK is to draw. */
export function answerOrders(openElk: () => Promise<PlaceByElk>): void {
  const draw = pictureDrawer(fontFiles, () => performance.now(), openElk);
  parentPort?.on('message', async (order: PreviewOrder) => {
    parentPort?.postMessage(await draw(order));
  });
}
