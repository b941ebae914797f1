import { describe, expect, it } from 'vitest';
import type { ToPanel } from '../../editors/vscode/src/panel-messages.ts';
import { createPreviewController } from '../../editors/vscode/src/preview-controller.ts';
import type { PreviewAnswer, PreviewParams } from '../../src/server/protocol/preview-request.ts';

const range = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 20 } });
const whole = (id: string, svg: string): PreviewAnswer => ({
  flow: { id, title: id },
  isWhole: true,
  svg,
  nodes: {
    phone: { range: range(1) },
    call: { range: range(2), flow: { uri: 'file:///other.flow', range: range(7) } },
  },
});
const broken = (id: string): PreviewAnswer => ({ flow: { id, title: id }, isWhole: false, nodes: {} });

/** A controller in an editor whose server answers, and whose clock runs, as the test says. */
function inEditor() {
  let answer: (params: PreviewParams) => PreviewAnswer | null = () => null;
  const posted: ToPanel[] = [];
  const revealed: string[] = [];
  const asked: PreviewParams[] = [];
  const planned: { readonly run: () => void; readonly delay: number }[] = [];
  const held: (() => void)[] = [];
  let holds = false;
  const controller = createPreviewController({
    async ask(params, superseded) {
      asked.push(params);
      if (holds)
        await new Promise<void>((resolve, reject) => {
          held.push(() => resolve());
          superseded.addEventListener('abort', () => reject(superseded.reason));
        });
      return answer(params);
    },
    post: (message) => void posted.push(message),
    reveal: (uri, { start }, focus) =>
      void revealed.push(`${uri}:${start.line}${focus ? ' with the keyboard' : ''}`),
    later: (run, delay) => void planned.push({ run, delay }),
  });
  return {
    controller,
    revealed,
    asked,
    answers(next: (params: PreviewParams) => PreviewAnswer | null) {
      answer = next;
    },
    hold(on: boolean) {
      holds = on;
      for (const release of held.splice(0)) release();
    },
    /** Lets `time` ms go by, and gives what was sent to the panel meanwhile. */
    async pass(time = 30): Promise<readonly ToPanel[]> {
      for (const each of planned.splice(0))
        if (each.delay <= time) each.run();
        else planned.push({ ...each, delay: each.delay - time });
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      return posted.splice(0);
    },
  };
}
const cursor = (line: number, uri = 'file:///a.flow') => ({ uri, line, character: 3 });

