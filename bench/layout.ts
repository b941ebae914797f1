/**
 * How long laying out takes once warm, on flows of several sizes with and without swimlanes, and what the pictures
 * cost. Time is that of the processor.
 * Run: npx node bench/layout.ts
 */
import fc from 'fast-check';
import { fontFiles } from '../src/cli/font-files.ts';
import { layoutFlow } from '../src/layout/layout-flow.ts';
import type { Process } from '../src/model/process.ts';
import { createMeasurer } from '../src/type/create-measurer.ts';
import { processOf } from '../tests/build/process-of.ts';
import { measure } from '../tests/metrics.ts';

const runs = 5;

/** A flow of about so many nodes in four lanes: blocks as people write them, one after the other. */
function flowOf(nodes: number, seed: number): Process {
  const random = fc.sample(fc.integer({ min: 0, max: 999_983 }), { numRuns: 4 * nodes, seed });
  let used = 0;
  const choose = (count: number): number => (random[used++ % random.length] ?? 0) % count;
  const owners = ['customer', 'agent', 'store', 'finance'];
  let owner = 0;
  let count = 0;
  const step = (): string => {
    if (choose(3) === 0) owner = choose(owners.length);
    return `step s${count++} "Do thing number ${count} for the customer" by ${owners[owner]}`;
  };
  const lines = ['flow bench "Bench"', 'role agent', 'role store', 'role finance', 'touchpoint start'];
  while (count < nodes) {
    const kind = choose(10);
    if (kind < 5) lines.push(step());
    else if (kind < 7) lines.push(`if "Is ${count++} right?" {`, step(), '} else {', step(), step(), '}');
    else if (kind < 9 && count > 4)
      lines.push(`if "Has ${count++} worked?" {`, step(), `} else -> ${earlier(lines, choose)}`);
    else lines.push(`if "Is ${count++} the end?" -> end "Over ${count++}"`);
  }
  return processOf([...lines, 'end "Done"'].join('\n'));
}

/** A step at the top level among the last few lines, to go back to. */
const earlier = (lines: readonly string[], choose: (count: number) => number): string => {
  const steps = lines.flatMap((line) => /^step (\w+)/.exec(line)?.[1] ?? []).slice(-6);
  return steps[choose(steps.length)] ?? 'start';
};

const measurer = await createMeasurer(fontFiles);
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

console.log('| nodes | lanes | ms (median) | crossings | bends | faults |');
console.log('| ---: | :--- | ---: | ---: | ---: | ---: |');
for (const nodes of [30, 100, 300, 1000])
  for (const lanes of [false, true]) {
    const flow = flowOf(nodes, 7);
    const times: number[] = [];
    let costs = { crossings: 0, bends: 0 };
    let faults = 0;
    for (let run = 0; run <= runs; run++) {
      const start = process.cpuUsage();
      const { value } = await layoutFlow(flow, { lanes, measurer });
      // The first run warms up.
      const { user, system } = process.cpuUsage(start);
      if (run > 0) times.push((user + system) / 1000);
      if (run === runs && value !== undefined) {
        const judged = measure(value);
        costs = judged.costs;
        faults = judged.faults.length;
        if (process.argv.includes('--faults')) console.error(judged.faults);
      }
    }
    console.log(
      `| ${flow.nodes.length} | ${lanes ? '4' : 'none'} | ${median(times).toFixed(0)} | ${costs.crossings} | ${costs.bends} | ${faults} |`,
    );
  }
