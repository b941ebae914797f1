import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { PreviewAnswer } from '../../../src/server/protocol/preview-request.ts';
import { panelHtml } from './panel-html.ts';
import type { FromPanel, ToPanel } from './panel-messages.ts';
import { createPreviewController, type PreviewController, type PreviewHost } from './preview-controller.ts';
import { savePicture } from './save-picture.ts';

/** The one panel beside the editor. */
export interface PreviewPanel extends vscode.Disposable {
  open(): void;
  exportSvg(): Promise<void>;
  exportPng(): Promise<void>;
}

/** Pixels of an exported PNG for one of the chart. */
const scale = 2;

export function createPreviewPanel(extensionUri: vscode.Uri, ask: PreviewHost['ask']): PreviewPanel {
  let panel: vscode.WebviewPanel | undefined;
  const post = (message: ToPanel): void => void panel?.webview.postMessage(message);
  const controller = createPreviewController({
    ask,
    post,
    reveal: (uri, range, focus) => void reveal(uri, range, focus),
    later: (run, delay) => void setTimeout(run, delay),
  });
  const listeners = [
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === 'flow') controller.textChanged(document.uri.toString());
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => controller.forget(uri.toString())),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => follow(controller, textEditor)),
    vscode.window.onDidChangeActiveTextEditor((editor) => follow(controller, editor)),
  ];
  const receive = (message: FromPanel): void => {
    switch (message.kind) {
      case 'ready':
        controller.panelReady();
        break;
      case 'select':
        controller.nodeChosen(message.node);
        break;
      case 'follow':
        controller.nodeFollowed(message.node);
        break;
      case 'png':
        void savePicture(controller.picture()?.name, 'png', Buffer.from(message.data, 'base64'));
    }
  };
  return {
    open() {
      follow(controller, vscode.window.activeTextEditor);
      if (panel !== undefined) {
        panel.reveal(undefined, true);
        return;
      }
      const out = vscode.Uri.joinPath(extensionUri, 'out');
      panel = vscode.window.createWebviewPanel(
        'flowc.preview',
        'Chart',
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { enableScripts: true, localResourceRoots: [out] },
      );
      void vscode.commands.executeCommand('setContext', 'flowc.previewIsOpen', true);
      const { webview } = panel;
      const address = (name: string): string =>
        webview.asWebviewUri(vscode.Uri.joinPath(out, name)).toString();
      webview.onDidReceiveMessage(receive);
      panel.onDidDispose(() => {
        panel = undefined;
        void vscode.commands.executeCommand('setContext', 'flowc.previewIsOpen', false);
      });
      webview.html = panelHtml(
        address('panel.js'),
        address('panel.css'),
        webview.cspSource,
        randomBytes(18).toString('base64'),
      );
    },
    async exportSvg() {
      const picture = controller.picture();
      if (picture !== undefined) await savePicture(picture.name, 'svg', Buffer.from(picture.svg));
    },
    async exportPng() {
      if (controller.picture() !== undefined) post({ kind: 'export-png', scale });
    },
    dispose() {
      for (const listener of listeners) listener.dispose();
      panel?.dispose();
    },
  };
}

function follow(controller: PreviewController, editor: vscode.TextEditor | undefined): void {
  if (editor?.document.languageId !== 'flow') return;
  const { line, character } = editor.selection.active;
  controller.cursorMoved({ uri: editor.document.uri.toString(), line, character });
}

async function reveal(
  uri: string,
  { start, end }: PreviewAnswer['nodes'][string]['range'],
  focus: boolean,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One,
    preserveFocus: !focus,
  });
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
