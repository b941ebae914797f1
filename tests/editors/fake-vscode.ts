/** As much of VS Code as the extension uses, with all that it was asked to do written down. */
export function fakeVscode() {
  const commands = new Map<string, () => unknown>();
  const listeners = new Map<string, (event: unknown) => unknown>();
  const done: string[] = [];
  const posted: unknown[] = [];
  const written: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  const settings = new Map<string, unknown>();
  const state = {
    isTrusted: true,
    activeTextEditor: undefined as unknown,
    html: '',
    saveTo: undefined as unknown,
  };
  const disposable = { dispose: () => {} };
  const event = (name: string) => (listener: (event: unknown) => unknown) => {
    listeners.set(name, listener);
    return disposable;
  };
  const uri = (path: string) => ({ path, fsPath: path, toString: () => `file://${path}` });
  const panel = {
    webview: {
      cspSource: 'https://panel.test',
      asWebviewUri: ({ path }: { readonly path: string }) => `https://panel.test${path}`,
      onDidReceiveMessage: event('message'),
      postMessage: async (message: unknown) => void posted.push(message),
      get html() {
        return state.html;
      },
      set html(html: string) {
        state.html = html;
      },
    },
    onDidDispose: event('dispose'),
    reveal: () => void done.push('panel revealed'),
    dispose: () => void done.push('panel disposed'),
  };
  const api = {
    Uri: {
      joinPath: (base: { readonly path: string }, ...parts: string[]) => uri([base.path, ...parts].join('/')),
      parse: (text: string) => uri(text.replace('file://', '')),
    },
    Range: class {
      readonly start: { readonly line: number };
      constructor(line: number) {
        this.start = { line };
      }
    },
    Selection: class {},
    CancellationTokenSource: class {
      readonly token = {};
      cancel() {}
    },
    ViewColumn: { One: 1, Beside: -2 },
    TextEditorRevealType: { InCenterIfOutsideViewport: 2 },
    commands: {
      registerCommand(name: string, run: () => unknown) {
        commands.set(name, run);
        return disposable;
      },
      executeCommand: async (...args: unknown[]) => void done.push(args.join(' ')),
    },
    window: {
      get activeTextEditor() {
        return state.activeTextEditor;
      },
      visibleTextEditors: [],
      createOutputChannel: () => ({
        info: (text: string) => done.push(text),
        show: () => done.push('output shown'),
        ...disposable,
      }),
      createWebviewPanel(type: string) {
        done.push(`panel ${type}`);
        return panel;
      },
      onDidChangeTextEditorSelection: event('selection'),
      onDidChangeActiveTextEditor: event('editor'),
      showErrorMessage: async (text: string) => void done.push(`error: ${text}`),
      showSaveDialog: async () => state.saveTo,
      showTextDocument: async () => ({
        revealRange: ({ start }: { readonly start: { readonly line: number } }) =>
          done.push(`line ${start.line} shown`),
      }),
    },
    workspace: {
      get isTrusted() {
        return state.isTrusted;
      },
      workspaceFolders: [{ uri: uri('/project') }],
      getConfiguration: () => ({
        get: (name: string, otherwise: unknown) => settings.get(name) ?? otherwise,
      }),
      createFileSystemWatcher: () => disposable,
      openTextDocument: async (asked: unknown) => ({ uri: asked }),
      onDidChangeTextDocument: event('text'),
      onDidCloseTextDocument: event('close'),
      onDidGrantWorkspaceTrust: event('trust'),
      onDidChangeConfiguration: event('configuration'),
      fs: {
        writeFile: async ({ path }: { readonly path: string }, bytes: Uint8Array) =>
          void written.push({ path, bytes }),
      },
    },
  };
  return { api, commands, listeners, done, posted, written, settings, state, uri };
}
