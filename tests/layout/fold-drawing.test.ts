import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/cli/font-files.ts';
import type { Drawing, DrawnNode } from '../../src/layout/drawing.ts';
import { foldDrawing } from '../../src/layout/fold/fold-drawing.ts';
import type { PaperName } from '../../src/layout/fold/paper.ts';
import { layoutFlow } from '../../src/layout/layout-flow.ts';
import type { Process } from '../../src/model/process.ts';
import { parse } from '../../src/syntax/parse.ts';
import { createMeasurer } from '../../src/type/create-measurer.ts';
import { flowText } from '../generate-flow.ts';
import { type Fault, measure } from '../metrics.ts';
import { understand } from '../understand.ts';

const measurer = await createMeasurer(fontFiles);

interface Wish {
  readonly paper?: PaperName;
  readonly orientation?: 'portrait' | 'landscape';
  readonly direction?: 'down' | 'right';
  readonly lanes?: boolean;
}

interface Folded {
  readonly process: Process;
  readonly whole: Drawing;
  readonly pages: readonly Drawing[];
}

async function fold(
  text: string,
  { paper = 'a4', orientation, direction, lanes }: Wish = {},
): Promise<Folded> {
  const source = { path: 'a.flow', text };
  const process = understand(new Map([[source.path, parse(source)]])).get(source.path)?.built[0]?.process;
  if (process === undefined) throw new Error('There is no flow in the text');
  const { value: whole } = await layoutFlow(process, {
    measurer,
    ...(direction === undefined ? {} : { direction }),
    ...(lanes === undefined ? {} : { lanes }),
  });
  if (whole === undefined) throw new Error('The flow was not laid out');
  const wish = { paper, measurer, ...(orientation === undefined ? {} : { orientation }) };
  return { process, whole, pages: foldDrawing(whole, process, wish) };
}

const constructFlows = join(import.meta.dirname, 'construct-flows');

const scaleOf = ({ paper, width }: Drawing): number => (((paper?.width ?? 0) / 25.4) * 96) / width;
const connectorsOf = ({ nodes }: Drawing): readonly DrawnNode[] =>
  nodes.filter(({ kind }) => kind === 'connector');
const numberOf = ({ id }: DrawnNode): string => id.split('-')[0] ?? '';
const roleOf = ({ id }: DrawnNode): string => id.split('-')[1] ?? '';

/** Without the faults that only come of the same lane, or the same stage, standing on a page more than once. */
const faultsOf = (page: Drawing): readonly Fault[] => {
  const inside = (node: DrawnNode, box: { x: number; y: number; width: number; height: number }): boolean =>
    node.x >= box.x - 1 &&
    node.y >= box.y - 1 &&
    node.x + node.width <= box.x + box.width + 1 &&
    node.y + node.height <= box.y + box.height + 1;
  return measure(page).faults.filter(({ kind, of }) => {
    const [id, place] = of.split(' / ');
    const node = page.nodes.find((each) => each.id === id);
    if (node === undefined) return true;
    if (kind === 'node-out-of-lane')
      return !page.lanes.some((lane) => lane.id === place && inside(node, lane));
    if (kind === 'node-out-of-stage')
      return !page.stages.some((stage) => stage.id === place && inside(node, stage));
    return true;
  });
};

/** What must hold of any folded flow. */
function expectSound({ process, whole, pages }: Folded): void {
  const nodes = pages.flatMap((page) => page.nodes.filter(({ kind }) => kind !== 'connector'));
  expect(nodes.map(({ id }) => id).sort()).toEqual(process.nodes.map(({ id }) => id).sort());
  for (const [index, page] of pages.entries()) {
    expect(page.paper).toMatchObject({ page: index + 1, pages: pages.length });
    const margin = ((10 / 25.4) * 96) / scaleOf(page) - 1;
    for (const box of [
      ...page.nodes,
      ...page.lanes,
      ...page.stages,
      ...page.edges.flatMap(({ label }) => label ?? []),
    ]) {
      expect(box.x).toBeGreaterThanOrEqual(margin);
      expect(box.y).toBeGreaterThanOrEqual(margin);
      expect(box.x + box.width).toBeLessThanOrEqual(page.width - margin);
      expect(box.y + box.height).toBeLessThanOrEqual(page.height - margin);
    }
  }
  expectConnected(whole, pages);
}

