import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PageFiles } from '../../src/cli/preview/web-page-files.ts';
import { cleanFlow, endlessFlow } from '../cli/test-shell.ts';
import { hasBrowser, launchBrowser } from '../render/browser.ts';
import { buildPage, type RunningPreview, runningPreview } from './running-preview.ts';
import { slowFlow } from './slow-flow.ts';

const caller = `flow a "Service"\ntouchpoint phone "Call"\nstep look "Look it up"\ncall b "Refund"\nend done "Served"\n`;

/** What a person does with the page, in the real browser. */
describe.runIf(hasBrowser)('the page of the preview', () => {
  let browser: Browser;
  let files: PageFiles;
  const running: RunningPreview[] = [];
  beforeAll(async () => {
    [browser, files] = await Promise.all([launchBrowser(), buildPage()]);
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    for (const each of running.splice(0)) await each.end();
  });
  const start = async (sources: Readonly<Record<string, string>>): Promise<RunningPreview> => {
    const preview = await runningPreview(sources, files);
    running.push(preview);
    return preview;
  };
  /** The page, opened; anything that it complains of fails the test. */
  const open = async (
    { url }: RunningPreview,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<Page> => {
    const page = await (await browser.newContext(options)).newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('ERR_CONNECTION_REFUSED'))
        throw new Error(message.text());
    });
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(url);
    await page.waitForSelector('.sheet svg');
    return page;
  };
  const node = (page: Page, label: string) => page.locator('.sheet g.node', { hasText: label });

  it('shows the chart, and at a save the new one, without being loaded again', async () => {
    const preview = await start({ 'a.flow': cleanFlow('a') });
    const page = await open(preview);
    await page.evaluate('window.isSamePage = true');
    preview.write('a.flow', cleanFlow('a').replace('Answer the call', 'Pick up'));
    await node(page, 'Pick up').waitFor();
    writeFileSync(join(preview.folder, 'new'), cleanFlow('a').replace('Answer the call', 'Renamed over'));
    renameSync(join(preview.folder, 'new'), join(preview.folder, 'a.flow'));
    await node(page, 'Renamed over').waitFor();
    expect(await page.evaluate('window.isSamePage')).toBe(true);
  });

  it('keeps the last good chart while the text is broken, and says so', async () => {
    const preview = await start({ 'a.flow': cleanFlow('a') });
    const page = await open(preview);
    expect(await page.locator('.notice').isVisible()).toBe(false);
    preview.write('a.flow', `${cleanFlow('a').replace('Answer the call', 'Pick up')}-> nowhere\n`);
    await page.getByText('There is an error in the text. This is the last good chart.').waitFor();
    expect(await node(page, 'Answer the call').count()).toBe(1);
    expect(await page.locator('.sheet.outdated').count()).toBe(1);
    await page.getByRole('button', { name: 'Line 5' }).click();
    expect(await page.locator('.detail .marked').innerText()).toContain('-> nowhere');
    preview.write('a.flow', cleanFlow('a').replace('Answer the call', 'Pick up'));
    await node(page, 'Pick up').waitFor();
    expect(await page.locator('.notice').isVisible()).toBe(false);
    expect(await page.locator('.sheet.outdated').count()).toBe(0);
  });

  it('lists findings; one that is chosen shows its line, its node and the way to the editor', async () => {
    const preview = await start({ 'a.flow': `${cleanFlow('a')}step lost "Never reached"\nend\n` });
    const page = await open(preview);
    await page.getByRole('button', { name: 'Never reached' }).click();
    expect(await page.locator('.detail .marked').innerText()).toContain('step lost');
    expect(await page.locator('.detail a.editor').getAttribute('href')).toMatch(
      /^vscode:\/\/file\/.*\/a\.flow:5:\d+$/,
    );
    expect(await node(page, 'Never reached').getAttribute('class')).toContain('selected');
    expect(await page.locator('.sheet .flag').count()).toBe(1);
  });

  it('shows the source of a node that is clicked, and of nothing once the sheet is clicked', async () => {
    const page = await open(await start({ 'a.flow': cleanFlow('a') }));
    await node(page, 'Answer the call').click();
    expect(await page.locator('.detail .marked').innerText()).toContain('step answer');
    await page.mouse.click(300, 500);
    await page.locator('.detail').waitFor({ state: 'hidden' });
  });

  it('goes from flow to flow: by the list, by a call, by keys; a page that is loaded again stays', async () => {
    const page = await open(await start({ 'a.flow': caller + cleanFlow('b') }));
    const shown = (id: string) => page.locator(`.sheet svg[data-flow="${id}"]`).waitFor();
    await shown('a');
    await page.locator('nav').getByRole('button', { name: 'B', exact: true }).click();
    await shown('b');
    expect(await page.locator('nav [aria-current]').innerText()).toBe('B');
    await page.reload();
    await shown('b');
    await page.keyboard.press(']');
    await shown('a');
    await node(page, 'Refund').dblclick();
    await shown('b');
    await page.keyboard.press('[');
    await shown('a');
    await node(page, 'Refund').click();
    await page.getByRole('button', { name: 'Go to “B”' }).click();
    await shown('b');
  });

  it('goes back by the browser’s Back, flow by flow, and leaves the page only before the first', async () => {
    const preview = await start({ 'a.flow': caller + cleanFlow('b') + endlessFlow('c') });
    const page = await (await browser.newContext()).newPage();
    await page.goto('about:blank');
    await page.goto(preview.url);
    const shown = (id: string) => page.locator(`.sheet svg[data-flow="${id}"]`).waitFor();
    await shown('a');
    await node(page, 'Refund').dblclick();
    await shown('b');
    await page.getByRole('button', { name: '“C”' }).first().click();
    await shown('c');
    // An edit is no step of the history.
    preview.write('a.flow', caller + cleanFlow('b') + endlessFlow('c').replace('Answer the call', 'Pick up'));
    await node(page, 'Pick up').waitFor();
    await page.goBack();
    await shown('b');
    expect(await page.title()).toBe('B · flowc');
    await page.goBack();
    await shown('a');
    await page.goForward();
    await shown('b');
    await page.goBack();
    await shown('a');
    await page.goBack();
    expect(page.url()).toBe('about:blank');
  });

  it.each(['light', 'dark'] as const)(
    'prints the chart alone, whole, on one page, in light colours; from a %s system',
    async (colorScheme) => {
      const wide = cleanFlow('b').replace('flow b', 'flow b\ndirection right');
      const steps = Array.from({ length: 40 }, (_, at) => `step s${at} "Step ${at}"`).join('\n');
      const tall = `flow a\ntouchpoint phone\n${steps}\nend\nstep lost "Never reached"\nend\n`;
      const page = await open(await start({ 'a.flow': tall + wide }), { colorScheme });
      await page.keyboard.press('+');
      await page.locator('.sheet g.node').nth(1).click();
      const place = (): Promise<unknown> =>
        page.evaluate("document.querySelector('.sheet').shadowRoot.querySelector('svg').style.transform");
      for (const [size, flow] of [
        ['portrait', 'a'],
        ['landscape', 'b'],
      ] as const) {
        if (flow === 'b') await page.keyboard.press(']');
        await page.locator(`.sheet svg[data-flow="${flow}"]`).waitFor();
        expect(await page.locator('.sheet .flag').count()).toBe(flow === 'a' ? 1 : 0);
        const before = await place();
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
        const [, width = 0, height = 0] = (/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []).map(Number);
        expect(width < height ? 'portrait' : 'landscape').toBe(size);
        expect(await place()).toBe(before);

        await page.emulateMedia({ media: 'print' });
        // All that is drawn but the chart, which stands in a tree of its own.
        const seen = await page.evaluate(`(() => {
          const root = document.querySelector('.sheet').shadowRoot;
          const { width, height } = root.querySelector('svg').getBoundingClientRect();
          return {
            text: document.body.innerText.trim(),
            fits: width > 0 && width <= innerWidth && height <= innerHeight,
            flags: [...root.querySelectorAll('.flag')].filter((flag) => getComputedStyle(flag).display !== 'none').length,
            background: getComputedStyle(root.querySelector('.background')).fill,
          };
        })()`);
        expect(seen).toEqual({ text: '', fits: true, flags: 0, background: 'rgb(255, 255, 255)' });
        await page.emulateMedia({ media: 'screen' });
      }
    },
  );

  it('hides the list where there is one flow', async () => {
    const page = await open(await start({ 'a.flow': cleanFlow('a') }));
    expect(await page.locator('nav').isVisible()).toBe(false);
  });

  it('zooms by buttons, keys and wheel, about the pointer, and moves by dragging', async () => {
    const page = await open(await start({ 'a.flow': cleanFlow('a') }));
    const zoom = () => page.locator('.zoom').innerText();
    const place = async () => {
      const box = await node(page, 'Answer the call').locator('text').boundingBox();
      if (box === null) throw new Error('the node is not to be seen');
      return { ...box, centre: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
    };
    expect(await zoom()).toBe('100 %');
    await page.getByRole('button', { name: 'Larger' }).click();
    expect(await zoom()).toBe('125 %');
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    expect(await zoom()).toBe('80 %');
    await page.keyboard.press('1');
    const before = await place();
    await page.mouse.move(before.centre.x, before.centre.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -250);
    await page.keyboard.up('Control');
    await expect.poll(zoom).toBe('272 %');
    const larger = await place();
    expect(larger.width).toBeCloseTo(before.width * Math.E, -1);
    expect(Math.abs(larger.centre.x - before.centre.x)).toBeLessThan(2);
    expect(Math.abs(larger.centre.y - before.centre.y)).toBeLessThan(2);
    await page.mouse.move(300, 500);
    await page.mouse.down();
    await page.mouse.move(340, 470, { steps: 4 });
    await page.mouse.up();
    const moved = await place();
    expect([moved.x - larger.x, moved.y - larger.y].map(Math.round)).toEqual([40, -30]);
    expect(await page.locator('.detail').isVisible()).toBe(false);
    await page.mouse.wheel(0, 50);
    await expect.poll(async () => Math.round((await place()).y - moved.y)).toBe(-50);
    await page.keyboard.press('0');
    expect(await zoom()).toBe('100 %');
  });

  it('keeps zoom and place when the chart is drawn anew', async () => {
    const preview = await start({ 'a.flow': cleanFlow('a') });
    const page = await open(preview);
    for (let press = 0; press < 4; press++) await page.keyboard.press('+');
    const before = await node(page, 'Answer the call').boundingBox();
    preview.write('a.flow', cleanFlow('a').replace('step answer', 'step more "One more"\nstep answer'));
    await node(page, 'One more').waitFor();
    expect(await page.locator('.zoom').innerText()).toBe('244 %');
    const after = await node(page, 'Answer the call').boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);
  });

  it('can be used without a mouse: Tab to the chart, arrows from node to node, Enter for the source', async () => {
    const page = await open(await start({ 'a.flow': cleanFlow('a') }));
    const focused = () =>
      page.evaluate(
        "document.querySelector('.sheet').shadowRoot.activeElement?.closest('.node')?.dataset.id",
      );
    await page.locator('.sheet').focus();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('phone');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('answer');
    await page.keyboard.press('Enter');
    expect(await page.locator('.detail .marked').innerText()).toContain('step answer');
    await page.keyboard.press('Escape');
    await page.locator('.detail').waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').isVisible()).toBe(false);
  });

  it('reads an English finding from the left, though it begins with a Hebrew label', async () => {
    const flow =
      'flow a "הזמנה"\nlanguage he\ntouchpoint phone "לקוח"\nstep a "לענות (2)."\nstep b "לענות (2)."\nend done "סוף"\n';
    const page = await open(await start({ 'a.flow': flow }));
    const message = page.locator('.findings .message', { hasText: 'read the same' });
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.message')).direction`)).toBe('ltr');
    expect(await message.getAttribute('dir')).toBe(null);
    expect(await message.locator('bdi').allInnerTexts()).toEqual(['a', 'b', 'לענות (2).']);
  });

  it('goes through the findings with n and p, across flows', async () => {
    const page = await open(await start({ 'a.flow': endlessFlow('one') + endlessFlow('two') }));
    await page.keyboard.press('n');
    await page.locator('svg[data-flow=one]').waitFor();
    const pressed = () => page.locator('[aria-pressed=true] .place').innerText();
    expect(await pressed()).toContain('a.flow:1');
    const count = await page.locator('.findings li').count();
    for (let press = 1; press < count; press++) await page.keyboard.press('n');
    await page.locator('svg[data-flow=two]').waitFor();
    await page.keyboard.press('n');
    await page.locator('svg[data-flow=one]').waitFor();
    expect(await pressed()).toContain('a.flow:1');
    await page.keyboard.press('p');
    await page.locator('svg[data-flow=two]').waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'has the colours of a %s system, chart and page',
    async (colorScheme) => {
      const page = await open(await start({ 'a.flow': cleanFlow('a') }), { colorScheme });
      const colours = await page.evaluate(`[
      getComputedStyle(document.body).backgroundColor,
      getComputedStyle(document.querySelector('.sheet').shadowRoot.querySelector('.background')).fill,
    ]`);
      expect(colours).toEqual(
        colorScheme === 'light'
          ? ['rgb(238, 241, 245)', 'rgb(255, 255, 255)']
          : ['rgb(10, 14, 18)', 'rgb(17, 22, 28)'],
      );
    },
  );

  it('says when flowc has ended, and goes on when it is back', async () => {
    const preview = await runningPreview({ 'a.flow': cleanFlow('a') }, files);
    const page = await open(preview);
    await preview.end();
    await page.getByText('flowc does not answer').waitFor();
    expect(await node(page, 'Answer the call').count()).toBe(1);
    const again = await runningPreview(
      { 'a.flow': cleanFlow('a').replace('Answer the call', 'Back') },
      files,
      [],
      {
        port: preview.port,
      },
    );
    running.push(again);
    await node(page, 'Back').waitFor();
    expect(await page.locator('.notice').isVisible()).toBe(false);
  });

  it('says that a large chart is being drawn, and stays alive meanwhile', async () => {
    const preview = await start({ 'a.flow': cleanFlow('a') + cleanFlow('b') });
    const page = await open(preview);
    preview.write('a.flow', slowFlow('a') + slowFlow('b'));
    await page.getByText('Drawing the new chart …').waitFor();
    expect(await node(page, 'Answer the call').count()).toBe(1);
    await page.keyboard.press(']');
    await page.getByText('Drawing …', { exact: true }).waitFor();
    preview.write('a.flow', cleanFlow('a').replace('Answer the call', 'Pick up') + cleanFlow('b'));
    await page.locator('.sheet svg[data-flow="b"]').waitFor();
    expect(await page.locator('.empty').isVisible()).toBe(false);
    await page.keyboard.press('[');
    await node(page, 'Pick up').waitFor();
    expect(await page.locator('.notice').isVisible()).toBe(false);
  });

  it('shows labels as text, whatever they hold', async () => {
    const label = '<img src=x onerror=alert(1)> & "quotes"';
    const preview = await start({
      'a.flow': `flow a ${JSON.stringify(label)}\ntouchpoint phone ${JSON.stringify(label)}\nend ${JSON.stringify(label)}\n${endlessFlow('b')}`,
    });
    const page = await open(preview);
    page.on('dialog', () => expect.unreachable());
    expect(await page.locator('h1').innerText()).toBe(label);
    expect(await page.locator('img').count()).toBe(0);
  });

  it('fits a small window', async () => {
    const page = await open(await start({ 'a.flow': cleanFlow('a') + endlessFlow('b') }), {
      viewport: { width: 380, height: 700 },
    });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(380);
    expect(await node(page, 'Answer the call').isVisible()).toBe(true);
    await page.keyboard.press('n');
    await page.locator('.detail').waitFor();
    // Nothing of what was chosen is cut off.
    expect(await page.locator('.detail').evaluate((pane) => pane.scrollHeight <= pane.clientHeight + 1)).toBe(
      true,
    );
    const detail = await page.locator('.detail').boundingBox();
    const link = await page.locator('.detail a.editor').boundingBox();
    const list = await page.locator('.findings').boundingBox();
    expect(detail?.width).toBe(380);
    expect((link?.x ?? 0) + (link?.width ?? 0)).toBeLessThanOrEqual(380);
    expect(list?.y).toBeGreaterThanOrEqual((detail?.y ?? 0) + (detail?.height ?? 0));
  });

  describe('against other pages', () => {
    it('answers no name that was made to point here', async () => {
      const { port } = await start({ 'a.flow': cleanFlow('a') });
      const rebinding = await chromium.launch({
        executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
        args: [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--host-resolver-rules=MAP evil.test 127.0.0.1',
        ],
      });
      try {
        const page = await rebinding.newPage();
        for (const path of ['', 'page.js', 'events', 'source?file=a.flow']) {
          const answer = await page.goto(`http://evil.test:${port}/${path}`);
          expect({ path, status: answer?.status() }).toEqual({ path, status: 403 });
          expect(await answer?.text()).toBe('unknown host');
        }
      } finally {
        await rebinding.close();
      }
    });

    it('gives nothing to a page of another site, by fetch, script, picture, frame or events', async () => {
      const { port, url } = await start({ 'a.flow': cleanFlow('a') });
      const foreign = createServer((_, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end('<!doctype html><title>foreign</title>');
      });
      await new Promise<void>((resolve) => {
        foreign.listen(0, '127.0.0.1', resolve);
      });
      const address = foreign.address();
      const foreignPort = typeof address === 'object' && address !== null ? address.port : 0;
      try {
        const page = await (await browser.newContext()).newPage();
        // Another name makes another site, another port alone makes the same site of another origin.
        for (const host of ['localhost', '127.0.0.1']) {
          await page.goto(`http://${host}:${foreignPort}/`);
          const got = await page.evaluate(`(async () => {
            const outcome = (make) => new Promise((resolve) => {
              const made = make();
              made.onload = () => resolve('loaded');
              made.onerror = () => resolve('refused');
              made.onmessage = () => resolve('message');
              if (made instanceof Node) document.body.append(made);
            });
            const of = (tag, key, value) => Object.assign(document.createElement(tag), { [key]: value });
            return {
              fetch: await fetch('${url}source?file=a.flow').then(() => 'answered', () => 'refused'),
              opaque: await fetch('${url}source?file=a.flow', { mode: 'no-cors' }).then(() => 'answered', () => 'refused'),
              script: await outcome(() => of('script', 'src', '${url}page.js')),
              picture: await outcome(() => of('img', 'src', '${url}picture?name=x')),
              events: await outcome(() => new EventSource('${url}events')),
            };
          })()`);
          expect(got).toEqual({
            fetch: 'refused',
            opaque: 'refused',
            script: 'refused',
            picture: 'refused',
            events: 'refused',
          });
          const framed = page.waitForResponse((response) => response.url() === url);
          await page.evaluate(
            `document.body.append(Object.assign(document.createElement('iframe'), { src: '${url}' }))`,
          );
          expect((await framed).status()).toBe(403);
        }
        expect(port).toBeGreaterThan(0);
      } finally {
        await new Promise((resolve) => foreign.close(resolve));
      }
    });

    it('runs no script that is not its own, and asks nobody else', async () => {
      const page = await open(await start({ 'a.flow': cleanFlow('a') }));
      const outcome = await (async () => {
        const quiet = await (await browser.newContext()).newPage();
        await quiet.goto(page.url());
        await quiet.waitForSelector('.sheet svg');
        return quiet.evaluate(`(async () => {
          const script = document.createElement('script');
          script.textContent = 'window.ran = true';
          document.body.append(script);
          const style = document.createElement('div');
          style.innerHTML = '<p style="color: rgb(1, 2, 3)">x</p>';
          document.body.append(style);
          return {
            ran: window.ran === true,
            styled: getComputedStyle(style.firstChild).color === 'rgb(1, 2, 3)',
            elsewhere: await fetch('http://localhost:9/').then(() => 'answered', () => 'refused'),
          };
        })()`);
      })();
      expect(outcome).toEqual({ ran: false, styled: false, elsewhere: 'refused' });
    });
  });
});
