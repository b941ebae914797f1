import { parentPort, workerData } from 'node:worker_threads';
import type { Task, TaskDone } from './drawing-threads.ts';
import { pictureMaker } from './make-picture.ts';

/** The other end of `openDrawingThreads`. */
const make = pictureMaker(workerData);
parentPort?.on('message', async ({ id, order }: Task) => {
  const done: TaskDone = { id, made: await make(order) };
  parentPort?.postMessage(done);
});
