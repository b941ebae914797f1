import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { elkThread } from '../../src/cli/build/elk-thread.ts';
import { fontFiles } from '../../src/cli/font-files.ts';
import type { ElkGraph } from '../../src/layout/elk.ts';
import { layoutFlow } from '../../src/layout/layout-flow.ts';
import { pictureDrawer } from '../../src/preview/draw-picture.ts';
import { standard } from '../../src/render/theme/standard.ts';
import { processOf } from '../build/process-of.ts';
import { buildIfStale } from '../cli/built-flowc.ts';
import { cleanFlow, flowc } from '../cli/test-shell.ts';
import { layOut, measurer } from '../layout/lay-out.ts';
import { packedFlowc, writeFiles } from '../packaging/packed-flowc.ts';

const crossing = readFileSync(join(import.meta.dirname, 'every-desk-sends-on-to-every-other.flow'), 'utf8');
const inStages = `flow f "In stages"
touchpoint t "Customer calls"
stage first "Take it up, whatever it is and whoever it is for" {
  step a "Ask"
  choose q "Clear?" {
    when "No" -> a
    otherwise {}
  }
}
stage second "Settle it" {
  stage third "With the desk" { step b "Settle" }
  step c "Tell"
}
end e "Settled" as success
`;
const inLanes = `flow f "Two desks"
role a "Front desk"
role b "Back office"
touchpoint t "Customer calls"
step s "Answer" by a
step u "Look it up" by b
end e "Answered" as success
`;
const byElk = ['build', '--force', '--layout', 'elk'];
const place = elkThread(60_000);

/** A thread that never comes to an end of what it is asked. */
const endless = (): Worker =>
  new Worker("require('node:worker_threads').parentPort.on('message', () => { for (;;); })", { eval: true });

