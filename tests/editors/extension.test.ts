import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeVscode } from './fake-vscode.ts';

const world = vi.hoisted(() => ({
  editor: undefined as ReturnType<typeof fakeVscode> | undefined,
  started: [] as unknown[],
  requests: [] as unknown[],
  failure: undefined as Error | undefined,
}));
vi.mock('vscode', () =>
  // What is asked of the module is asked of the editor of the test that runs.
  Object.fromEntries(
    [
      'Uri',
      'Range',
      'Selection',
      'ViewColumn',
      'TextEditorRevealType',
      'commands',
      'CancellationTokenSource',
      'window',
      'workspace',
    ].map((name) => [
      name,
      new Proxy(class {}, {
        get: (_, key) => Reflect.get(Reflect.get(world.editor?.api ?? {}, name), key),
        construct: (_, args) => Reflect.construct(Reflect.get(world.editor?.api ?? {}, name), args),
      }),
    ]),
  ),
);
vi.mock('vscode-languageclient/node', () => ({
  TransportKind: { stdio: 0 },
  LanguageClient: class {
    readonly options: unknown;
    constructor(_id: string, _name: string, server: { readonly run: unknown }) {
      this.options = server.run;
    }
    async start() {
      if (world.failure !== undefined) throw world.failure;
      world.started.push(this.options);
    }
    async dispose() {
      world.started.push('stopped');
    }
    async sendRequest(method: string, params: unknown) {
      world.requests.push([method, params]);
      const range = { start: { line: 4, character: 0 }, end: { line: 4, character: 9 } };
      return { flow: { id: 'a', title: 'A' }, isWhole: true, svg: '<svg/>', nodes: { phone: { range } } };
    }
  },
}));
const { activate } = await import('../../editors/vscode/src/extension.ts');

const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('the extension', () => {
  let editor: ReturnType<typeof fakeVscode>;
  const begin = async (): Promise<void> => {
    const context = {
      extensionPath: '/extension',
      extensionUri: editor.uri('/extension'),
      subscriptions: [],
    };
    await Reflect.apply(activate, undefined, [context]);
  };
  beforeEach(() => {
    editor = fakeVscode();
    world.editor = editor;
    world.started.length = 0;
    world.requests.length = 0;
    world.failure = undefined;
    editor.state.activeTextEditor = {
      document: { languageId: 'flow', uri: editor.uri('/project/a.flow') },
      selection: { active: { line: 4, character: 2 } },
    };
  });

  it('starts its own server where the project has none, and another when the settings change', async () => {
    await begin();
    expect(world.started).toEqual([{ module: '/extension/out/server.mjs', args: [], transport: 0 }]);
    editor.settings.set('path', '/mine/flowc.js');
    editor.listeners.get('configuration')?.({
      affectsConfiguration: (name: string) => name === 'flowc.server',
    });
    await settled();
    expect(world.started.slice(1)).toEqual([
      'stopped',
      { module: '/mine/flowc.js', args: ['lsp'], transport: 0 },
    ]);
    await editor.commands.get('flowc.restartServer')?.();
    expect(world.started).toHaveLength(5);
  });

  it('says when the server does not start', async () => {
    world.failure = new Error('no such file');
    await begin();
    expect(editor.done).toContain('error: flowc did not start: no such file');
  });

  it('opens the chart beside the text, once, with nothing in it that may run but its script', async () => {
    await begin();
    editor.commands.get('flowc.openPreview')?.();
    expect(editor.done).toContain('panel flowc.preview');
    expect(editor.state.html).toContain('src="https://panel.test/extension/out/panel.js"');
    expect(editor.state.html).toMatch(/default-src 'none'; script-src 'nonce-[^']+'/);
    editor.commands.get('flowc.openPreview')?.();
    expect(editor.done.filter((what) => what === 'panel flowc.preview')).toHaveLength(1);
    expect(editor.done).toContain('panel revealed');
  });

  it('shows the flow of the cursor, and the line of a node', async () => {
    await begin();
    editor.commands.get('flowc.openPreview')?.();
    editor.listeners.get('message')?.({ kind: 'ready' });
    await settled();
    expect(world.requests[0]).toEqual([
      'flowc/preview',
      { textDocument: { uri: 'file:///project/a.flow' }, position: { line: 4, character: 2 } },
    ]);
    expect(editor.posted).toContainEqual(
      expect.objectContaining({ kind: 'show', svg: '<svg/>', selected: 'phone' }),
    );
    editor.listeners.get('message')?.({ kind: 'select', node: 'phone' });
    await settled();
    expect(editor.done).toContain('line 4 shown');
    const before = world.requests.length;
    editor.listeners.get('text')?.({ document: { languageId: 'flow', uri: editor.uri('/project/a.flow') } });
    await settled();
    expect(world.requests.length).toBe(before + 1);
    editor.listeners.get('text')?.({
      document: { languageId: 'markdown', uri: editor.uri('/project/a.md') },
    });
    await settled();
    expect(world.requests.length).toBe(before + 1);
  });

  it('saves the chart as SVG and as PNG, where it is told to', async () => {
    await begin();
    await editor.commands.get('flowc.exportSvg')?.();
    expect(editor.written).toEqual([]);
    editor.commands.get('flowc.openPreview')?.();
    await settled();
    await editor.commands.get('flowc.exportSvg')?.();
    expect(editor.written).toEqual([]);
    editor.state.saveTo = editor.uri('/project/a.svg');
    await editor.commands.get('flowc.exportSvg')?.();
    await editor.commands.get('flowc.exportPng')?.();
    expect(editor.posted).toContainEqual({ kind: 'export-png', scale: 2 });
    editor.state.saveTo = editor.uri('/project/a.png');
    editor.listeners.get('message')?.({ kind: 'png', data: Buffer.from('picture').toString('base64') });
    await settled();
    expect(editor.written.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['/project/a.svg', '<svg/>'],
      ['/project/a.png', 'picture'],
    ]);
  });
});
