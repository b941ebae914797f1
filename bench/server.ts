/**
 * How long an editor waits, in processor time: diagnostics after a keystroke, warm, and completion, in a flow of 300
 * and one of 3,000 lines; then the same in a project of 300 files that all use one. At last, completion at every
 * cursor position of every example, and at every fifth of it broken, the text each time as if it had just been typed.
 * Run: npx node bench/server.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSystem } from '../src/project/file-system.ts';
import { completion } from '../src/server/features/completion.ts';
import { hover } from '../src/server/features/hover.ts';
import { semanticTokens } from '../src/server/features/semantic-tokens.ts';
import { createWorkspace } from '../src/server/workspace.ts';

const head = `role agent "Agent"
role store "Store"
system crm "CRM"
`;
const part = (n: number): string => `step answer-${n} "Answer call ${n}" by agent to customer within 20s
step open-${n} "Open the account of ${n}" by agent using crm takes 30s..2min
if stock-${n}? "In stock ${n}?" 85% {
  step reserve-${n} "Reserve ${n}" by store within 1h
} else -> alternative-${n}
wait restock-${n} "Wait for ${n}" within 2d
  timeout -> alternative-${n}
step alternative-${n} "Offer ${n}" by agent to customer
if again-${n}? "Again ${n}?" -> answer-${n} max 3 then -> end
`;
function flowOf(name: string, lines: number, use = ''): string {
  let text = `${use}flow ${name} "Benchmark"\n${use === '' ? head : ''}touchpoint phone "Call"\n`;
  for (let n = 0, count = 6; count < lines; n += 1, count += 9) text += part(n);
  return `${text}end done as success\n`;
}

const emptyDisk: FileSystem = {
  read: () => ({ reason: 'missing', message: 'there is no such file' }),
  kind: () => undefined,
  list: () => [],
};

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
const shown = (times: readonly number[]): string =>
  `${median(times).toFixed(1)} ms (at most ${Math.max(...times).toFixed(1)})`;

function measure(title: string, texts: ReadonlyMap<string, string>, path: string): void {
  const workspace = createWorkspace({ files: emptyDisk, today: () => '2026-11-21' });
  for (const [each, text] of texts) workspace.edit(each, text);
  const text = texts.get(path) ?? '';
  const at = text.indexOf('agent to customer', text.length / 2) + 'agent'.length;
  const times: Record<string, number[]> = {
    diagnostics: [],
    completion: [],
    hover: [],
    'semantic tokens': [],
  };
  const time = (name: string, run: () => unknown): void => {
    // The time of this thread alone, so that whatever else runs on the machine does not count.
    const before = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(before);
    times[name]?.push((user + system) / 1000);
  };
  const rounds = 40;
  for (let round = 0; round < rounds; round += 1) {
    workspace.edit(path, `${text.slice(0, at)}${'x'.repeat(round % 5)}${text.slice(at)}`);
    time('diagnostics', () => workspace.snapshot().file(path)?.diagnostics());
    workspace.edit(path, `${text.slice(0, at - 2)}${text.slice(at + (round % 5))}`);
    time('completion', () => completion(workspace.snapshot(), path, at - 2));
    time('hover', () => hover(workspace.snapshot(), path, at - 2));
    const file = workspace.snapshot().file(path);
    if (file !== undefined) time('semantic tokens', () => semanticTokens(file));
  }
  console.log(title);
  for (const [name, all] of Object.entries(times)) console.log(`  ${name}: ${shown(all.slice(rounds / 2))}`);
}

for (const lines of [300, 3000])
  measure(`${lines} lines`, new Map([['/p/a.flow', flowOf('a', lines)]]), '/p/a.flow');

const common = `flow common\n${head}touchpoint phone "Call"\nstep ask "Ask" by agent to customer\nend known as success\n`;
const project = new Map([
  ['/p/common.flow', common],
  ...Array.from({ length: 300 }, (_, n): [string, string] => [
    `/p/f${n}.flow`,
    flowOf(`f${n}`, 60, 'use "common.flow"\n'),
  ]),
]);
measure('one of 300 files of 60 lines', project, '/p/f7.flow');
measure('the file that they all use', project, '/p/common.flow');

/** Each time the text differs by a line break at its end, so that nothing of the answer was known before. */
function everyPosition(title: string, breakIt: (text: string) => string, step = 1): void {
  const folder = join(import.meta.dirname, '..', 'examples');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.flow'),
  );
  const workspace = createWorkspace({ files: emptyDisk, today: () => '2026-11-21' });
  for (const name of names) workspace.edit(`/p/${name}`, readFileSync(join(folder, name), 'utf8'));
  const times: number[] = [];
  for (const name of names) {
    const path = `/p/${name}`;
    const whole = workspace.snapshot().textOf(path);
    const text = breakIt(whole);
    for (let offset = 0; offset <= text.length; offset += step) {
      workspace.edit(path, text + (times.length % 2 === 0 ? '' : '\n'));
      const before = process.threadCpuUsage();
      completion(workspace.snapshot(), path, offset);
      const { user, system } = process.threadCpuUsage(before);
      times.push((user + system) / 1000);
    }
    workspace.edit(path, whole);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const most = sorted[Math.floor(0.999 * sorted.length)] ?? 0;
  console.log(
    `${title}: ${times.length} positions, completion ${median(times).toFixed(1)} ms, 99.9 % within ${most.toFixed(1)} ms, at most ${(sorted.at(-1) ?? 0).toFixed(1)} ms`,
  );
}
everyPosition('every example', (text) => text);
everyPosition('every example without its closing braces', (text) => text.replaceAll('}', ''), 5);
everyPosition('every example with a quote missing', (text) => text.replace('"', ''), 5);
