import { parentPort } from 'node:worker_threads';
import { type ElkGraph, loadElk } from '../../layout/elk.ts';

/** The other end of `elkThread`. */
const loaded = loadElk();
parentPort?.on('message', async (graph: ElkGraph) => {
  const runElk = await loaded;
  parentPort?.postMessage(runElk(graph));
});
