/**
 * How long all rules take on flows of 20,000 nodes of several shapes, and on a project of 1,000 flows; the rules that
 * take longest by name. Time is that of the processor; reading and building the
 * graphs is not counted.
 * Run: npx node bench/lint.ts
 */

import { buildProcess } from '../src/build/build-process.ts';
import { check } from '../src/check/check.ts';
import { allRules } from '../src/lint/all-rules.ts';
import { lintFlows } from '../src/lint/lint.ts';
import type { LintFile } from '../src/lint/project-context.ts';
import type { RuleSettings } from '../src/lint/settings.ts';
import { parse } from '../src/syntax/parse.ts';

const head =
  'flow bench "Benchmark"\npromise 1w\nrole agent "Agent"\nrole store "Store"\ntouchpoint phone "Call"\n';
const repeat = (times: number, part: (number: number) => string): string =>
  Array.from({ length: times }, (_, number) => part(number)).join('');

/** Each has about 20,000 nodes. */
const shapes: Readonly<Record<string, string>> = {
  chain: `${head}${repeat(19_990, (n) => `step s${n} "Do ${n}" by ${n % 2 ? 'agent' : 'store'} within 1h\n`)}end\n`,
  process: `${head}${repeat(
    2849,
    (n) => `step answer-${n} "Answer ${n}" by agent to customer within 20s
if stock-${n}? "In stock ${n}?" { step reserve-${n} "Reserve ${n}" by store within 1h }
else -> alternative-${n}
wait restock-${n} "Wait ${n}" within 2d
  timeout -> alternative-${n}
step alternative-${n} "Offer ${n}" by agent
if again-${n}? "Again ${n}?" -> answer-${n} max 3 then -> end
`,
  )}end done as success\n`,
  'loops in loops': `${head}${repeat(9990, (n) => `step s${n} "Do ${n}" within 1min\n`)}${repeat(
    9990,
    (n) => `if q${n}? "Again ${n}?" -> s${9989 - n}\n`,
  )}end\n`,
  'one head': `${head}step s "Do" within 1min\n${repeat(19_990, (n) => `if q${n}? "Again ${n}?" -> s\n`)}end\n`,
  decisions: `${head}${repeat(9990, (n) => `if a${n}? "Question ${n}?" -> x\n`)}${repeat(
    9990,
    (n) => `if b${n}? "Question ${n}?" -> x\n`,
  )}step x "Do"\nend\n`,
  unreachable: `${head}end\n${repeat(6650, (n) => `step s${n} "Do ${n}"\n-> s${n}\nstep t${n} "Done ${n}"\nend\n`)}`,
  owners: `${head}${repeat(19_990, (n) => `step s${n} "Do ${n}" by owner-of-step-${n} to customer\n`)}end\n`,
  names: `${head}${repeat(19_990, (n) => `step ${word(n)} "Do ${word(n)}"\n`)}end\n`,
};

/** A name of two long words out of letters, alike at their beginnings and ends. */
function word(number: number): string {
  const letters = [number, number / 20, number / 400, number / 8000].map((part) =>
    String.fromCharCode(97 + (Math.floor(part) % 20)),
  );
  return `answer-${letters.join('')}-the-customer`;
}

function filesOf(texts: ReadonlyMap<string, string>): readonly LintFile[] {
  const checked = check(new Map([...texts].map(([path, text]) => [path, parse({ path, text })])));
  return [...checked.values()].map((file) => ({
    checked: file,
    built: file.flows.map((flow) => buildProcess(flow).value),
  }));
}

const everything: RuleSettings = new Map(
  allRules.map(({ name, severity }) => [name, { severity, options: {} }]),
);

function run(files: readonly LintFile[], rules = everything): number {
  const start = process.cpuUsage();
  lintFlows(files, { today: '2026-11-21', rulesFor: () => rules });
  return process.cpuUsage(start).user / 1000;
}

const rounded = (milliseconds: number): string => `${Math.round(milliseconds)} ms`;

for (const [shape, text] of Object.entries(shapes)) {
  const files = filesOf(new Map([['bench.flow', text]]));
  const nodes = files.reduce((sum, { built }) => sum + (built[0]?.process.nodes.length ?? 0), 0);
  const cold = run(files);
  const warm = run(files);
  const slowest = allRules
    .map(({ name, severity }) => ({ name, time: run(files, new Map([[name, { severity, options: {} }]])) }))
    .sort((a, b) => b.time - a.time)
    .slice(0, 3)
    .map(({ name, time }) => `${name} ${rounded(time)}`);
  console.log(`${shape}: ${nodes} nodes, ${rounded(cold)}, again ${rounded(warm)} (${slowest.join(', ')})`);
}

const small = shapes['process']?.split('\n').slice(0, 80).join('\n') ?? '';
const project = filesOf(new Map(Array.from({ length: 1000 }, (_, n) => [`f${n}.flow`, `${small}\nend\n`])));
console.log(`1000 flows: ${rounded(run(project))}, again ${rounded(run(project))}`);
