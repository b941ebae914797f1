import { Worker } from 'node:worker_threads';
import type { MadePicture, MakePictures, MakerOptions, PictureOrder } from './make-picture.ts';

/** What a thread is sent, and what it answers. */
export interface Task {
  readonly id: number;
  readonly order: PictureOrder;
}
export interface TaskDone {
  readonly id: number;
  readonly made: readonly MadePicture[];
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, (made: readonly MadePicture[]) => void>;
}

/** Threads that make pictures, each with a copy of flowc. To start one takes as long as to draw some twenty charts. */
export function openDrawingThreads(
  count: number,
  options: MakerOptions,
): { readonly make: MakePictures; readonly end: () => Promise<void> } {
  const threads = new Set(Array.from({ length: count }, () => start(options)));
  let tasks = 0;
  for (const thread of threads) {
    const { worker, waiting } = thread;
    worker.on('message', ({ id, made }: TaskDone) => {
      waiting.get(id)?.(made);
      waiting.delete(id);
    });
    // A thread that dies, of a chart that needs more memory than there is, takes what it has begun with it and no more.
    worker.on('error', (error) => {
      threads.delete(thread);
      for (const resolve of waiting.values()) resolve([{ kind: 'broken', error }]);
      waiting.clear();
    });
  }
  return {
    make: (order) =>
      new Promise((resolve) => {
        const [first, ...others] = threads;
        if (first === undefined) {
          resolve([{ kind: 'broken', error: new Error('all drawing threads have died') }]);
          return;
        }
        const idlest = others.reduce(
          (best, thread) => (thread.waiting.size < best.waiting.size ? thread : best),
          first,
        );
        const task: Task = { id: tasks++, order };
        idlest.waiting.set(task.id, resolve);
        idlest.worker.postMessage(task);
      }),
    async end() {
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

const start = (options: MakerOptions): Thread => ({
  worker: new Worker(new URL('./start-thread.cjs', import.meta.url), {
    argv: ['draw'],
    workerData: options,
    // Most of what a chart takes is thrown away soon: the more room, the less often it is sorted through.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  }),
  waiting: new Map(),
});
