/**
 * Tries whether the tests would notice: makes one small mistake after the other in a copy of the sources, and runs
 * the tests of the room that it is in. `node scripts/mutate.ts` tries all of `mutants.ts`, which takes an hour;
 * `--only TEXT`, repeatable, those that have it in their room, file or name, to go on where one stopped. Ends with 1
 * where fewer than 90 % are killed. The repository itself is never written to.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutant, mutants, testsOf } from './mutants.ts';

const root = join(import.meta.dirname, '..');
/** A share of the mutants. */
const wanted = 0.9;
/** In ms. Whoever made a loop endless by his mistake would notice. */
const patience = 600_000;

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [] } } });
const chosen = mutants.filter(
  ({ room, file, name }) =>
    values.only.length === 0 || values.only.some((text) => `${room} ${file} ${name}`.includes(text)),
);

const copy = join(mkdtempSync(join(tmpdir(), 'flowc-mutants-')), 'flowc');
try {
  cpSync(root, copy, {
    recursive: true,
    filter: (path) => !['node_modules', '.git'].includes(basename(path)) || path === root,
  });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  process.exitCode = tryAll() ? 0 : 1;
} finally {
  rmSync(join(copy, '..'), { recursive: true, force: true });
}

function tryAll(): boolean {
  const unfit = [...new Set(chosen.map(({ room }) => room))].filter((room) => {
    if (passes(testsOf[room])) return false;
    console.log(`the tests of ${room} fail without a mutant, so they tell nothing of its mutants`);
    return true;
  });
  const rows: (readonly [result: string, mutant: Mutant])[] = [];
  for (const mutant of chosen.filter(({ room }) => !unfit.includes(room))) {
    const result = tried(mutant);
    rows.push([result, mutant]);
    console.log(`${result.padEnd(9)} ${mutant.room.padEnd(11)} ${mutant.name}`);
  }
  const killed = rows.filter(([result]) => result === 'killed').length;
  const lived = rows.filter(([result]) => result !== 'killed');
  console.log(`\n${'room'.padEnd(12)}killed`);
  for (const [room, of] of Map.groupBy(rows, ([, { room }]) => room))
    console.log(`${room.padEnd(12)}${of.filter(([result]) => result === 'killed').length} of ${of.length}`);
  for (const [result, { file, name }] of lived) console.log(`${result}: ${name} (${file})`);
  console.log(
    `\n${killed} of ${rows.length} killed: ${Math.round((100 * killed) / Math.max(1, rows.length))} %`,
  );
  return unfit.length === 0 && rows.length > 0 && killed >= wanted * rows.length;
}

function tried({ room, file, find, replace, tests }: Mutant): 'killed' | 'lived' | 'not found' {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(find).length !== 2) return 'not found';
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
  try {
    return passes(tests ?? testsOf[room]) ? 'lived' : 'killed';
  } finally {
    writeFileSync(path, text);
  }
}

/** Whether tests pass in the copy, built again where they run what is built. */
function passes(tests: readonly string[]): boolean {
  const { status } = spawnSync(
    process.execPath,
    [
      relative(copy, join(copy, 'node_modules/vitest/vitest.mjs')),
      'run',
      '--bail',
      '1',
      '--reporter',
      'dot',
      ...tests,
    ],
    { cwd: copy, stdio: 'ignore', timeout: patience },
  );
  return status === 0;
}
