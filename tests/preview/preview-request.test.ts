import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import type { PreviewAnswer, PreviewParams } from '../../src/server/protocol/preview-request.ts';
import { cleanFlow } from '../cli/test-shell.ts';
import { type Client, startClient } from '../server/client.ts';
import { slowFlow } from './slow-flow.ts';

const caller = `use "b.flow"\n\nflow a "Service"\ntouchpoint phone "Call"\ncall b\nend done "Served"\n\n`;

describe('flowc/preview', () => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient({ 'a.flow': caller, 'b.flow': cleanFlow('b') }, {});
    client.open('a.flow', caller + cleanFlow('second'));
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });
  const ask = (line: number, more: Partial<PreviewParams> = {}): Promise<PreviewAnswer | null> =>
    client.connection.sendRequest('flowc/preview', {
      textDocument: { uri: client.uri('a.flow') },
      position: { line, character: 0 },
      ...more,
    });

  it('draws the flow of the cursor, with the ranges of its nodes and the flows that they lead to', async () => {
    const first = await ask(3);
    expect(first).toMatchObject({ flow: { id: 'a', title: 'Service' }, isWhole: true });
    expect(first?.svg).toMatch(/^<svg [^>]*data-flow="a"/);
    expect(first?.nodes['phone']?.range).toEqual({
      start: { line: 3, character: 0 },
      end: { line: 3, character: 23 },
    });
    const call = Object.values(first?.nodes ?? {}).find(({ flow }) => flow !== undefined);
    expect(call?.flow).toMatchObject({
      uri: client.uri('b.flow'),
      range: { start: { line: 0, character: 5 } },
    });
    expect((await ask(0))?.flow.id).toBe('a');
    expect((await ask(6))?.flow.id).toBe('a');
    expect((await ask(9))?.flow.id).toBe('second');
  });

  it('has no picture of a broken flow unless one of its remains is asked for; other flows go on', async () => {
    client.change('a.flow', `${caller}-> nowhere\n${cleanFlow('second')}`);
    const first = await ask(3);
    expect(first).toMatchObject({ flow: { id: 'a' }, isWhole: false });
    expect(first?.svg).toBeUndefined();
    expect((await ask(3, { incomplete: true }))?.svg).toContain('Served');
    expect((await ask(9))?.isWhole).toBe(true);
  });

  it('keeps nobody waiting, and ends when nobody waits for it', async () => {
    client.change('a.flow', slowFlow('slow'));
    const cancellation = new CancellationTokenSource();
    let isDrawn = false;
    const drawn = client.connection
      .sendRequest<PreviewAnswer>(
        'flowc/preview',
        { textDocument: { uri: client.uri('a.flow') }, position: { line: 0, character: 0 } },
        cancellation.token,
      )
      .finally(() => {
        isDrawn = true;
      });
    const at = client.at('a.flow', 'step do-1 ', 5);
    expect(await client.ask('textDocument/hover', 'a.flow', { position: at })).toMatchObject({
      contents: { value: expect.stringContaining('Do 1') },
    });
    expect(isDrawn).toBe(false);
    cancellation.cancel();
    await expect(drawn).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    client.change('a.flow', cleanFlow('quick'));
    expect((await ask(0))?.svg).toContain('Answer the call');
  });

  it('has nothing where there is no flow', async () => {
    client.change('a.flow', '# nothing yet\n');
    expect(await ask(0)).toBeNull();
  });
});

it('shows in an editor what the configuration names', async () => {
  const noted = cleanFlow('one').replace('"Answer the call"', '"Answer the call" note "Smile"');
  const svgWith = async (configuration: string): Promise<string> => {
    const client = await startClient({ 'a.flow': noted, 'flowc.config.json': configuration }, {});
    client.open('a.flow', noted);
    const answer = await client.connection.sendRequest<PreviewAnswer>('flowc/preview', {
      textDocument: { uri: client.uri('a.flow') },
      position: { line: 0, character: 0 },
    });
    await client.stop();
    return answer.svg ?? '';
  };
  expect(await svgWith('{}')).not.toContain('Smile');
  expect(await svgWith('{ "show": ["owner", "notes"] }')).toContain('Smile');
});
