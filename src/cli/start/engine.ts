import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 compile to machine code what has been called a dozen times as often as it usually waits for, some thousand times: a
 * process that ends within a second seldom sees the gain of more. A build of 100 nodes takes four fifths of the time, one of
 * 1,000 nodes and `lint` over 1,000 files nine tenths (bench/startup.ts, on 2 cores). Before any code is loaded: V8 keeps
 * no code for a process with other settings.
 */
export function compileLate(): void {
  if (!isKnownEngine()) return;
  setFlagsFromString('--invocation-count-for-maglev=5000');
  setFlagsFromString('--invocation-count-for-maglev-osr=2000');
  setFlagsFromString('--invocation-count-for-turbofan=20000');
  setFlagsFromString('--invocation-count-for-osr=5000');
}

/**
 * Keeps the space for young objects as large as it is. V8 doubles it up to twice 64 MB, and to touch fresh memory costs more
 * than to tidy up the old: of `lint` over 1,000 files a quarter of the time and of the memory.
 */
export function stopMemoryGrowth(): void {
  if (isKnownEngine()) setFlagsFromString('--semi-space-growth-factor=1');
}

/** V8 complains to the user about a setting that it does not know, and other versions than those tried may have other ones. */
const isKnownEngine = (): boolean => Number.parseInt(process.versions.node, 10) <= newestTried;
const newestTried = 26;
