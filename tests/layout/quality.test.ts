import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { processOf } from '../build/process-of.ts';
import { checkTexts, examplePaths, processesOf, textOfExample } from '../examples/example-files.ts';
import { measure } from '../metrics.ts';
import { layOut } from './lay-out.ts';

const examples = [
  ...checkTexts(new Map(examplePaths.map((path) => [path, textOfExample(path)]))).values(),
].flatMap(processesOf);

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
    const process = processOf(
      readFileSync(join(import.meta.dirname, 'sample-flows/broken-device.flow'), 'utf8'),
    );
    const nodes = process.nodes.map((node) => ({ ...node, lane: deciders[node.id] ?? node.lane ?? 'agent' }));
    for (const { owners, most } of [
      { owners: nodes, most: { crossings: 1, bends: 34 } },
      { owners: process.nodes, most: { crossings: 0, bends: 24 } },
    ]) {
      const { faults, costs } = measure(await layOut({ ...process, nodes: owners }));
      expect(faults).toEqual([]);
      expect(costs.upward).toBe(0);
      expect(costs.crossings).toBeLessThanOrEqual(most.crossings);
      expect(costs.bends).toBeLessThanOrEqual(most.bends);
    }
  });

  it('of an example crosses no lines, but for four and for real procedures with six lanes and more', {
    timeout: 240_000,
  }, async () => {
    const crossed: Record<string, number> = {};
    for (const process of examples) {
      const { crossings } = measure(await layOut(process)).costs;
      if (crossings > 0) crossed[process.id] = crossings;
    }
    expect(crossed).toEqual({
      'airline-disruption': 3,
      'airline-disruption-es': 3,
      'disputed-charge': 1,
      'insurance-claim': 3,
      'it-incident': 4,
      'it-request': 6,
      'it-request-de': 6,
      'lead-chatbot': 1,
      'major-incident': 1,
      'onboarding-software': 1,
      returns: 2,
      'returns-fr': 2,
      'shopping-cart': 1,
      'telecom-fault': 9,
      'telecom-fault-he': 9,
    });
  });
});
