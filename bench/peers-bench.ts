import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blockFlow, write, writeFlow } from './flows.ts';
import { machine } from './machine.ts';
import { type Peer, peersIn } from './peers.ts';
import { judgePicture, type PictureFigures } from './picture.ts';
import { drawPlot } from './plot.ts';
import { median, run } from './process.ts';
import { readPicture } from './read-picture.ts';
import { figure, table } from './table.ts';
import { installTools, versionOf } from './tools.ts';

/**
 * Measures flowc and its peers on the same generated flows, each in its own syntax: a process from nothing to a
 * written SVG. The tools take turns, so that what else the machine does hits all alike. Writes `results/peers.md` and
 * `peers.svg`.
 * Run: npm run bench, or npx node bench/peers-bench.ts [runs of each]; all of it takes most of an hour.
 */
const root = join(import.meta.dirname, '..');
const flowc = join(root, 'bin', 'flowc.js');
const timeout = 60_000;
const [runs = 15] = process.argv.slice(2).map(Number);
const sizes = [20, 100, 300, 1000];

interface Result {
  readonly nodes: number;
  readonly peer: Peer;
  readonly times: number[];
  memory: number;
  bytes: number;
  figures: PictureFigures | undefined;
  failure: string | undefined;
}

const tools = installTools();
const peers = peersIn(tools, process.execPath, flowc).flatMap((peer) => {
  const version = versionOf(peer, tools);
  if (version === undefined) console.error(`${peer.name} is not installed, and left out`);
  return version === undefined ? [] : [{ peer, version }];
});
const folder = mkdtempSync(join(tmpdir(), 'flowc-bench-'));
const results: Result[] = [];
try {
  for (const nodes of sizes) {
    results.push(...(await measure(nodes)));
    // After each size: what is cut short leaves what it has measured.
    report();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(nodes: number): Promise<readonly Result[]> {
  const process = blockFlow(nodes);
  const rows = peers.map(
    ({ peer }): Result => ({
      nodes,
      peer,
      times: [],
      memory: 0,
      bytes: 0,
      figures: undefined,
      failure: undefined,
    }),
  );
  // The first round warms up, fills caches, and looks at memory and picture.
  for (let round = 0; round <= runs; round++)
    for (const row of rows) {
      if (row.failure !== undefined) continue;
      const { peer } = row;
      const input = join(folder, `${peer.name.replaceAll(/\W+/g, '-')}-${nodes}.${peer.syntax}`);
      const output = `${input}.svg`;
      writeFileSync(input, peer.syntax === 'flow' ? writeFlow(process) : write(process, peer.syntax));
      rmSync(output, { force: true });
      const { time, ok, said } = await run(peer.command(input, output), {
        cwd: folder,
        timeout,
        ...(peer.environment === undefined ? {} : { environment: peer.environment }),
        ...(round > 0 ? {} : { onMemory: (bytes: number) => (row.memory = Math.max(row.memory, bytes)) }),
      });
      row.bytes = statSync(output, { throwIfNoEntry: false })?.size ?? 0;
      if (!ok || row.bytes === 0)
        row.failure = time >= timeout ? 'takes over a minute' : said.split('\n')[0] || 'fails';
      else if (round > 0) row.times.push(time);
      else row.figures = judgePicture(readPicture(readFileSync(output, 'utf8'), peer.reading));
    }
  console.error(`${nodes} nodes measured`);
  return rows;
}

function report(): void {
  const parts = [
    '# flowc and its peers',
    '',
    `Measured ${machine()}; every tool as a process of its own, from start to written SVG. The tools take turns; medians of ${runs} runs. Memory is the most that the process and all that it starts hold at once. Crossings, bends, overlaps of nodes and lines through nodes are counted in the SVG; bends only where lines are straight.`,
    '',
    `Versions: ${peers.map(({ peer, version }) => `${peer.name} ${version}`).join(', ')}.`,
  ];
  for (const nodes of sizes) {
    if (!results.some((row) => row.nodes === nodes)) continue;
    const rows = results.filter((row) => row.nodes === nodes);
    const own = median(rows.find(({ peer }) => peer.name === 'flowc')?.times ?? []);
    parts.push(
      '',
      `## ${nodes} nodes`,
      '',
      table(
        [
          '',
          'time, ms',
          'of flowc',
          'memory, MB',
          'SVG, KB',
          'crossings',
          'bends',
          'overlaps',
          'through nodes',
        ],
        rows.map(({ peer, times, memory, bytes, figures, failure }) =>
          failure !== undefined
            ? [peer.name, failure.slice(0, 80).replaceAll('|', '/'), ...Array<string>(7).fill('–')]
            : [
                peer.name,
                figure(median(times)),
                `${figure(median(times) / own)}×`,
                figure(memory / 2 ** 20),
                figure(bytes / 1024),
                ...[figures?.crossings, figures?.bends, figures?.overlaps, figures?.through].map((count) =>
                  String(count ?? '–'),
                ),
              ],
        ),
      ),
    );
  }
  const place = join(import.meta.dirname, 'results');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'peers.md'), `${parts.join('\n')}\n`);
  writeFileSync(
    join(place, 'peers.svg'),
    drawPlot({
      title: 'From start to written SVG',
      x: 'nodes',
      y: 'ms',
      series: peers.map(({ peer }) => ({
        name: peer.name,
        points: results.flatMap((row) =>
          row.peer === peer && row.times.length > 0 ? [[row.nodes, median(row.times)] as const] : [],
        ),
      })),
    }),
  );
}
