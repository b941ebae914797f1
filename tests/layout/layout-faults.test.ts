import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/layout/drawing.ts';
import type { Process } from '../../src/model/process.ts';
import { processOf } from '../build/process-of.ts';
import { corpus, exampleGraphs } from '../corpus.ts';
import { flowText } from '../generate-flow.ts';
import { measure } from '../metrics.ts';
import { layOut } from './lay-out.ts';

/** What no picture may have: faults, lines against the flow, something of the graph that is missing. */
function problems(process: Process, drawing: Drawing): readonly string[] {
  const { faults, costs } = measure(drawing);
  const drawn = new Map(drawing.edges.map((edge) => [`${edge.from}>${edge.to}`, edge]));
  return [
    ...faults.map(({ kind, of }) => `${kind}: ${of}`),
    ...(costs.upward > 0 ? [`${costs.upward} lines against the flow`] : []),
    ...process.nodes
      .filter((node) => !drawing.nodes.some(({ id }) => id === node.id))
      .map(({ id }) => `lost: ${id}`),
    ...process.edges.flatMap(({ from, to, label }) => {
      const edge = drawn.get(`${from}>${to}`);
      if (edge === undefined) return [`lost: ${from}>${to}`];
      return label !== undefined && edge.label === undefined ? [`lost label: ${from}>${to}`] : [];
    }),
  ];
}

const directions = ['down', 'right'] as const;
const hardFlows = join(import.meta.dirname, 'hard-flows');
/** A flow for each construct of the language that is drawn in its own way. */
const constructFlows = join(import.meta.dirname, 'construct-flows');

describe('a laid-out flow', () => {
  it.each([
    { name: 'with swimlanes', runs: 170, options: {} },
    { name: 'without swimlanes', runs: 170, options: { lanes: false } },
    { name: 'to the right', runs: 80, options: { direction: 'right' as const } },
    {
      name: 'to the right without swimlanes',
      runs: 80,
      options: { direction: 'right' as const, lanes: false },
    },
  ])('has no fault in $runs random flows, $name', { timeout: 240_000 }, async ({ runs, options }) => {
    const flows = flowText({ size: 5, languages: ['en', 'he', 'el', 'zh'] });
    await fc.assert(
      fc.asyncProperty(flows, async (text) => {
        const process = processOf(text);
        expect(problems(process, await layOut(process, options))).toEqual([]);
      }),
      { numRuns: runs, seed: 20261121, endOnFailure: true },
    );
  });

  it.each(
    exampleGraphs().flatMap((process) =>
      directions.map((direction) => ({ id: process.id, process, direction })),
    ),
  )('has no fault in the example $id, $direction', async ({ process, direction }) => {
    for (const lanes of [true, false])
      expect(problems(process, await layOut(process, { direction, lanes }))).toEqual([]);
  });

  it('has no fault in the corpus of the benchmark', { timeout: 240_000 }, async () => {
    const flows = corpus();
    expect(flows.length).toBeGreaterThan(100);
    for (const process of flows)
      for (const lanes of [true, false])
        expect(problems(process, await layOut(process, { lanes })), process.id).toEqual([]);
  });

  it.each(readdirSync(hardFlows))('has no fault in %s, which once had', async (name) => {
    const process = processOf(readFileSync(join(hardFlows, name), 'utf8'));
    for (const direction of directions)
      for (const lanes of [true, false])
        expect(problems(process, await layOut(process, { direction, lanes }))).toEqual([]);
  });

  it.each(readdirSync(constructFlows))('has no fault in %s, whichever way it is read', async (name) => {
    const text = readFileSync(join(constructFlows, name), 'utf8');
    for (const language of ['en', 'he', 'de']) {
      const process = processOf(text.replace(/^(flow .*)$/m, `$1\nlanguage ${language}`));
      for (const direction of directions)
        for (const lanes of [true, false])
          expect(problems(process, await layOut(process, { direction, lanes }))).toEqual([]);
    }
  });

  it('is the same each time', async () => {
    for (const process of exampleGraphs().slice(0, 6))
      expect(await layOut(process)).toEqual(await layOut(process));
  });
});
