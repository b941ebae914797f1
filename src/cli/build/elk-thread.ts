import { Worker } from 'node:worker_threads';
import type { ElkAnswer, ElkGraph, ElkResult, PlaceByElk } from '../../layout/elk.ts';
import { buildFacts } from '../start/build-facts.ts';

/**
 * Has graphs placed by ELK, one after the other, in a thread that is started for the first of them. A layout by ELK is
 * one call that nothing stops but the end of its thread, so the thread is ended where one takes longer than `longest`,
 * in ms, its start included; the next graph gets a new one.
 */
export function elkThread(longest: number, start: () => Worker = startThread): PlaceByElk {
  let idle: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const place = async (graph: ElkGraph): Promise<ElkAnswer> => {
    const worker = idle ?? start();
    idle = undefined;
    // It is no reason to stay for; whoever waits for a chart is.
    worker.ref();
    try {
      const answer = await answerOf(worker, graph, longest);
      worker.unref();
      idle = worker;
      return answer;
    } catch (error) {
      void worker.terminate();
      if (error === timeIsUp) return { kind: 'time-is-up' };
      // A chart that needs more memory than there is.
      if (isOutOfMemory(error)) return { kind: 'gave-up' };
      throw error;
    }
  };
  return (graph) => {
    const answer = last.then(() => place(graph));
    last = answer.catch(() => {});
    return answer;
  };
}

const timeIsUp = new Error('time is up');

const answerOf = (worker: Worker, graph: ElkGraph, longest: number): Promise<ElkAnswer> =>
  new Promise((resolve, reject) => {
    const answered = (result: ElkResult | undefined): void => {
      leave();
      resolve(result === undefined ? { kind: 'gave-up' } : { kind: 'placed', result });
    };
    const failed = (error: unknown): void => {
      leave();
      reject(error);
    };
    const timer = setTimeout(() => failed(timeIsUp), longest);
    const leave = (): void => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', failed);
    };
    worker.on('message', answered).on('error', failed);
    worker.postMessage(graph);
  });

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const startThread = (): Worker =>
  buildFacts === undefined
    ? new Worker(new URL('./elk-in-thread.ts', import.meta.url))
    : new Worker(new URL('./start-thread.cjs', import.meta.url), { argv: ['elk'] });
