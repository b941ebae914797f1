import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, startClient } from './client.ts';

const common = `flow identify "Identify the customer"

role agent "Agent"
role lead  "Team lead"
system crm "Customer database"
term SKU "The number that names one product"

touchpoint contact "Customer is asked who he is"
step ask "Ask for the name" by agent to customer within 1min
end known "Customer known" as success
`;

const order = `use "common.flow"

flow order "Order by phone"

touchpoint phone "Customer calls"
step answer "Answer the call 📞" by agent to customer within 20s
call identify
step check "Check the SKU" by agent using crm within 2min
  note "See the list"
  link "list.pdf"
if stock? "In stock?" {
  step reserve "Reserve it" by agent within 10min
  end placed "Order placed" as success
}
escalate decide "Decide what to offer" by agent to lead within 1h
if again? "Try again?" -> check max 3 then -> lost
end lost "Nothing to offer" as failure
`;

const pulling = {
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown' as const] },
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
  },
  workspace: { diagnostics: { refreshSupport: true } },
};

describe('a client that asks for diagnostics', () => {
  let client: Client;
  const files = { 'common.flow': common, 'order.flow': order, 'list.pdf': '' };
  beforeAll(async () => {
    client = await startClient(files, pulling);
    client.open('order.flow', order);
  });
  beforeEach(() => {
    client.change('order.flow', order);
    client.open('common.flow', common);
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });
  const position = (needle: string, plus = 0) => ({ position: client.at('order.flow', needle, plus) });
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  it('is told what the server can do', () => {
    const { capabilities, serverInfo } = client.initialized;
    expect(serverInfo?.name).toBe('flowc');
    expect(capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true });
    expect(capabilities.positionEncoding).toBe('utf-16');
  });

  it('gets them, and again only when they have changed', async () => {
    const first = await client.ask('textDocument/diagnostic', 'order.flow');
    expect(first).toMatchObject({ kind: 'full', items: [] });
    const again = await client.ask('textDocument/diagnostic', 'order.flow', {
      previousResultId: first.resultId,
    });
    expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });
    client.change('order.flow', order.replace('by agent using crm', 'by agnet using crm'));
    const broken = await client.ask('textDocument/diagnostic', 'order.flow', {
      previousResultId: first.resultId,
    });
    expect(broken.items).toHaveLength(1);
    expect(broken.items[0]).toMatchObject({
      code: 'near-name',
      severity: 1,
      source: 'flowc',
      range: { start: { line: 7, character: 30 }, end: { line: 7, character: 35 } },
      relatedInformation: [{ location: { uri: client.uri('common.flow') } }],
    });
  });

  it('is told to ask again when another, unsaved file changes what is wrong', async () => {
    const asked = new Promise<void>((resolve) =>
      client.connection.onRequest('workspace/diagnostic/refresh', () => resolve()),
    );
    await client.ask('textDocument/diagnostic', 'order.flow');
    client.change('common.flow', common.replace('system crm "Customer database"\n', ''));
    await asked;
    const { items } = await client.ask('textDocument/diagnostic', 'order.flow');
    expect(items.map(({ code }) => code)).toEqual(['undeclared-system']);
    client.change('common.flow', common);
    expect((await client.ask('textDocument/diagnostic', 'order.flow')).items).toEqual([]);
  });

  it('completion: a name, with what replaces it', async () => {
    const { items } = await client.ask('textDocument/completion', 'order.flow', position('agent using', 3));
    expect(items.map(({ label }) => label)).toEqual(['agent', 'lead', 'crm', 'customer']);
    expect(items[0]?.labelDetails).toEqual({ description: 'Agent' });
    expect(items[0]?.textEdit).toMatchObject({
      range: {
        start: { line: 7, character: 30 },
        end: { line: 7, character: 35 },
      },
    });
    const context = { triggerKind: 2, triggerCharacter: ' ' };
    expect(
      await client.ask('textDocument/completion', 'order.flow', { ...position('step check', 11), context }),
    ).toBe(null);
  });

  it('hover, behind a character of two units', async () => {
    const { contents, range } = await client.ask(
      'textDocument/hover',
      'order.flow',
      position('agent to customer', 1),
    );
    expect(contents).toEqual({ kind: 'markdown', value: '**Agent** · role `agent`' });
    expect(range).toEqual({ start: { line: 5, character: 36 }, end: { line: 5, character: 41 } });
  });

  it('definition in another file, and references from all', async () => {
    const [found] = await client.ask('textDocument/definition', 'order.flow', position('crm within', 1));
    expect(found).toEqual({
      uri: client.uri('common.flow'),
      range: { start: { line: 4, character: 7 }, end: { line: 4, character: 10 } },
    });
    const uses = await client.ask('textDocument/references', 'order.flow', {
      ...position('agent to', 1),
      context: { includeDeclaration: false },
    });
    expect(uses).toHaveLength(6 - 1);
    const marked = await client.ask('textDocument/documentHighlight', 'order.flow', position('check max', 1));
    expect(marked.map(({ kind }) => kind)).toEqual([3, 2]);
  });

  it('rename: asks first, changes all files, refuses with a reason', async () => {
    expect(await client.ask('textDocument/prepareRename', 'order.flow', position('stock?', 1))).toEqual({
      range: { start: { line: 10, character: 3 }, end: { line: 10, character: 8 } },
      placeholder: 'stock',
    });
    const { changes } = await client.ask('textDocument/rename', 'order.flow', {
      ...position('agent using', 1),
      newName: 'clerk',
    });
    expect(Object.keys(changes).sort()).toEqual([client.uri('common.flow'), client.uri('order.flow')].sort());
    await expect(
      client.ask('textDocument/rename', 'order.flow', { ...position('agent using', 1), newName: 'step' }),
    ).rejects.toThrow('“step” is a word of the language');
    await expect(
      client.ask('textDocument/prepareRename', 'order.flow', position('"Reserve', 3)),
    ).rejects.toThrow('no name');
  });

  it('outline, and symbols of the whole project', async () => {
    const [flow] = await client.ask('textDocument/documentSymbol', 'order.flow');
    expect(flow).toMatchObject({ name: 'Order by phone', detail: 'order', kind: 2 });
    expect(flow?.children?.map(({ name }) => name)).toContain('In stock?');
    const found = await client.connection.sendRequest<{ name: string; containerName: string }[]>(
      'workspace/symbol',
      {
        query: 'asknam',
      },
    );
    expect(found).toMatchObject([{ name: 'Ask for the name', containerName: 'Identify the customer' }]);
  });

  it('folds, selections, semantic tokens', async () => {
    const folds = await client.ask('textDocument/foldingRange', 'order.flow');
    expect(folds).toContainEqual({ startLine: 10, endLine: 12, kind: 'region' });
    const [selection] = await client.ask('textDocument/selectionRange', 'order.flow', {
      positions: [client.at('order.flow', 'Reserve it', 2)],
    });
    expect(selection?.range).toEqual({
      start: { line: 11, character: 16 },
      end: { line: 11, character: 26 },
    });
    expect(selection?.parent?.parent).toBeDefined();
    const { data } = await client.ask('textDocument/semanticTokens/full', 'order.flow');
    const keyword =
      client.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes.indexOf('keyword');
    expect(data.slice(0, 5)).toEqual([0, 0, 3, keyword, 0]);
    const some = await client.ask('textDocument/semanticTokens/range', 'order.flow', {
      range: { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } },
    });
    expect(some.data[0]).toBe(5);
    expect(some.data.length).toBeLessThan(data.length);
  });

  it('formatting: all, a range, on type', async () => {
    const crooked = order.replace('step check', '   step   check');
    client.change('order.flow', crooked);
    const options = { tabSize: 2, insertSpaces: true };
    const edit = {
      range: { start: { line: 7, character: 0 }, end: { line: 8, character: 0 } },
      newText: `${order.split('\n')[7]}\n`,
    };
    expect(await client.ask('textDocument/formatting', 'order.flow', { options })).toEqual([edit]);
    expect(
      await client.ask('textDocument/rangeFormatting', 'order.flow', { options, range: edit.range }),
    ).toEqual([edit]);
    const elsewhere = { start: { line: 10, character: 0 }, end: { line: 11, character: 0 } };
    expect(
      await client.ask('textDocument/rangeFormatting', 'order.flow', { options, range: elsewhere }),
    ).toEqual([]);
    expect(
      await client.ask('textDocument/onTypeFormatting', 'order.flow', {
        options,
        ch: '\n',
        position: { line: 8, character: 0 },
      }),
    ).toEqual([edit]);
  });

  it('quick fixes, and all of them at once', async () => {
    client.change(
      'order.flow',
      order.replace('within 20s', 'within 20sec').replace('by agent using', 'by agnet using'),
    );
    const actions = await client.ask('textDocument/codeAction', 'order.flow', {
      range: whole,
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title, isPreferred = false }) => [title, isPreferred])).toEqual([
      ['Write 20s', true],
      ['Write “agent”', false],
    ]);
    const [all] = await client.ask('textDocument/codeAction', 'order.flow', {
      range: whole,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    expect(all?.kind).toBe('source.fixAll');
    expect(all?.edit?.changes?.[client.uri('order.flow')]).toHaveLength(1);
  });

  it('links, hints, lenses', async () => {
    const links = await client.ask('textDocument/documentLink', 'order.flow');
    expect(links.map(({ target }) => target)).toEqual([
      client.uri('common.flow'),
      `${client.uri('common.flow')}#L1`,
      client.uri('list.pdf'),
    ]);
    const hints = await client.ask('textDocument/inlayHint', 'order.flow', { range: whole });
    expect(hints.map(({ label }) => label)).toEqual([
      '≤ 3 minutes 20 seconds in all',
      '≤ 13 minutes 20 seconds in all',
      '≤ 1 hour 3 minutes in all',
      'Check the SKU',
      'Nothing to offer',
    ]);
    const [lens] = await client.ask('textDocument/codeLens', 'order.flow');
    expect(lens?.command?.title).toMatch(/^3 paths · at most /);
  });

  it('a mistake in a configuration is shown there', async () => {
    const other = await startClient(
      { 'a.flow': 'flow a\n', 'flowc.config.json': '{ "rules": { "dead-ent": "off" } }' },
      pulling,
    );
    other.open('a.flow', 'flow a\n');
    const [found] = await other.published('flowc.config.json');
    expect(found?.message).toContain('dead-end');
    expect(found?.range.start).toEqual({ line: 0, character: 13 });
    await other.stop();
  });
});

