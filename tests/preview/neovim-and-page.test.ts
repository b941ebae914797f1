import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser } from '../render/browser.ts';
import { serverCommand } from '../server/client.ts';
import { buildPage, type RunningPreview, runningPreview } from './running-preview.ts';

const order = `flow order "Order by phone"

role agent
role store

touchpoint phone "Customer calls"
step answer by agent to customer within 20s
step pack "Pack the parcel 📦" by store within 2h
end placed "Order placed" as success
`;

/** The text in the editor, the chart in the browser beside it: what a person does from the first look to the last. */
describe.runIf(hasBrowser && spawnSync('nvim', ['--version']).error === undefined)(
  'Neovim, and the page beside it',
  () => {
    let preview: RunningPreview;
    let browser: Browser;
    let editor: ChildProcess;
    beforeAll(async () => {
      [preview, browser] = await Promise.all([
        runningPreview({ 'order.flow': order }, await buildPage()),
        launchBrowser(),
      ]);
      editor = spawn(
        'nvim',
        [
          '--clean',
          '--headless',
          '--listen',
          join(preview.folder, 'nvim.socket'),
          '-c',
          `luafile ${join(import.meta.dirname, 'neovim.lua')}`,
        ],
        {
          cwd: preview.folder,
          stdio: 'ignore',
          env: {
            ...process.env,
            FLOWC_SERVER: serverCommand.join('\n'),
            XDG_STATE_HOME: preview.folder,
            XDG_CACHE_HOME: preview.folder,
          },
        },
      );
    });
    afterAll(async () => {
      editor.kill();
      await browser.close();
      await preview.end();
    });
    /** Calls a function of the script, and gives what it returns, which Neovim tells on standard error. */
    const inEditor = (call: string): string =>
      spawnSync('nvim', ['--server', join(preview.folder, 'nvim.socket'), '--remote-expr', `v:lua.${call}`], {
        encoding: 'utf8',
      }).stderr.trim();

    it('opens, breaks, sees, fixes, renames, formats, looks', async () => {
      const page = await browser.newPage();
      const node = (label: string) => page.locator('.sheet g.node', { hasText: label });
      await page.goto(preview.url);
      await node('Answer').waitFor();
      // The last that the script makes: the buffer is there long before.
      await preview.until(() => inEditor('is_ready()') === 'ready');

      expect(inEditor("write_instead('by agent', 'by agnet')")).toBe('written');
      await page.getByText('There is an error in the text. This is the last good chart.').waitFor();
      await page.keyboard.press('n');
      expect(await page.locator('.detail .marked mark').innerText()).toBe('agnet');

      expect(inEditor("fix('agnet')")).toBe('Write “agent”');
      await page.locator('.notice').waitFor({ state: 'hidden' });
      await page.getByText('No findings').waitFor();

      expect(inEditor("rename('answer', 'pick-up')")).toBe('renamed');
      await node('Pick up').waitFor();
      expect(await node('Answer').count()).toBe(0);

      inEditor("write_instead('step pack', 'step    pack')");
      expect(inEditor('lay_out()')).toBe('laid out');
      expect(readFileSync(join(preview.folder, 'order.flow'), 'utf8')).toBe(
        order.replace('step answer', 'step pick-up'),
      );

      await node('Pack the parcel 📦').click();
      expect(await page.locator('.detail .marked').innerText()).toContain('step pack "Pack the parcel 📦"');
    });
  },
);
