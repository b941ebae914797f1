import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { PreviewAnswer, PreviewParams } from '../../../src/server/protocol/preview-request.ts';
import { createPreviewPanel } from './preview-panel.ts';
import { type ServerCommand, serverCommand } from './server-command.ts';

/** Starts the language server and offers the commands. Ends with what it has put into `context.subscriptions`. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('flowc', { log: true });
  let client: LanguageClient | undefined;
  const start = async (): Promise<void> => {
    const command = chosenServer(context);
    output.info(`starting ${command.says}`);
    client = createClient(command, output);
    try {
      await client.start();
    } catch (error) {
      void vscode.window.showErrorMessage(
        `flowc did not start: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
  const stop = async (): Promise<void> => {
    const before = client;
    client = undefined;
    await before?.dispose().catch(() => undefined);
  };
  const restart = async (): Promise<void> => {
    await stop();
    await start();
  };
  const ask = async (params: PreviewParams, superseded: AbortSignal): Promise<PreviewAnswer | null> => {
    if (client === undefined) throw new Error('the language server is not running');
    const cancellation = new vscode.CancellationTokenSource();
    superseded.addEventListener('abort', () => cancellation.cancel(), { once: true });
    return client.sendRequest<PreviewAnswer | null>('flowc/preview', params, cancellation.token);
  };
  const preview = createPreviewPanel(context.extensionUri, ask);
  context.subscriptions.push(
    output,
    preview,
    { dispose: () => void stop() },
    vscode.commands.registerCommand('flowc.openPreview', () => preview.open()),
    vscode.commands.registerCommand('flowc.exportSvg', () => preview.exportSvg()),
    vscode.commands.registerCommand('flowc.exportPng', () => preview.exportPng()),
    vscode.commands.registerCommand('flowc.restartServer', restart),
    vscode.commands.registerCommand('flowc.showOutput', () => output.show()),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('flowc.server')) void restart();
    }),
  );
  await start();
}

function chosenServer({ extensionPath }: vscode.ExtensionContext): ServerCommand {
  const settings = vscode.workspace.getConfiguration('flowc.server');
  return serverCommand({
    source: settings.get<'project' | 'bundled'>('source', 'project'),
    path: settings.get('path', ''),
    folders: (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
    isTrusted: vscode.workspace.isTrusted,
    bundled: join(extensionPath, 'out', 'server.mjs'),
    exists: existsSync,
    join,
  });
}

function createClient(
  { module, args }: ServerCommand,
  outputChannel: vscode.LogOutputChannel,
): LanguageClient {
  const run = { module, args: [...args], transport: TransportKind.stdio };
  return new LanguageClient(
    'flowc',
    'flowc',
    { run, debug: run },
    {
      documentSelector: [{ language: 'flow' }],
      outputChannel,
      synchronize: {
        fileEvents: vscode.workspace.createFileSystemWatcher('**/{*.flow,flowc.config.json}'),
      },
    },
  );
}
