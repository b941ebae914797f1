import { patience } from '../../preview/draw-picture.ts';
import { answerOrders } from './answer-orders.ts';

answerOrders(async () => (await import('../build/elk-thread.ts')).elkThread(patience));
