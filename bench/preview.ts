/**
 * How long it takes from a save to the new picture in the browser, warm: a flow of 30 nodes in lanes, 30 saves, each
 * with another label. The clock starts before the file is written and stops when the new chart stands in the page.
 * Run: npx node bench/preview.ts
 */
import { chromium } from 'playwright-core';
import { buildPage, runningPreview } from '../tests/preview/running-preview.ts';

const steps = (label: string): string =>
  Array.from({ length: 9 }, (_, at) => {
    const owner = at % 2 === 0 ? 'agent' : 'store';
    return `step do-${at} "${at === 4 ? label : `Do what is number ${at}`}" by ${owner} within 1h
if ok-${at}? "Is number ${at} right?" 80% -> done-${at}
step mend-${at} "Mend number ${at}" by store
step done-${at} "Note that ${at} is done" by ${owner}
`;
  })
    .slice(0, 7)
    .join('');
const text = (label: string): string =>
  `flow bench "Thirty nodes"\nrole agent "Agent"\nrole store "Store"\ntouchpoint phone "Customer calls"\n${steps(label)}end done "Done" as success\n`;

const preview = await runningPreview({ 'bench.flow': text('First') }, await buildPage());
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  await page.goto(preview.url);
  await page.waitForSelector('.sheet svg');
  const nodes = await page.locator('.sheet g.node').count();
  const times: number[] = [];
  for (let save = 0; save < 35; save++) {
    const label = `Label ${save}`;
    const seen = page.evaluate(
      `new Promise((resolve) => {
        const root = document.querySelector('.sheet').shadowRoot;
        const observer = new MutationObserver(() => {
          if (!root.textContent.includes('${label}')) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(Date.now()));
        });
        observer.observe(root, { childList: true, subtree: true });
      })`,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const start = Date.now();
    preview.write('bench.flow', text(label));
    times.push(Number(await seen) - start);
  }
  const warm = times.slice(5).sort((a, b) => a - b);
  const at = (share: number): number => warm[Math.floor(share * (warm.length - 1))] ?? Number.NaN;
  console.log(
    `${nodes} nodes, ${warm.length} saves: median ${at(0.5)} ms, 90 % within ${at(0.9)} ms, most ${at(1)} ms`,
  );
} finally {
  await browser.close();
  await preview.end();
}
