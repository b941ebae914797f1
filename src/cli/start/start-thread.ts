import { openChunks } from './open-chunks.ts';

/** What a drawing thread starts with. */
openChunks('draw').load('./draw-in-thread.cjs');