describe('a client that is sent diagnostics', () => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient({ 'common.flow': common, 'order.flow': order }, {});
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });

  it('gets those of the edited file, and of others that it changes', async () => {
    client.open('order.flow', order);
    expect(await client.published('order.flow')).toEqual([]);
    client.open('common.flow', common);
    client.change('common.flow', common.replace('role lead', 'role boss'));
    const found = await client.published('order.flow', (diagnostics) => diagnostics.length > 0);
    expect(found).toMatchObject([{ code: 'undeclared-role' }]);
    client.change('common.flow', common);
    expect(await client.published('order.flow')).toEqual([]);
  });

  it('gets none for a file that is closed', async () => {
    client.open('new.flow', 'flow new\nstep x by\n');
    expect(await client.published('new.flow', (found) => found.length > 0)).not.toEqual([]);
    await client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: client.uri('new.flow') },
    });
    expect(await client.published('new.flow', (found) => found.length === 0)).toEqual([]);
  });

  it('is shown plain text, and no snippets', async () => {
    const { contents } = await client.ask('textDocument/hover', 'order.flow', {
      position: client.at('order.flow', 'agent to customer', 1),
    });
    expect(contents).toEqual({ kind: 'plaintext', value: 'Agent · role agent' });
    const { items } = await client.ask('textDocument/completion', 'order.flow', {
      position: client.at('order.flow', 'step check'),
    });
    expect(items.some(({ insertTextFormat }) => insertTextFormat === 2)).toBe(false);
  });
});
