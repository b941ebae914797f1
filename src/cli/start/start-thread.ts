import { buildFacts } from './build-facts.ts';
import { openChunks } from './open-chunks.ts';

/** What a drawing thread starts with. */
openChunks('draw', buildFacts?.build ?? '').load('./draw-in-thread.cjs');
