/**
 * What each trick of the start gains: processor time of its command without it and with it, in pairs, the code cache
 * warm. The figures of src/cli/start/trick-table.ts are from here. At last all tricks together.
 * Run: npx node bench/tricks.ts [pairs] [trick], after `node esbuild.config.js --release`
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trickTable } from '../src/cli/start/trick-table.ts';
import { trickNames } from '../src/cli/start/tricks.ts';
import { cpuTime } from './cpu-time.ts';
import { machine } from './machine.ts';
import { median } from './process.ts';
import { figure, table } from './table.ts';

const root = join(import.meta.dirname, '..');
const [pairs = '15', only = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'flowc-tricks-'));

/** How each command of the table is run; those that draw find nothing drawn. */
const commands: Readonly<Record<string, { readonly argv: readonly string[]; readonly draws?: boolean }>> = {
  '--version': { argv: ['--version'] },
  'build examples, nothing to do': { argv: ['build', 'examples'] },
  build: { argv: ['build', 'one.flow'], draws: true },
  lint: { argv: ['lint', 'one.flow'] },
  'lint examples': { argv: ['lint', 'examples'] },
};

try {
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  cpSync(join(root, 'examples/order-by-phone.flow'), join(folder, 'one.flow'));
  const cases = [
    ...trickNames.map((name) => ({
      name: String(name),
      without: `plain:${name}`,
      command: trickTable[name].gain.command,
    })),
    ...['--version', 'build', 'lint examples'].map((command) => ({ name: 'all', without: 'plain', command })),
  ];
  const rows: (readonly string[])[] = [];
  for (const each of cases.filter(({ name }) => only === '' || name === only)) rows.push(await measure(each));
  console.log(`Measured ${machine()}; medians of ${pairs} pairs, processor time of the process.\n`);
  console.log(table(['trick', 'command', 'without, ms', 'with, ms', 'gain, ms'], rows));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(each: { readonly name: string; readonly without: string; readonly command: string }) {
  const { argv, draws = false } = commands[each.command] ?? { argv: [] };
  const run = (way: string): Promise<number> => {
    if (draws) rmSync(join(folder, 'one.svg'), { force: true });
    const scratch = join(folder, way.replaceAll(':', '-') || 'quick');
    mkdirSync(scratch, { recursive: true });
    const environment = { XDG_CACHE_HOME: join(scratch, 'cache'), FLOWC_CACHE: '', FLOWC_START: way };
    return cpuTime(join(root, 'bin/flowc.js'), argv, { cwd: folder, scratch, environment });
  };
  for (let round = 0; round < 5; round++) for (const way of [each.without, '']) await run(way);
  const times: { readonly plain: number; readonly quick: number }[] = [];
  for (let round = 0; round < Number(pairs); round++)
    if (round % 2 === 0) times.push({ plain: await run(each.without), quick: await run('') });
    else {
      const quick = await run('');
      times.push({ plain: await run(each.without), quick });
    }
  const row = [
    each.name,
    `\`${each.command}\``,
    figure(median(times.map(({ plain }) => plain))),
    figure(median(times.map(({ quick }) => quick))),
    median(times.map(({ plain, quick }) => plain - quick)).toFixed(1),
  ];
  console.error(row.join('  '));
  return row;
}
