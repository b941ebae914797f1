import type { Worker } from 'node:worker_threads';
import type { DrawnPreview, PreviewOrder } from '../../preview/draw-picture.ts';
import type { DrawPicture } from '../../preview/picture-maker.ts';

/**
 * Draws one chart after the other in a thread of its own, so that whoever asks for them can go on answering; what waits
 * for a chart that takes long is drawn in a second thread.
 */
export interface DrawingThread {
  readonly draw: DrawPicture;
  end(): Promise<void>;
}

interface Task {
  readonly order: PreviewOrder;
  readonly superseded: AbortSignal;
  readonly resolve: (picture: DrawnPreview) => void;
  readonly reject: (reason: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  task: Task | undefined;
  isSlow: boolean;
}

/** What another thread takes to start, about, in ms: a chart that is drawn faster is left to be finished. */
const startingTime = 300;
const mostThreads = 2;

/**
 * `start` is called for the first chart, and again where a chart was given up: there is no other way to stop a layout.
 */
export function drawingThread(start: () => Worker): DrawingThread {
  const waiting: Task[] = [];
  const threads = new Set<Thread>();

  const goOn = (): void => {
    const all = [...threads];
    const idle = all.find(({ task }) => task === undefined);
    const mayOpen = all.length < mostThreads && all.every(({ isSlow }) => isSlow);
    const task = waiting[0];
    if (task === undefined || (idle === undefined && !mayOpen)) return;
    waiting.shift();
    const thread = idle ?? open();
    thread.task = task;
    thread.worker.postMessage(task.order);
    if (idle === undefined) thread.worker.once('online', () => supervise(thread, task));
    else supervise(thread, task);
  };
  const open = (): Thread => {
    const worker = start();
    const thread: Thread = { worker, task: undefined, isSlow: false };
    threads.add(thread);
    // It is no reason to stay for; whoever waits for a chart is.
    worker.unref();
    worker.on('message', (picture: DrawnPreview) => {
      thread.task?.resolve(picture);
      thread.task = undefined;
      thread.isSlow = false;
      goOn();
    });
    // A thread dies of a defect, and of a chart that needs more memory than there is.
    worker.on('error', (error) => {
      threads.delete(thread);
      thread.task?.reject(error);
      goOn();
    });
    return thread;
  };
  const supervise = (thread: Thread, task: Task): void => {
    setTimeout(() => {
      if (thread.task !== task) return;
      thread.isSlow = true;
      if (task.superseded.aborted) giveUp(thread, task);
      else task.superseded.addEventListener('abort', () => giveUp(thread, task), { once: true });
      goOn();
    }, startingTime).unref();
  };
  const giveUp = (thread: Thread, task: Task): void => {
    if (thread.task !== task) return;
    threads.delete(thread);
    // What it says from now on, it says to nobody.
    thread.worker.removeAllListeners();
    void thread.worker.terminate();
    task.reject(task.superseded.reason);
    goOn();
  };
  return {
    draw: (order, superseded) =>
      new Promise((resolve, reject) => {
        const task: Task = { order, superseded, resolve, reject };
        waiting.push(task);
        superseded.addEventListener(
          'abort',
          () => {
            const at = waiting.indexOf(task);
            if (at === -1) return;
            waiting.splice(at, 1);
            reject(superseded.reason);
          },
          { once: true },
        );
        goOn();
      }),
    async end() {
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}
