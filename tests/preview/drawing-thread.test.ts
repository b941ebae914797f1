import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type DrawingThread, drawingThread } from '../../src/cli/preview/drawing-thread.ts';
import { openDrawingThread } from '../../src/cli/preview/open-drawing-thread.ts';
import type { PreviewOrder } from '../../src/preview/draw-picture.ts';
import { standard } from '../../src/render/theme/standard.ts';
import { parse } from '../../src/syntax/parse.ts';
import { understand } from '../understand.ts';

/** The order of a flow with this name. */
function orderOf(id: string): PreviewOrder {
  const text = `flow ${id}\ntouchpoint phone "Call"\nend done "Served"\n`;
  const [process] = [...understand(new Map([['a.flow', parse({ path: 'a.flow', text })]])).values()].flatMap(
    ({ built }) => built.map(({ process }) => process),
  );
  if (process === undefined) throw new Error('no flow');
  return { process, theme: standard };
}

/**
 * Counts the charts that it begins. Tells the name of the flow in place of its chart; of “endless” it never comes to an
 * end, at “deadly” it dies.
 */
const script = `
  const { parentPort, workerData } = require('node:worker_threads');
  parentPort.on('message', ({ process: { id } }) => {
    Atomics.add(workerData, 0, 1);
    while (id === 'endless');
    if (id === 'deadly') throw new Error('dead');
    parentPort.postMessage({ svg: id });
  });`;

describe('the thread that draws for a preview', () => {
  const threads: DrawingThread[] = [];
  let started = 0;
  const begun = new Int32Array(new SharedArrayBuffer(4));
  const open = (): DrawingThread => {
    started = 0;
    begun.fill(0);
    const thread = drawingThread(() => {
      started += 1;
      return new Worker(script, { eval: true, workerData: begun });
    });
    threads.push(thread);
    return thread;
  };
  afterEach(async () => {
    for (const thread of threads.splice(0)) await thread.end();
  });
  const never = new AbortController().signal;
  const svgOf = async (drawn: Promise<{ readonly svg?: string }>) => (await drawn).svg;

  it('draws one chart after the other', async () => {
    const { draw } = open();
    const drawn = ['one', 'two', 'three'].map((id) => svgOf(draw(orderOf(id), never)));
    expect(await Promise.all(drawn)).toEqual(['one', 'two', 'three']);
    expect(started).toBe(1);
  });

  it('gives up a chart that is superseded, and draws the next one in another thread', async () => {
    const { draw } = open();
    const [old, waiting] = [new AbortController(), new AbortController()];
    const endless = draw(orderOf('endless'), old.signal);
    const dropped = draw(orderOf('dropped'), waiting.signal);
    const next = draw(orderOf('next'), never);
    waiting.abort('no longer wanted');
    await expect(dropped).rejects.toBe('no longer wanted');
    old.abort('superseded');
    await expect(endless).rejects.toBe('superseded');
    expect(await svgOf(next)).toBe('next');
  });

  it('draws what waits for a slow chart in a second thread, and no more than two at a time', async () => {
    const { draw } = open();
    const old = new AbortController();
    const slow = [draw(orderOf('endless'), never), draw(orderOf('endless'), old.signal)];
    const next = draw(orderOf('next'), never);
    let isDrawn = false;
    void next.then(() => {
      isDrawn = true;
    });
    await vi.waitUntil(() => Atomics.load(begun, 0) === 2, { timeout: 30_000, interval: 5 });
    // Twice as long as a chart must take to be called slow: a third thread would have begun.
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect({ started, isDrawn, begun: begun[0] }).toEqual({ started: 2, isDrawn: false, begun: 2 });
    old.abort('superseded');
    await expect(slow[1]).rejects.toBe('superseded');
    expect(await svgOf(next)).toBe('next');
  });

  it('lets a chart be finished that is drawn sooner than a thread starts', async () => {
    const { draw } = open();
    await draw(orderOf('first'), never);
    const old = new AbortController();
    const quick = draw(orderOf('quick'), old.signal);
    old.abort();
    expect(await svgOf(quick)).toBe('quick');
    expect(await svgOf(draw(orderOf('next'), never))).toBe('next');
    expect(started).toBe(1);
  });

  it('goes on in another thread when one has died', async () => {
    const { draw } = open();
    const deadly = draw(orderOf('deadly'), never);
    const next = draw(orderOf('next'), never);
    await expect(deadly).rejects.toThrow('dead');
    expect(await svgOf(next)).toBe('next');
    expect(started).toBe(2);
  });

  it('draws the charts of flowc', async () => {
    const thread = openDrawingThread();
    threads.push(thread);
    expect(await svgOf(thread.draw(orderOf('real'), never))).toMatch(/^<svg [\s\S]*Served/);
  });
});