describe('the chart beside the editor', () => {
  it('is that of the flow at the cursor, with the node of the cursor chosen', async () => {
    const { controller, answers, asked, pass } = inEditor();
    answers(() => whole('one', '<svg 1>'));
    controller.cursorMoved(cursor(2));
    expect(await pass()).toEqual([
      {
        kind: 'show',
        flow: 'file:///a.flow#one',
        title: 'one',
        svg: '<svg 1>',
        state: 'current',
        selected: 'call',
      },
    ]);
    expect(asked).toEqual([{ textDocument: { uri: 'file:///a.flow' }, position: { line: 2, character: 3 } }]);
    controller.cursorMoved(cursor(1));
    expect(await pass()).toEqual([{ kind: 'select', selected: 'phone' }]);
    controller.cursorMoved(cursor(5));
    expect(await pass()).toEqual([{ kind: 'select', selected: 'call' }]);
  });

  it('follows every keystroke that can be read, and asks once for those that come together', async () => {
    const { controller, answers, asked, pass } = inEditor();
    answers(() => whole('one', '<svg 1>'));
    controller.cursorMoved(cursor(1));
    await pass();
    answers(() => whole('one', '<svg 2>'));
    for (let key = 0; key < 5; key++) controller.textChanged('file:///a.flow');
    expect(await pass()).toMatchObject([{ kind: 'show', svg: '<svg 2>' }]);
    expect(asked).toHaveLength(2);
  });

  it('keeps the last good picture while the text is broken, and says so once', async () => {
    const { controller, answers, pass } = inEditor();
    answers(() => whole('one', '<svg 1>'));
    controller.cursorMoved(cursor(1));
    await pass();
    answers(() => broken('one'));
    controller.textChanged('file:///a.flow');
    expect(await pass()).toEqual([
      { kind: 'state', state: 'outdated' },
      { kind: 'select', selected: 'phone' },
    ]);
    controller.textChanged('file:///a.flow');
    expect(await pass()).toEqual([{ kind: 'select', selected: 'phone' }]);
    answers(() => null);
    controller.textChanged('file:///a.flow');
    expect(await pass()).toEqual([{ kind: 'select', selected: 'phone' }]);
    answers(() => whole('one', '<svg 1>'));
    controller.textChanged('file:///a.flow');
    expect((await pass())[0]).toEqual({ kind: 'state', state: 'current' });
  });

  it('keeps one for each flow, wherever the cursor was meanwhile', async () => {
    const { controller, answers, pass } = inEditor();
    answers(() => whole('one', '<svg 1>'));
    controller.cursorMoved(cursor(1));
    await pass();
    answers(() => whole('two', '<svg 2>'));
    controller.cursorMoved(cursor(1, 'file:///b.flow'));
    expect(await pass()).toMatchObject([{ svg: '<svg 2>' }]);
    answers(() => broken('one'));
    controller.cursorMoved(cursor(1));
    expect(await pass()).toMatchObject([{ kind: 'show', svg: '<svg 1>', state: 'outdated' }]);
  });

  it('shows what could be read of a text that never was whole', async () => {
    const { controller, answers, asked, pass } = inEditor();
    answers(({ incomplete }) => ({
      ...broken('one'),
      ...(incomplete === true ? { svg: '<svg part>' } : {}),
    }));
    controller.cursorMoved(cursor(1));
    expect(await pass()).toMatchObject([{ kind: 'show', svg: '<svg part>', state: 'incomplete' }]);
    expect(asked.map(({ incomplete }) => incomplete)).toEqual([undefined, true]);
  });

  it('says where there is no flow', async () => {
    const { controller, pass } = inEditor();
    const nothing = [{ kind: 'nothing', reason: 'There is no flow at the cursor.' }];
    controller.panelReady();
    expect(await pass()).toEqual(nothing);
    controller.cursorMoved(cursor(1));
    expect(await pass()).toEqual([]);
    controller.panelReady();
    expect(await pass()).toEqual(nothing);
  });

  it('never asks twice at a time; what was typed meanwhile is asked for afterwards', async () => {
    const { controller, answers, asked, hold, pass } = inEditor();
    answers(() => whole('one', '<svg 1>'));
    hold(true);
    controller.cursorMoved(cursor(1));
    await pass();
    for (let key = 0; key < 3; key++) {
      controller.textChanged('file:///a.flow');
      await pass();
    }
    expect(asked).toHaveLength(1);
    hold(false);
    answers(() => whole('one', `<svg ${asked.length}>`));
    const told = await pass();
    expect(asked).toHaveLength(2);
    expect(told.at(-1)).toMatchObject({ kind: 'show', svg: '<svg 2>' });
  });

  it('gives up a slow chart once the text is another one, not because the cursor has moved', async () => {
    const { controller, answers, asked, hold, pass } = inEditor();
    answers(() => whole('one', `<svg ${asked.length}>`));
    hold(true);
    controller.cursorMoved(cursor(1));
    await pass();
    await pass(1000);
    controller.cursorMoved(cursor(2));
    await pass();
    expect(asked).toHaveLength(1);
    controller.textChanged('file:///a.flow');
    await pass();
    expect(asked).toHaveLength(2);
    controller.textChanged('file:///a.flow');
    await pass();
    expect(asked).toHaveLength(2);
    await pass(1000);
    expect(asked).toHaveLength(3);
    hold(false);
    expect(await pass()).toMatchObject([{ kind: 'show', svg: '<svg 3>' }]);
  });

  it('shows the picture again to a panel that was hidden', async () => {
    const { controller, answers, pass } = inEditor();
    answers(() => whole('one', '<svg 1>'));
    controller.cursorMoved(cursor(1));
    await pass();
    controller.panelReady();
    expect((await pass())[0]).toMatchObject({ kind: 'show', svg: '<svg 1>' });
  });

  it('goes to the line of a node that is clicked; with two clicks into it, or to the flow that it calls', async () => {
    const { controller, answers, revealed, pass } = inEditor();
    answers(() => whole('one', '<svg 1>'));
    controller.cursorMoved(cursor(1));
    await pass();
    controller.nodeChosen('call');
    controller.nodeFollowed('call');
    controller.nodeFollowed('phone');
    controller.nodeChosen('gone');
    expect(revealed).toEqual([
      'file:///a.flow:2',
      'file:///other.flow:7 with the keyboard',
      'file:///a.flow:1 with the keyboard',
    ]);
  });

  it('goes on when the server has failed', async () => {
    const { controller, answers, pass } = inEditor();
    answers(() => {
      throw new Error('not running');
    });
    controller.cursorMoved(cursor(1));
    expect(await pass()).toEqual([]);
    answers(() => whole('one', '<svg 1>'));
    controller.textChanged('file:///a.flow');
    expect(await pass()).toMatchObject([{ svg: '<svg 1>' }]);
  });

  it('gives the picture for an export, and forgets what is closed', async () => {
    const { controller, answers, pass } = inEditor();
    expect(controller.picture()).toBeUndefined();
    answers(() => whole('one', '<svg 1>'));
    controller.cursorMoved(cursor(1));
    await pass();
    expect(controller.picture()).toEqual({ svg: '<svg 1>', name: 'one' });
    controller.forget('file:///a.flow');
    answers(({ incomplete }) => ({
      ...broken('one'),
      ...(incomplete === true ? { svg: '<svg part>' } : {}),
    }));
    controller.textChanged('file:///a.flow');
    expect(await pass()).toMatchObject([{ svg: '<svg part>' }]);
  });
});
