import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { PreviewAnswer } from '../../src/server/protocol/preview-request.ts';
import { cleanFlow } from '../cli/test-shell.ts';

const folder = join(import.meta.dirname, '..', '..', 'editors', 'vscode');

describe('the package of the extension', () => {
  let packed = '';
  beforeAll(() => {
    const nowhere = 'http://127.0.0.1:9';
    execFileSync(process.execPath, ['build.js', '--package'], {
      cwd: folder,
      stdio: 'pipe',
      env: { ...process.env, http_proxy: nowhere, https_proxy: nowhere, npm_config_offline: 'true' },
    });
    packed = readFileSync(join(folder, 'flowc-0.1.0.vsix'), 'latin1');
  });

  it('holds what it needs, and no source', () => {
    for (const name of [
      'package.json',
      'language-configuration.json',
      'snippets/flow.json',
      'out/extension.cjs',
      'out/server.mjs',
      'out/drawing.mjs',
      'out/elk.mjs',
      'out/panel.js',
      'out/panel.css',
      'out/flow.tmLanguage.json',
      'out/icon.png',
      'out/fonts/noto-sans.ttf.gz',
      'out/node_modules/elkjs/lib/elk-worker.min.js',
      'out/node_modules/harfbuzzjs/dist/harfbuzz.wasm',
    ])
      expect(packed, name).toContain(`extension/${name}`);
    expect(packed).not.toContain('extension/src');
    expect(packed).not.toContain('extension/build.js');
    expect(packed.length).toBeLessThan(3_000_000);
  });

  it('has the grammar of the repository', () => {
    const copy = readFileSync(join(folder, 'out/flow.tmLanguage.json'), 'utf8');
    expect(copy).toBe(readFileSync(join(folder, '../../grammar/flow.tmLanguage.json'), 'utf8'));
  });

  it.each([
    ['everything that a chart takes', '{}'],
    ['ELK, where the configuration asks for it', '{ "layout": "elk" }'],
  ])('brings a server that speaks, with %s', async (_, configuration) => {
    const project = mkdtempSync(join(tmpdir(), 'flowc-editor-'));
    writeFileSync(join(project, 'flowc.config.json'), configuration);
    const child = spawn(process.execPath, [join(folder, 'out/server.mjs'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: pathToFileURL(project).href,
      capabilities: {},
    });
    const uri = pathToFileURL(join(project, 'a.flow')).href;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'flow', version: 1, text: cleanFlow('a') },
    });
    const answer = await connection.sendRequest<PreviewAnswer>('flowc/preview', {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    expect(answer.svg).toMatch(/^<svg [\s\S]*Answer the call/);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
    rmSync(project, { recursive: true, force: true });
  });
});
