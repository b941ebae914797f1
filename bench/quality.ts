import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fontFiles } from '../src/cli/font-files.ts';
import type { Drawing } from '../src/layout/drawing.ts';
import { loadElk } from '../src/layout/elk.ts';
import { layoutFlow } from '../src/layout/layout-flow.ts';
import type { Process } from '../src/model/process.ts';
import { renderSvg } from '../src/render/render-svg.ts';
import { standard } from '../src/render/theme/standard.ts';
import { createMeasurer } from '../src/type/create-measurer.ts';
import { corpus, randomFlows } from '../tests/corpus.ts';
import { type BenchGraph, write } from './flows.ts';
import { machine } from './machine.ts';
import { flowcReading, peersIn } from './peers.ts';
import { judgePicture, type Picture, type PictureFigures } from './picture.ts';
import { run } from './process.ts';
import { type Reading, readPicture } from './read-picture.ts';
import { figure, table } from './table.ts';
import { installTools, versionOf } from './tools.ts';

/**
 * Compares the pictures that flowc draws with those of one plain run of ELK, of `dot` and of Mermaid, on a fixed
 * corpus: the examples, and random flows of 8 to 60 nodes. All are judged by the same eyes (`picture.ts`). Writes
 * `results/quality.md`.
 * Run: npm run bench, or npx node bench/quality.ts
 */
const measurer = await createMeasurer(fontFiles);
const folder = mkdtempSync(join(tmpdir(), 'flowc-quality-'));
const tools = installTools();
const peers = peersIn(tools, process.execPath, 'flowc');

const flows = corpus();
const drawings = await Promise.all(flows.map((process) => draw(process, false)));
const rows: { readonly name: string; readonly figures: readonly (PictureFigures | undefined)[] }[] = [];
try {
  rows.push({ name: 'flowc', figures: drawings.map((drawing) => judgePicture(pictureOf(drawing))) });
  rows.push({ name: 'ELK layered, one plain run', figures: await elkFigures() });
  rows.push({ name: `Graphviz dot ${versionNamed('Graphviz dot')}`, figures: await dotFigures() });
  rows.push({
    name: `Mermaid, with mermaid-cli ${versionNamed('mermaid-cli')}`,
    figures: await mermaidFigures(),
  });
  const inLanes = await Promise.all(
    flows.map(async (process) =>
      process.owners.length < 2 ? undefined : judgePicture(pictureOf(await draw(process, true))),
    ),
  );
  rows.push({ name: 'flowc, in swimlanes where there are owners', figures: inLanes });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);
const cells = rows.map(({ name, figures }) => {
  const drawn = figures.filter((each) => each !== undefined);
  const curved = drawn.some(({ bends }) => bends === undefined);
  return [
    name,
    String(drawn.length),
    String(sum(drawn.map(({ crossings }) => crossings))),
    String(drawn.filter(({ crossings }) => crossings === 0).length),
    curved ? 'curves' : figure(sum(drawn.map(({ bends }) => bends)) / drawn.length),
    String(sum(drawn.map(({ overlaps }) => overlaps))),
    String(sum(drawn.map(({ through }) => through))),
  ];
});
const nodes = flows.map((process) => process.nodes.length);
const text = [
  '# How good the pictures are',
  '',
  `${flows.length} flows, of which ${flows.length - randomFlows} are the examples and ${randomFlows} random, with ${Math.min(...nodes)} to ${Math.max(...nodes)} nodes and ${sum(flows.map(({ edges }) => edges.length))} edges in all. Drawn without swimlanes, which the others do not have; the last row is flowc with them. Measured ${machine()}.`,
  '',
  table(
    [
      '',
      'flows drawn',
      'crossings',
      'flows without any',
      'bends a flow',
      'nodes that overlap',
      'lines through nodes',
    ],
    cells,
  ),
  '',
];
mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
writeFileSync(join(import.meta.dirname, 'results', 'quality.md'), text.join('\n'));

async function draw(process: Process, lanes: boolean): Promise<Drawing> {
  const { value } = await layoutFlow(process, { lanes, direction: 'down', measurer });
  if (value === undefined) throw new Error(`${process.id} is not laid out`);
  return value;
}

function pictureOf(drawing: Drawing): Picture {
  return readPicture(renderSvg(drawing, { theme: standard, text: { kind: 'system' } }), flowcReading);
}

