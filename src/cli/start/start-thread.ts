import { openChunks } from './open-chunks.ts';
import { tricksOf } from './tricks.ts';

/** The first script of each thread: its argument says what the thread is for, which is the name of its code. */
const [use = ''] = process.argv.slice(2);
openChunks(use, tricksOf(process.env)).load(`./${use}-in-thread.cjs`);
