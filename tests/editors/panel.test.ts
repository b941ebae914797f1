import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelHtml } from '../../editors/vscode/src/panel-html.ts';
import type { FromPanel, ToPanel } from '../../editors/vscode/src/panel-messages.ts';
import { fontFiles } from '../../src/cli/font-files.ts';
import { pictureDrawer } from '../../src/preview/draw-picture.ts';
import { standard } from '../../src/render/theme/standard.ts';
import { parse } from '../../src/syntax/parse.ts';
import { cleanFlow } from '../cli/test-shell.ts';
import { hasBrowser, launchBrowser } from '../render/browser.ts';
import { understand } from '../understand.ts';

const draw = async (text: string): Promise<string> => {
  const [file] = understand(new Map([['a.flow', parse({ path: 'a.flow', text })]])).values();
  const process = file?.built[0]?.process;
  if (process === undefined) throw new Error('no flow');
  return (
    (
      await pictureDrawer(
        fontFiles,
        () => 0,
        () => Promise.reject(new Error('none asked for ELK')),
      )({ process, theme: standard })
    ).svg ?? ''
  );
};

/** The page of the panel in the real browser, with an editor around it that only writes down what is sent to it. */
describe.runIf(hasBrowser)('the panel of the extension', () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
    const { outputFiles } = await build({
      entryPoints: ['editors/vscode/src/webview/panel.ts', 'editors/vscode/src/webview/panel.css'],
      outdir: 'out',
      bundle: true,
      format: 'esm',
      write: false,
    });
    const file = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
    page = await browser.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    const origin = 'http://panel.test';
    await page.route(`${origin}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const bodies: Record<string, [string, string]> = {
        '/': ['text/html', panelHtml('/panel.js', '/panel.css', origin, 'abc')],
        '/panel.js': ['text/javascript', file('.js')],
        '/panel.css': ['text/css', file('.css')],
      };
      const [contentType, body] = bodies[pathname] ?? ['text/plain', ''];
      return route.fulfill({ contentType, body });
    });
    await page.addInitScript(`
      window.told = [];
      window.acquireVsCodeApi = () => ({ postMessage: (message) => window.told.push(message) });
    `);
    await page.goto(`${origin}/`);
    await page.evaluate("document.body.className = 'vscode-light'");
  });
  afterAll(() => browser.close());
  const post = (message: ToPanel) => page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
  const told = (): Promise<readonly FromPanel[]> => page.evaluate('window.told.splice(0)');
  const node = (label: string) => page.locator('.sheet g.node', { hasText: label });
  const show = async (text: string): Promise<void> => {
    const svg = await draw(text);
    await post({ kind: 'show', flow: 'a', title: 'A', svg, selected: undefined, state: 'current' });
  };

  it('says that it is ready, and shows what it is told', async () => {
    expect(await told()).toEqual([{ kind: 'ready' }]);
    await show(cleanFlow('a'));
    await node('Answer the call').waitFor();
    expect(await page.locator('.empty').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('tells the node that is clicked, and shows the node of the cursor', async () => {
    await show(cleanFlow('a'));
    await node('Answer the call').click();
    expect(await told()).toEqual([{ kind: 'select', node: 'answer' }]);
    await node('Answer the call').dblclick();
    expect(await told()).toContainEqual({ kind: 'follow', node: 'answer' });
    await post({ kind: 'select', selected: 'phone' });
    await page.locator('g.node.selected', { hasText: 'Customer calls' }).waitFor();
  });

  it('says when the chart is not the text', async () => {
    await show(cleanFlow('a'));
    await post({ kind: 'state', state: 'outdated' });
    await page.getByText('This is the last good chart.').waitFor();
    await post({ kind: 'state', state: 'current' });
    await page.locator('.notice').waitFor({ state: 'hidden' });
    await post({ kind: 'nothing', reason: 'There is no flow at the cursor.' });
    await page.getByText('There is no flow at the cursor.').waitFor();
    expect(await page.locator('.sheet svg').count()).toBe(0);
  });

  it('has the colours of the editor, whatever those of the system are', async () => {
    await show(cleanFlow('a'));
    const background = () =>
      page.evaluate(
        "getComputedStyle(document.querySelector('.sheet').shadowRoot.querySelector('.background')).fill",
      );
    for (const [system, theme, colour] of [
      ['light', 'vscode-dark', 'rgb(17, 22, 28)'],
      ['dark', 'vscode-light', 'rgb(255, 255, 255)'],
      ['dark', 'vscode-high-contrast vscode-high-contrast-light', 'rgb(255, 255, 255)'],
      ['light', 'vscode-high-contrast', 'rgb(17, 22, 28)'],
    ] as const) {
      await page.emulateMedia({ colorScheme: system });
      await page.evaluate(`document.body.className = '${theme}'`);
      await expect.poll(background).toBe(colour);
    }
  });

  it('zooms by buttons and keys', async () => {
    await show(cleanFlow('a'));
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'Larger' }).click();
    expect(await page.locator('.zoom').innerText()).toBe('125 %');
    await page.keyboard.press('-');
    expect(await page.locator('.zoom').innerText()).toBe('100 %');
  });

  it('makes a PNG, light though the editor is dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.evaluate("document.body.className = 'vscode-dark'");
    await show(cleanFlow('a'));
    await told();
    await post({ kind: 'export-png', scale: 2 });
    const sent: FromPanel[] = [];
    await expect
      .poll(async () => {
        sent.push(...(await told()));
        return sent.length;
      })
      .toBe(1);
    const [message] = sent;
    if (message?.kind !== 'png') throw new Error('no picture was sent');
    const png = Buffer.from(message.data, 'base64');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(200);
    const corner = await page.evaluate(`(async () => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob('${message.data}'), (c) => c.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      context.drawImage(bitmap, 0, 0);
      return [...context.getImageData(2, 2, 1, 1).data];
    })()`);
    expect(corner).toEqual([255, 255, 255, 255]);
    expect(complaints).toEqual([]);
  });
});
