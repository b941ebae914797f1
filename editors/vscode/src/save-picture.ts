import * as vscode from 'vscode';

/** Asks where a picture is to go, and writes it there. */
export async function savePicture(
  name: string | undefined,
  format: 'svg' | 'png',
  bytes: Uint8Array,
): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = `${name ?? 'chart'}.${format}`;
  const target = await vscode.window.showSaveDialog({
    filters: { [format.toUpperCase()]: [format] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, file) }),
  });
  if (target === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch (error) {
    void vscode.window.showErrorMessage(
      `The chart cannot be saved: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
