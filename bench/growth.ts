import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontFiles } from '../src/cli/font-files.ts';
import { layoutFlow } from '../src/layout/layout-flow.ts';
import { lintFlows } from '../src/lint/lint.ts';
import { presetSettings } from '../src/lint/settings.ts';
import { renderSvg } from '../src/render/render-svg.ts';
import { standard } from '../src/render/theme/standard.ts';
import { parse } from '../src/syntax/parse.ts';
import { createMeasuring } from '../src/type/measure-letters.ts';
import { understand } from '../tests/understand.ts';
import { blockFlow, writeFlow } from './flows.ts';
import { machine } from './machine.ts';
import { drawPlot } from './plot.ts';
import { median } from './process.ts';
import { figure, table } from './table.ts';

/**
 * How the time of each stage grows with a flow, once warm: reading, judging, measuring, laying out, rendering.
 * Processor time, so that what else the machine does matters little. Writes `results/growth.md` and `growth.svg`.
 * Run: npm run bench, or npx node bench/growth.ts [most nodes]
 */
const [most = 5000] = process.argv.slice(2).map(Number);
const sizes = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000].filter((size) => size <= most);
const stages = ['parse', 'lint', 'measure', 'layout', 'layout in 4 lanes', 'render'] as const;
type Stage = (typeof stages)[number];

const measuring = createMeasuring(fontFiles);
const rules = presetSettings('recommended');
const rounds = 15;
const rows: { readonly size: number; readonly times: Readonly<Record<Stage, number>> }[] = [];

for (const size of [20, 20, ...sizes]) {
  const text = writeFlow(blockFlow(size));
  const inLanes = writeFlow(blockFlow(size, 4));
  const times: Record<Stage, number[]> = {
    parse: [],
    lint: [],
    measure: [],
    layout: [],
    'layout in 4 lanes': [],
    render: [],
  };
  const timed = async <Result>(stage: Stage, work: () => Result | Promise<Result>): Promise<Result> => {
    const start = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(start);
    times[stage].push((user + system) / 1000);
    return result;
  };
  const understoodOf = (source: string) =>
    understand(new Map([['bench.flow', parse({ path: 'bench.flow', text: source })]]));
  for (let round = 0; round < rounds; round++) {
    await timed('parse', () => parse({ path: 'bench.flow', text }));
    const understood = [...understoodOf(text).values()];
    await timed('lint', () => lintFlows(understood, { today: '2026-11-21', rulesFor: () => rules }));
    const process = understood[0]?.built[0]?.process;
    const laned = [...understoodOf(inLanes).values()][0]?.built[0]?.process;
    if (process === undefined || laned === undefined) throw new Error('no flow');
    await timed('measure', () =>
      createMeasuring(fontFiles)(async (measurer) => {
        for (const { label } of process.nodes)
          for (const word of label.split(' ')) measurer.width(word, 13, false);
      }),
    );
    const { value } = await timed('layout', () => measuring((measurer) => layoutFlow(process, { measurer })));
    await timed('layout in 4 lanes', () => measuring((measurer) => layoutFlow(laned, { measurer })));
    if (value === undefined) throw new Error('no layout');
    await timed('render', () => renderSvg(value, { theme: standard, text: { kind: 'system' } }));
  }
  rows.push({ size, times: mapped((stage) => median(times[stage])) });
  console.error(
    `${size} nodes: ${stages.map((stage) => `${stage} ${figure(median(times[stage]))}`).join(', ')}`,
  );
}
// The first two warmed up.
const shown = rows.slice(2);

function mapped(value: (stage: Stage) => number): Readonly<Record<Stage, number>> {
  return {
    parse: value('parse'),
    lint: value('lint'),
    measure: value('measure'),
    layout: value('layout'),
    'layout in 4 lanes': value('layout in 4 lanes'),
    render: value('render'),
  };
}

const place = join(import.meta.dirname, 'results');
mkdirSync(place, { recursive: true });
writeFileSync(
  join(place, 'growth.md'),
  [
    '# How time grows with a flow',
    '',
    `Processor time of each stage in ms, warm, in one process: medians of ${rounds}. Measured ${machine()}.`,
    '',
    table(
      ['nodes', ...stages],
      shown.map(({ size, times }) => [String(size), ...stages.map((stage) => figure(times[stage]))]),
    ),
    '',
    '![The same as a plot](growth.svg)',
    '',
  ].join('\n'),
);
writeFileSync(
  join(place, 'growth.svg'),
  drawPlot({
    title: 'Processor time of each stage',
    x: 'nodes',
    y: 'ms',
    series: stages.map((stage) => ({
      name: stage,
      points: shown.map(({ size, times }) => [size, Math.max(0.01, times[stage])] as const),
    })),
  }),
);
