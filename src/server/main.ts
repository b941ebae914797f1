import {
  createConnection,
  DidChangeWatchedFilesNotification,
  ProposedFeatures,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DrawPicture } from '../preview/picture-maker.ts';
import type { FileSystem } from '../project/file-system.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import type { Source } from '../text/source.ts';
import { abilitiesOf, serverCapabilities } from './protocol/capabilities.ts';
import { answerPreview } from './protocol/preview-request.ts';
import { createPublisher } from './protocol/publisher.ts';
import { answerRequests } from './protocol/requests.ts';
import { createTranslator } from './protocol/translator.ts';
import { pathOfUri } from './protocol/uri.ts';
import { createWorkspace } from './workspace.ts';

/** The world around the server. */
export interface ServerWorld {
  readonly files: FileSystem;
  /** `2026-11-21`. */
  readonly today: () => string;
  readonly version: string;
  /** Draws without keeping the server from its other answers. */
  readonly draw: DrawPicture;
  /** Reads every source. */
  readonly parse?: (source: Source) => ParsedFile;
}

/** Speaks the language server protocol on standard input and output, until the client says that it is over. */
export function serve({ files, today, version, draw, parse }: ServerWorld): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const documents = new TextDocuments(TextDocument);
  const workspace = createWorkspace({ files, today, ...(parse === undefined ? {} : { parse }) });
  const openUris = new Map<string, string>();
  const open = new Map<string, { readonly version: number }>();
  const to = createTranslator(workspace.snapshot, openUris);
  let client = abilitiesOf({});
  let publisher = createPublisher(connection, workspace, to, client, open);
  let folders = new Set<string>();

  connection.onInitialize(({ capabilities, workspaceFolders, rootUri, rootPath }) => {
    client = abilitiesOf(capabilities);
    publisher = createPublisher(connection, workspace, to, client, open);
    const root = rootUri ?? (rootPath == null ? undefined : `file://${rootPath}`);
    const uris = workspaceFolders?.map(({ uri }) => uri) ?? (root === undefined ? [] : [root]);
    folders = new Set(uris.map(pathOfUri));
    workspace.setFolders([...folders]);
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'flowc', version } };
  });
  connection.onInitialized(() => {
    if (client.watchesFiles)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.flow' }, { globPattern: '**/flowc.config.json' }],
      });
    if (client.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.delete(pathOfUri(uri));
        for (const { uri } of added) folders.add(pathOfUri(uri));
        workspace.setFolders([...folders]);
        publisher.changed();
      });
  });
  connection.onDidChangeWatchedFiles(() => {
    workspace.forgetDisk();
    publisher.changed();
  });

  documents.onDidChangeContent(({ document }) => {
    const path = pathOfUri(document.uri);
    openUris.set(path, document.uri);
    open.set(path, { version: document.version });
    workspace.edit(path, document.getText());
    publisher.changed(path);
  });
  documents.onDidSave(() => {
    // What a client doesn't watch may have changed as well.
    workspace.forgetDisk();
    publisher.changed();
  });
  documents.onDidClose(({ document }) => {
    const path = pathOfUri(document.uri);
    openUris.delete(path);
    open.delete(path);
    workspace.close(path);
    publisher.closed(path);
    publisher.changed();
  });

  answerRequests(
    connection,
    workspace,
    to,
    () => client,
    () => publisher,
  );
  answerPreview(connection, workspace, to, draw);
  documents.listen(connection);
  connection.listen();
  return new Promise((resolve) => connection.onExit(resolve));
}
