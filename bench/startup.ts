import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blockFlow, writeFlow } from './flows.ts';
import { machine } from './machine.ts';
import { median, type Run, run } from './process.ts';
import { figure, table } from './table.ts';

/**
 * How long flowc takes as a process, against an empty process of the same Node: each run of flowc has one of the empty
 * process beside it, and the ratio is that of the pair. Writes `results/startup.md`.
 * Run: npm run bench, or npx node bench/startup.ts [runs]
 */
const bin = join(import.meta.dirname, '..', 'bin', 'flowc.js');
const [runs = 15] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'flowc-startup-'));
const files = 1000;

interface Case {
  readonly name: string;
  readonly target: string;
  readonly argv: readonly string[];
  /** Done before each run, and not timed. */
  readonly before?: (round: number) => void;
}

const flow = (name: string, nodes: number, owners = 0): void =>
  writeFileSync(join(folder, name), writeFlow(blockFlow(nodes, owners)));
const gone = (name: string) => (): void => rmSync(join(folder, name), { recursive: true, force: true });
flow('20.flow', 20);
flow('100.flow', 100);
flow('1000.flow', 1000);
flow('300-in-lanes.flow', 300, 4);
writeFileSync(join(folder, 'empty.cjs'), '');
mkdirSync(join(folder, 'many'));
for (let number = 0; number < files; number++)
  writeFileSync(join(folder, `many/${number}.flow`), writeFlow(blockFlow(20), `flow-${number}`));

const cases: readonly Case[] = [
  { name: '`--version`', target: '1.6×', argv: ['--version'] },
  { name: '`lint` one file', target: '2.5×', argv: ['lint', '20.flow'] },
  {
    name: '`build` a flow of 20 nodes',
    target: '5.5×',
    argv: ['build', '20.flow'],
    before: gone('20.svg'),
  },
  {
    name: 'the same in a new home',
    target: '10×',
    argv: ['build', '20.flow'],
    before: () => {
      gone('20.svg')();
      gone('new')();
    },
  },
  { name: '`lint` 1,000 flows of 20 nodes', target: '1.5 s', argv: ['lint', 'many'] },
  {
    name: '`build` a flow of 100 nodes',
    target: '',
    argv: ['build', '100.flow'],
    before: gone('100.svg'),
  },
  {
    name: '`build` a flow of 1,000 nodes',
    target: '1.2 s',
    argv: ['build', '1000.flow'],
    before: gone('1000.svg'),
  },
  {
    name: '`build` 300 nodes in 4 lanes',
    target: '2.5 s',
    argv: ['build', '300-in-lanes.flow'],
    before: gone('300-in-lanes.svg'),
  },
  {
    name: '`build` 1,000 flows of 20 nodes',
    target: '8 s',
    argv: ['build', 'many', '-o', 'out'],
    before: gone('out'),
  },
  { name: '`build` 1,000 flows, nothing to do', target: '3.5×', argv: ['build', 'many', '-o', 'out'] },
  {
    name: '`build --check` 1,000 flows',
    target: '3.5×',
    argv: ['build', 'many', '-o', 'out', '--check'],
  },
  {
    name: '`build` 1,000 flows, one changed',
    target: '',
    argv: ['build', 'many', '-o', 'out'],
    before: (round) =>
      writeFileSync(join(folder, 'many/500.flow'), writeFlow(blockFlow(20 + (round % 2)), 'flow-500')),
  },
];

const rows: (readonly string[])[] = [];
try {
  for (const each of cases) rows.push(await measure(each));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
writeFileSync(
  join(import.meta.dirname, 'results', 'startup.md'),
  [
    '# How long flowc takes, from start to end',
    '',
    `Measured ${machine()}. Each run is paired with one of an empty Node process; medians of ${runs} pairs. The code cache is warm but for the new home.`,
    '',
    table(['', 'ms', 'of an empty process', 'memory, MB', 'aim'], rows),
    '',
  ].join('\n'),
);

async function measure({ name, argv, target, before }: Case): Promise<readonly string[]> {
  const home = name.includes('new home') ? 'new' : 'cache';
  let memory = 0;
  const start = (round: number): Promise<Run> =>
    run([process.execPath, bin, ...argv], {
      cwd: folder,
      environment: { XDG_CACHE_HOME: join(folder, home) },
      timeout: 120_000,
      ...(round >= 0 ? {} : { onMemory: (bytes: number) => (memory = Math.max(memory, bytes)) }),
    });
  // The first rounds teach the code cache; a file that was written just now is settled after them.
  for (let round = -4; round < 0; round++) {
    before?.(round + 4);
    const { ok, said } = await start(round);
    if (!ok) throw new Error(`${name}: ${said}`);
  }
  const times: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < runs; round++) {
    before?.(round);
    const { time } = await start(round);
    const floor = await run([process.execPath, 'empty.cjs'], { cwd: folder, timeout: 60_000 });
    times.push(time);
    ratios.push(time / floor.time);
  }
  console.error(`${name}: ${figure(median(times))} ms, ${figure(median(ratios))}×`);
  return [name, figure(median(times)), `${figure(median(ratios))}×`, figure(memory / 2 ** 20), target];
}
