import { openChunks } from './open-chunks.ts';
import { tricksOf } from './tricks.ts';

/** What a thread starts with: its argument says what it is for, which is the name of its code. */
const [use = ''] = process.argv.slice(2);
openChunks(use, tricksOf(process.env)).load(`./${use}-in-thread.cjs`);
