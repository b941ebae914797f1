import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeLens,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type FullDocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type InlayHint,
  type Location,
  type Position,
  type ProtocolConnection,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver/node';

export const serverCommand: readonly string[] = [
  process.execPath,
  join(import.meta.dirname, '..', '..', 'src', 'main.ts'),
  'lsp',
  '--stdio',
];

/** A folder on the disk with these files in it. */
export function temporaryProject(files: Readonly<Record<string, string>>): {
  readonly folder: string;
  remove(): void;
} {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'flowc-lsp-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What the server answers, by request. */
export interface Answers {
  readonly 'textDocument/diagnostic': FullDocumentDiagnosticReport;
  readonly 'textDocument/completion': CompletionList;
  readonly 'textDocument/hover': Hover;
  readonly 'textDocument/definition': Location[];
  readonly 'textDocument/references': Location[];
  readonly 'textDocument/documentHighlight': DocumentHighlight[];
  readonly 'textDocument/prepareRename': { readonly range: Range; readonly placeholder: string };
  readonly 'textDocument/rename': { readonly changes: Readonly<Record<string, readonly TextEdit[]>> };
  readonly 'textDocument/documentSymbol': DocumentSymbol[];
  readonly 'textDocument/foldingRange': FoldingRange[];
  readonly 'textDocument/selectionRange': SelectionRange[];
  readonly 'textDocument/semanticTokens/full': SemanticTokens;
  readonly 'textDocument/semanticTokens/range': SemanticTokens;
  readonly 'textDocument/formatting': TextEdit[];
  readonly 'textDocument/rangeFormatting': TextEdit[];
  readonly 'textDocument/onTypeFormatting': TextEdit[];
  readonly 'textDocument/codeAction': CodeAction[];
  readonly 'textDocument/documentLink': DocumentLink[];
  readonly 'textDocument/inlayHint': InlayHint[];
  readonly 'textDocument/codeLens': CodeLens[];
}

/** A client of a real server process. Places are found by the text that stands there. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly child: ChildProcess;
  readonly initialized: InitializeResult;
  uri(name: string): string;
  /** Opens a file with this text, which the disk need not have; changes it where it is open. */
  open(name: string, text: string): void;
  /** Gives an open file another text. */
  change(name: string, text: string): void;
  /** The place of `needle` in an open file, `plus` characters further on. */
  at(name: string, needle: string, plus?: number): Position;
  /** Sends a request about an open file. */
  ask<Method extends keyof Answers>(method: Method, name: string, more?: object): Promise<Answers[Method]>;
  /** The diagnostics that the server sends next for a file, those that pass the test. */
  published(
    name: string,
    isWanted?: (found: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]>;
  stop(): Promise<number | null>;
}

export async function startClient(
  files: Readonly<Record<string, string>>,
  capabilities: ClientCapabilities,
): Promise<Client> {
  const { folder, remove } = temporaryProject(files);
  const [command = '', ...args] = serverCommand;
  const child = spawn(command, args, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const texts = new Map<string, { text: string; version: number }>();
  const sent: { uri: string; diagnostics: readonly Diagnostic[] }[] = [];
  const waiting: (() => void)[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    sent.push(params);
    for (const look of waiting.splice(0)) look();
  });
  connection.listen();
  const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: null,
    capabilities,
  });
  await connection.sendNotification('initialized', {});
  const client: Client = {
    connection,
    child,
    initialized,
    uri,
    open(name, text) {
      if (texts.has(name)) {
        client.change(name, text);
        return;
      }
      texts.set(name, { text, version: 1 });
      const textDocument = { uri: uri(name), languageId: 'flow', version: 1, text };
      void connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    change(name, text) {
      const version = (texts.get(name)?.version ?? 0) + 1;
      texts.set(name, { text, version });
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(name), version },
        contentChanges: [{ text }],
      });
    },
    at(name, needle, plus = 0) {
      const before = texts.get(name)?.text.split(needle)[0] ?? '';
      const lines = before.split('\n');
      return { line: lines.length - 1, character: (lines.at(-1) ?? '').length + plus };
    },
    ask: (method, name, more = {}) =>
      connection.sendRequest(method, { textDocument: { uri: uri(name) }, ...more }),
    async published(name, isWanted = () => true) {
      for (;;) {
        const found = sent.findIndex((each) => each.uri === uri(name) && isWanted(each.diagnostics));
        if (found !== -1) return sent.splice(found, 1)[0]?.diagnostics ?? [];
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    async stop() {
      const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const ended = await code;
      remove();
      return ended;
    },
  };
  return client;
}