describe('a chart whose lines cross', () => {
  it('is drawn by flowc and by ELK, each in its way', async () => {
    const files = { 'a.flow': crossing };
    const own = await flowc(['build', '--force'], { files });
    const other = await flowc(byElk, { files });
    for (const { code, err } of [own, other]) expect({ code, err }).toMatchObject({ code: 0 });
    for (const label of ['Customer calls', 'Otherwise', 'Letter sent'])
      for (const { files: built } of [own, other]) expect(built['a.svg']).toContain(`>${label}</text>`);
    expect(other.files['a.svg']).not.toBe(own.files['a.svg']);
    expect((await flowc(byElk, { files })).files['a.svg']).toBe(other.files['a.svg']);
  });

  it('is drawn by flowc alone where nobody asked for ELK, which is not even loaded, and by ELK where somebody did', async () => {
    buildIfStale();
    const home = mkdtempSync(join(tmpdir(), 'flowc-elk-'));
    try {
      const ran = async (folder: string, argv: readonly string[]) => {
        const circumstances = { node: process.execPath, folder: join(home, folder), cache: 'off' } as const;
        writeFiles(circumstances.folder, { 'a.flow': crossing });
        const { code, loaded } = await packedFlowc(circumstances, argv);
        const svg = readFileSync(join(circumstances.folder, 'a.svg'), 'utf8');
        return { code, isElkLoaded: loaded.some((path) => path.includes('elkjs')), svg };
      };
      const own = await ran('own', ['build', '--force']);
      const other = await ran('elk', byElk);
      expect(own).toMatchObject({ code: 0, isElkLoaded: false });
      expect(other).toMatchObject({ code: 0, isElkLoaded: true });
      expect(other.svg).not.toBe(own.svg);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  }, 60_000);
});

describe('a picture drawn by ELK', () => {
  it('is fresh as long as ELK is asked for, and stale as soon as it is not', async () => {
    const { files } = await flowc(byElk, { files: { 'a.flow': cleanFlow('a') } });
    expect((await flowc(['build', '--check', '--layout', 'elk'], { files })).code).toBe(0);
    expect(await flowc(['build', '--check'], { files })).toMatchObject({ code: 1, out: 'stale a.svg\n' });
    const { files: own } = await flowc(['build'], { files });
    expect((await flowc(['build', '--check', '--layout', 'flowc'], { files: own })).code).toBe(0);
    expect((await flowc(['build', '--check', '--layout', 'elk'], { files: own })).code).toBe(1);
  });

  it('is what the configuration asks for, unless the command line says otherwise', async () => {
    const files = { 'a.flow': crossing, 'flowc.config.json': '{ "layout": "elk" }' };
    const configured = await flowc(['build', '--force'], { files });
    expect(configured.files['a.svg']).toBe(
      (await flowc(byElk, { files: { 'a.flow': crossing } })).files['a.svg'],
    );
    const { files: own } = await flowc(['build', '--force', '--layout', 'flowc'], { files });
    expect(own['a.svg']).not.toBe(configured.files['a.svg']);
    const misspelt = { ...files, 'flowc.config.json': '{ "layout": "elc" }' };
    expect(await flowc(['build'], { files: misspelt })).toMatchObject({
      code: 2,
      err: expect.stringContaining('Known are: “flowc”, “elk”'),
    });
  });

  it('has the frames of stages, each around its own nodes and wide enough for its title', async () => {
    for (const direction of ['down', 'right'] as const) {
      const drawing = await layOut(processOf(inStages), { direction, placeByElk: place });
      const frames = new Map(drawing.stages.map((stage) => [stage.id, stage]));
      expect([...frames.keys()]).toEqual(['first', 'second', 'third']);
      for (const node of drawing.nodes)
        for (const { id, x, y, width, height } of frames.values()) {
          const inside = node.stage === id || (node.stage === 'third' && id === 'second');
          const isIn =
            node.x >= x &&
            node.y >= y &&
            node.x + node.width <= x + width &&
            node.y + node.height <= y + height;
          expect({ node: node.id, frame: id, isIn }).toEqual({ node: node.id, frame: id, isIn: inside });
        }
      for (const { x, width, lines } of frames.values())
        for (const line of lines)
          expect(Math.abs(line.x - (x + width / 2)) + line.width / 2).toBeLessThan(width / 2);
    }
  });

  it('has bars that lie across the flow', async () => {
    const text = `flow f "F"
touchpoint t "T"
parallel { branch { step a "A" } branch { step b "B" } branch { step c "C" } }
end e "E" as success
`;
    for (const direction of ['down', 'right'] as const) {
      const { nodes } = await layOut(processOf(text), { direction, placeByElk: place });
      const bars = nodes.filter(({ shape }) => shape === 'parallel-bar');
      expect(bars).toHaveLength(2);
      for (const { width, height } of bars) expect(width > height).toBe(direction === 'down');
    }
  });

  it('is what a preview shows, too, and ELK is started for no other', async () => {
    let started = 0;
    const draw = pictureDrawer(
      fontFiles,
      () => 0,
      async () => {
        started++;
        return place;
      },
    );
    const order = { process: processOf(crossing), theme: standard };
    const own = await draw(order);
    expect({ started, svg: own.svg }).toEqual({ started: 0, svg: expect.stringContaining('Letter sent') });
    const other = await draw({ ...order, layout: 'elk' });
    await draw({ ...order, layout: 'elk' });
    expect(started).toBe(1);
    expect(other.svg).toContain('Letter sent');
    expect(other.svg).not.toBe(own.svg);
  });
});

describe('a chart with lanes that is to be drawn by ELK', () => {
  const files = { 'a.flow': inLanes };

  it('is refused in words, with exit code 2, and nothing is drawn', async () => {
    const asked = [['build'], ['build', '--check'], ['build', '-f', 'svg,json']];
    for (const argv of asked)
      expect(await flowc([...argv, '--layout', 'elk'], { files })).toMatchObject({
        code: 2,
        written: [],
        err: expect.stringMatching(
          /“Two desks” has 2 lanes, and ELK draws no lanes[\s\S]*--no-lanes.*--layout flowc/,
        ),
      });
    const configured = { ...files, 'flowc.config.json': '{ "layout": "elk" }' };
    expect((await flowc(['build'], { files: configured })).code).toBe(2);
    const one = { 'a.flow': inLanes.replace(' by b', ' by a').replace('role b "Back office"\n', '') };
    expect((await flowc([...byElk, '--lanes'], { files: one })).err).toContain('has 1 lane, and');
  });

  it('is drawn without them, and as JSON, which has no layout', async () => {
    expect((await flowc([...byElk, '--no-lanes'], { files })).written).toEqual(['a.svg']);
    expect((await flowc([...byElk, '-f', 'json'], { files })).written).toEqual(['a.json']);
  });

  it('is no drawing of the library either', async () => {
    const { value, failure } = await layoutFlow(processOf(inLanes), { measurer, placeByElk: place });
    expect(value).toBeUndefined();
    expect(failure?.message).toBe('“Two desks” has 2 lanes, and ELK draws none');
  });
});

describe('a layout by ELK that takes too long', () => {
  const graph: ElkGraph = {
    id: 'root',
    layoutOptions: { 'elk.algorithm': 'layered' },
    children: [{ id: 'a', width: 10, height: 10, layoutOptions: {} }],
    edges: [],
  };

  it('is ended with its thread; the next chart gets another one', async () => {
    const ended: Promise<unknown>[] = [];
    const placeInTime = elkThread(300, () => {
      const worker = endless();
      ended.push(new Promise((resolve) => worker.once('exit', resolve)));
      return worker;
    });
    // Asked for at once, they are placed one after the other.
    expect(await Promise.all([placeInTime(graph), placeInTime(graph)])).toEqual([
      { kind: 'time-is-up' },
      { kind: 'time-is-up' },
    ]);
    expect(ended).toHaveLength(2);
    await Promise.all(ended);
  });

  it('leaves a thread that was in time as it is, for the next chart', async () => {
    let started = 0;
    const placeAgain = elkThread(60_000, () => {
      started++;
      return new Worker(new URL('../../src/cli/build/elk-in-thread.ts', import.meta.url));
    });
    for (let round = 0; round < 3; round++)
      expect(await placeAgain(graph)).toMatchObject({
        kind: 'placed',
        result: { children: [{ id: 'a' }] },
      });
    expect(started).toBe(1);
  });

  it('is told in the words of any layout that takes too long; so is one that ELK gives up', async () => {
    const said = async (kind: 'time-is-up' | 'gave-up') => {
      const { value, failure } = await layoutFlow(processOf(crossing), {
        measurer,
        placeByElk: async () => ({ kind }),
      });
      expect(value).toBeUndefined();
      return failure?.message;
    };
    const title = '“Every desk sends on to every other”';
    expect(await said('time-is-up')).toBe(
      `${title} takes too long to draw: it has 12 nodes and 21 connections`,
    );
    expect(await said('gave-up')).toBe(`ELK finds no way to draw ${title}`);
  });

  it('is given up where ELK throws what it did not expect, and no defect of flowc', async () => {
    const lost = { id: 'e', sources: ['nowhere'] as [string], targets: ['a'] as [string], layoutOptions: {} };
    expect(await place({ ...graph, edges: [lost] })).toEqual({ kind: 'gave-up' });
    expect(await place(graph)).toMatchObject({ kind: 'placed' });
  });
});