/** Every edge of the whole can be followed on the pages: by a line, or from connector to connector of one number. */
function expectConnected(whole: Drawing, pages: readonly Drawing[]): void {
  const next = new Map<string, Set<string>>();
  const add = (from: string, to: string) => next.set(from, (next.get(from) ?? new Set()).add(to));
  for (const page of pages) for (const { from, to } of page.edges) add(from, to);
  const connectors = pages.flatMap(connectorsOf);
  expect(new Set(connectors.map(({ id }) => id)).size).toBe(connectors.length);
  for (const connector of connectors) {
    const others = connectors.filter(
      (other) => numberOf(other) === numberOf(connector) && roleOf(other) !== roleOf(connector),
    );
    expect(others, `number ${numberOf(connector)}`).not.toEqual([]);
    if (roleOf(connector) === 'out') for (const other of others) add(connector.id, other.id);
  }
  const targets = new Map<string, Set<string>>();
  for (const { id } of whole.nodes) {
    const found = new Set<string>();
    const seen = new Set<string>();
    const todo = [...(next.get(id) ?? [])];
    for (let at = todo.pop(); at !== undefined; at = todo.pop())
      if (!/^\d/.test(at)) found.add(at);
      else if (!seen.has(at)) {
        seen.add(at);
        todo.push(...(next.get(at) ?? []));
      }
    targets.set(id, found);
  }
  const wanted = Map.groupBy(whole.edges, ({ from }) => from);
  for (const { id } of whole.nodes)
    expect([...(targets.get(id) ?? [])].sort()).toEqual(
      [...new Set((wanted.get(id) ?? []).map(({ to }) => to))].sort(),
    );
  const labels = (drawings: readonly Drawing[]) =>
    drawings
      .flatMap(({ edges }) =>
        edges.flatMap(({ label }) => (label ? [label.lines.map(({ text }) => text).join(' ')] : [])),
      )
      .sort();
  expect(labels(pages)).toEqual(labels([whole]));
}

/** Some sixty symbols, with loops, limits, stages and four owners. */
const longFlow = readFileSync(
  join(import.meta.dirname, '..', 'fixtures', 'long', 'repair-under-warranty.flow'),
  'utf8',
);

const page = ({ pages }: Pick<Folded, 'pages'>, index: number): Drawing => {
  const found = pages[index];
  if (found === undefined) throw new Error(`There is no page ${index}`);
  return found;
};

const wishes = fc.record({
  paper: fc.constantFrom('a4', 'a3', 'letter'),
  orientation: fc.constantFrom(undefined, 'portrait', 'landscape'),
  direction: fc.constantFrom('down', 'right'),
  lanes: fc.boolean(),
});
const plainWish = ({
  orientation,
  ...rest
}: { orientation: Wish['orientation'] | undefined } & Omit<Wish, 'orientation'>): Wish =>
  orientation === undefined ? rest : { ...rest, orientation };

