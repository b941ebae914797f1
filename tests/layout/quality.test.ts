import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTexts, examplePaths, graphsOf, textOfExample } from '../examples/example-files.ts';
import { graphOf } from '../build/process-of.ts';
import { measure } from '../metrics.ts';
import { layOut } from './lay-out.ts';

const examples = [
  ...checkTexts(new Map(examplePaths.map((path) => [path, textOfExample(path)]))).values(),
].flatMap(graphsOf);

/** Who decides: in the language a decision belongs to whoever did the step before it. */
const deciders: Readonly<Record<string, string>> = {
  report: 'customer',
  covered: 'agent',
  agreed: 'customer',
  arrived: 'claims',
  taken: 'customer',
};

describe('the picture', () => {
  it('of a hard flow in four swimlanes has few crossings and bends', async () => {
    const graph = graphOf(readFileSync(join(import.meta.dirname, 'sample-flows/broken-device.flow'), 'utf8'));
    const nodes = graph.nodes.map((node) => ({ ...node, lane: deciders[node.id] ?? node.lane ?? 'agent' }));
    for (const { owners, most } of [
      { owners: nodes, most: { crossings: 1, bends: 34 } },
      { owners: graph.nodes, most: { crossings: 0, bends: 24 } },
    ]) {
      const { faults, costs } = measure(await layOut({ ...graph, nodes: owners }));
      expect(faults).toEqual([]);
      expect(costs.upward).toBe(0);
      expect(costs.crossings).toBeLessThanOrEqual(most.crossings);
      expect(costs.bends).toBeLessThanOrEqual(most.bends);
    }
  });

  it('of an example crosses no lines, but for three', async () => {
    const crossed: Record<string, number> = {};
    for (const graph of examples) {
      const { crossings } = measure(await layOut(graph)).costs;
      if (crossings > 0) crossed[graph.id] = crossings;
    }
    expect(crossed).toEqual({ 'disputed-charge': 1, 'lead-chatbot': 1, 'onboarding-software': 1 });
  });
});
