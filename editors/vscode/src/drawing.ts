import { Worker } from 'node:worker_threads';
import { elkThread } from '../../../src/cli/build/elk-thread.ts';
import { answerOrders } from '../../../src/cli/preview/answer-orders.ts';
import { patience } from '../../../src/preview/draw-picture.ts';

/** The thread that draws for the panel; ELK has one of its own, which is started where a configuration asks for it. */
answerOrders(async () => elkThread(patience, () => new Worker(new URL('./elk.mjs', import.meta.url))));