describe('a folded chart', () => {
  it('has every node on one page, within what is printed, and every cut line leads on by a number', async () => {
    await fc.assert(
      fc.asyncProperty(
        flowText({ size: 6, depth: 2, languages: ['en', 'he', 'zh'] }),
        wishes,
        async (text, wish) => {
          expectSound(await fold(text, plainWish(wish)));
        },
      ),
      { numRuns: 40, seed: 7, endOnFailure: true },
    );
  });

  it.each(readdirSync(constructFlows))('is sound and without faults, with what is in %s', async (name) => {
    const text = readFileSync(join(constructFlows, name), 'utf8');
    // Filled up to the length of several pages.
    const steps = Array.from({ length: 24 }, (_, index) => `step filling-${index} "Filling ${index}"`);
    const long = text.replace(/^end done/m, `${steps.join('\n')}\nend done`);
    for (const [direction, lanes] of [
      ['down', name === 'parties.flow'],
      ['right', true],
    ] as const)
      for (const flow of [long, long.replace(/^(flow .*)$/m, '$1\nlanguage he')]) {
        const folded = await fold(flow, { direction, lanes });
        expectSound(folded);
        const marks = (drawings: readonly Drawing[]) =>
          drawings.flatMap(({ nodes }) =>
            nodes.flatMap(({ lines }) => lines.flatMap(({ mark }) => mark ?? [])),
          );
        expect(marks(folded.pages).sort()).toEqual(marks([folded.whole]).sort());
        for (const one of folded.pages) expect(faultsOf(one)).toEqual([]);
      }
  });

  it('keeps the ids of all edges, those that come in as one line too', async () => {
    const idsIn = ({ edges }: Drawing): readonly string[] =>
      edges.flatMap(({ id, also = [] }) => [id.split(' ')[0] ?? '', ...also]);
    let together = 0;
    await fc.assert(
      fc.asyncProperty(flowText({ size: 6, depth: 2, languages: ['en'] }), wishes, async (text, wish) => {
        const { process, pages } = await fold(text, plainWish(wish));
        together += pages.flatMap(({ edges }) => edges).filter(({ also }) => also !== undefined).length;
        expect(new Set(pages.flatMap(idsIn))).toEqual(new Set(process.edges.map(({ id }) => id)));
      }),
      { numRuns: 30, seed: 7, endOnFailure: true },
    );
    expect(together).toBeGreaterThan(0);
  });

  it('has no fault on a page that the whole chart has not', async () => {
    await fc.assert(
      fc.asyncProperty(
        flowText({ size: 6, depth: 2, languages: ['en', 'he'] }),
        wishes,
        async (text, wish) => {
          const { whole, pages } = await fold(text, plainWish(wish));
          fc.pre(measure(whole).faults.length === 0);
          expect(pages.flatMap(faultsOf)).toEqual([]);
        },
      ),
      { numRuns: 40, seed: 11, endOnFailure: true },
    );
  });

  it('gives the same pages for the same flow', async () => {
    const text = longFlow;
    expect((await fold(text)).pages).toEqual((await fold(text)).pages);
  });

  it('is one page without connectors where it fits, never larger than drawn and never too small to read', async () => {
    const small = await fold('flow a\ntouchpoint phone -> "Do" -> end\n');
    expect(small.pages).toHaveLength(1);
    expect(scaleOf(page(small, 0))).toBeCloseTo(1);
    expect(page(small, 0).heading.map(({ text }) => text)).toEqual(['A']);
    const chain = (steps: number) =>
      `flow a\ntouchpoint phone${' -> "Answer the call"'.repeat(steps)} -> end\n`;
    const scales = new Set<number>();
    for (let steps = 8; steps < 24; steps++) {
      const folded = await fold(chain(steps), { orientation: 'portrait' });
      expect(folded.pages).toHaveLength(1);
      scales.add(scaleOf(page(folded, 0)));
      expect(scaleOf(page(folded, 0))).toBeGreaterThan(0.749);
    }
    expect(scales.size).toBeGreaterThan(2);
  });

  it('has columns with circles side by side before it has a second page', async () => {
    const chain = `flow a\ntouchpoint phone${' -> "Answer the call"'.repeat(30)} -> end\n`;
    const { pages } = await fold(chain, { orientation: 'landscape' });
    expect(pages).toHaveLength(1);
    const connectors = connectorsOf(page({ pages }, 0));
    expect(connectors.length).toBeGreaterThan(2);
    expect(new Set(connectors.map(({ shape }) => shape))).toEqual(new Set(['on-page-connector']));
    const [out] = connectors.filter((node) => roleOf(node) === 'out');
    const into = connectors.find((node) => roleOf(node) === 'in' && numberOf(node) === '1');
    expect(out?.lines.map(({ text }) => text)).toEqual(['1']);
    expect(into?.x).toBeGreaterThan((out?.x ?? 0) + 100);
    expect(into?.y).toBeLessThan(out?.y ?? 0);
    const [hebrew] = (
      await fold(chain.replace('flow a\n', 'flow a\nlanguage he\n'), { orientation: 'landscape' })
    ).pages;
    const inHebrew = connectorsOf(hebrew ?? page({ pages }, 0));
    expect(inHebrew.find(({ id }) => id === '1-in')?.x).toBeLessThan(
      (inHebrew.find(({ id }) => id === '1-out')?.x ?? 0) - 100,
    );
  });

  it('leads from page to page by pentagons that say the page, for the eye and for the ear', async () => {
    const folded = await fold(longFlow, { orientation: 'portrait', lanes: false });
    expectSound(folded);
    const { pages } = folded;
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map(({ title }) => title)).toEqual(
      pages.map((_, index) => `Repair under warranty (${index + 1} / ${pages.length})`),
    );
    for (const [index, { heading }] of pages.entries())
      expect(heading.map(({ text }) => text)).toEqual([
        'Repair under warranty',
        'Customer service',
        `${index + 1} / ${pages.length}`,
      ]);
    const [out] = connectorsOf(page(folded, 0)).filter((node) => roleOf(node) === 'out');
    const other = pages.findIndex((each) => connectorsOf(each).some(({ id }) => id === '1-in'));
    const into = connectorsOf(page(folded, other)).find(({ id }) => id === '1-in');
    expect(out).toMatchObject({ id: '1-out', shape: 'off-page-connector' });
    expect(into?.shape).toBe('off-page-connector');
    expect(out?.lines.map(({ text }) => text)).toEqual(['1', `page\u00a0${other + 1}`]);
    expect(out?.spoken).toMatch(new RegExp(`^1 \\(page\u00a0${other + 1}\\)\\. Next: [A-Z][^.?]+[.?]$`));
    expect(into?.spoken).toMatch(/^1 \(page\u00a01\b.*\)\. Next: [A-Z][^.?]+[.?]$/);
  });

  it('says lanes and stages again on every page that they go on to', async () => {
    const folded = await fold(longFlow, { paper: 'a3', lanes: true });
    expectSound(folded);
    for (const { lanes, nodes } of folded.pages) {
      const shown = new Set(lanes.map(({ id }) => id));
      for (const { lane } of nodes) if (lane !== undefined) expect(shown).toContain(lane);
      for (const lane of lanes) expect(lane.lines.length).toBeGreaterThan(0);
      // One at the side is no wider than it needs to be, if the page is too small for all of it.
      for (const lane of lanes.slice(1, -1)) {
        const whole = folded.whole.lanes.find(({ id }) => id === lane.id);
        expect(lane.width).toBe(whole?.width);
      }
    }
    const cut = folded.pages.flatMap(({ stages }) => stages.filter(({ open }) => open !== undefined));
    expect(cut.length).toBeGreaterThan(0);
    for (const { lines } of cut) expect(lines.map(({ text }) => text).join(' ')).toMatch(/^[A-Z]/);
  });

  it('takes the orientation in which it needs fewer pages, or is larger', async () => {
    const wide = await fold(`flow a\ntouchpoint phone${' -> "Answer"'.repeat(8)} -> end\n`, {
      direction: 'right',
    });
    expect(page(wide, 0).paper).toMatchObject({ width: 297, height: 210 });
    const high = await fold(`flow a\ntouchpoint phone${' -> "Answer"'.repeat(12)} -> end\n`);
    expect(page(high, 0).paper).toMatchObject({ width: 210, height: 297 });
  });

  it('folds a chain of a thousand steps', async () => {
    const folded = await fold(`flow a\ntouchpoint phone${' -> "Answer the call"'.repeat(1000)} -> end\n`);
    expectSound(folded);
    expect(folded.pages.length).toBeLessThan(40);
  });
});