/**
 * ELK with the sizes that nodes have in flowc, and nothing set but what is meant: layers from top to bottom, square
 * lines.
 */
async function elkFigures(): Promise<readonly (PictureFigures | undefined)[]> {
  const runElk = await loadElk();
  return drawings.map((drawing) => {
    const result = runElk({
      id: 'root',
      layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'DOWN', 'elk.edgeRouting': 'ORTHOGONAL' },
      children: drawing.nodes.map(({ id, width, height }) => ({
        id,
        width,
        height,
        ports: [],
        layoutOptions: {},
      })),
      edges: drawing.edges.map(({ id, from, to }) => ({
        id,
        sources: [from],
        targets: [to],
        layoutOptions: {},
      })),
    });
    if (result === undefined) return undefined;
    const sizes = new Map(drawing.nodes.map((node) => [node.id, node]));
    return judgePicture({
      nodes: result.children.map(({ id, x, y }) => {
        const { width, height } = sizes.get(id) ?? { width: 0, height: 0 };
        return [
          { x, y },
          { x: x + width, y },
          { x: x + width, y: y + height },
          { x, y: y + height },
        ];
      }),
      edges: result.edges.flatMap(({ sections }) =>
        (sections ?? []).map(({ startPoint, bendPoints, endPoint }) => ({
          points: [startPoint, ...(bendPoints ?? []), endPoint],
          curved: false,
        })),
      ),
    });
  });
}

async function dotFigures(): Promise<readonly (PictureFigures | undefined)[]> {
  const figures: (PictureFigures | undefined)[] = [];
  for (const [index, process] of flows.entries()) {
    const [input, output] = [join(folder, `${index}.dot`), join(folder, `${index}.dot.svg`)];
    writeFileSync(input, write(plain(process), 'dot'));
    const { ok } = await run(['dot', '-Tsvg', input, '-o', output], { cwd: folder, timeout: 60_000 });
    figures.push(ok ? judged(output, readingOf('Graphviz dot')) : undefined);
  }
  return figures;
}

/** All flows in one page, as to start a browser takes longer than to draw them. */
async function mermaidFigures(): Promise<readonly (PictureFigures | undefined)[]> {
  const page = join(folder, 'all.md');
  const blocks = flows.map((process) => `\`\`\`mermaid\n${write(plain(process), 'mermaid')}\`\`\`\n`);
  writeFileSync(page, blocks.join('\n'));
  const command = [join(tools, 'node_modules/.bin/mmdc'), '-q', '-p', join(tools, 'puppeteer.json')];
  const { ok, said } = await run([process.execPath, ...command, '-i', page, '-o', join(folder, 'out.md')], {
    cwd: folder,
    timeout: 1_200_000,
  });
  if (!ok) console.error(`Mermaid: ${said}`);
  const made = new Set(readdirSync(folder));
  return flows.map((_, index) => {
    const name = `out-${index + 1}.svg`;
    return made.has(name) ? judged(join(folder, name), readingOf('mermaid-cli')) : undefined;
  });
}

function judged(path: string, reading: Reading | undefined): PictureFigures | undefined {
  return reading && judgePicture(readPicture(readFileSync(path, 'utf8'), reading));
}

function readingOf(name: string): Reading | undefined {
  return peers.find((peer) => peer.name === name)?.reading;
}

function versionNamed(name: string): string {
  const peer = peers.find((each) => each.name === name);
  return (peer && versionOf(peer, tools)) ?? '';
}

/** A flow as the others know it: boxes and arrows. */
function plain({ nodes, edges }: Process): BenchGraph {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const kinds = { touchpoint: 'start', end: 'end', decision: 'decision' } as const;
  return {
    nodes: nodes.map(({ id, kind, label }) => ({
      id: ids.get(id) ?? id,
      kind: kind === 'touchpoint' || kind === 'end' || kind === 'decision' ? kinds[kind] : 'step',
      // A bar has no label, and Mermaid draws no box without one.
      label: label === '' ? '=' : label,
    })),
    edges: edges.map(({ from, to, label }) => ({
      from: ids.get(from) ?? from,
      to: ids.get(to) ?? to,
      ...(label === undefined ? {} : { label }),
    })),
  };
}
