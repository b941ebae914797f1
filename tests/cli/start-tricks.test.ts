import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { trickTable } from '../../src/cli/start/trick-table.ts';
import { allTricks, type TrickName, trickNames, tricksOf } from '../../src/cli/start/tricks.ts';
import { bin, buildIfStale } from './built-flowc.ts';
import { cleanFlow } from './test-shell.ts';

const root = join(import.meta.dirname, '..', '..');
const place = { folder: '' };
beforeAll(buildIfStale);
beforeEach(() => {
  place.folder = mkdtempSync(join(tmpdir(), 'flowc-tricks-'));
  writeFileSync(join(place.folder, 'one.flow'), cleanFlow('one'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(place.folder, { recursive: true, force: true });
});

/** Runs the built command line, each way with a cache of its own. */
function run(argv: readonly string[], way: string) {
  const home = `home-${way.replaceAll(/[^a-z]/g, '-')}`.slice(0, 40);
  const notes = join(place.folder, 'notes');
  writeFileSync(notes, '');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], {
    cwd: place.folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      XDG_CACHE_HOME: join(place.folder, home),
      FLOWC_CACHE: '',
      FLOWC_START: way,
      FLOWC_TEST_NOTES: notes,
      NODE_OPTIONS: `--require="${join(import.meta.dirname, 'probe-start.cjs').replaceAll('\\', '/')}"`,
    },
  });
  const cache = join(place.folder, home, 'flowc');
  return {
    said: { code: status, out: stdout, err: stderr },
    notes: readFileSync(notes, 'utf8'),
    cached: existsSync(cache) ? readdirSync(cache) : [],
  };
}
const picture = ['build', 'one.flow', '-o', '-'];
const loadsCommands = (notes: string): boolean => notes.includes('main.cjs\n');

/** Whether a trick is seen at work. */
const isAtWork: Readonly<Record<TrickName, (way: string) => boolean | Promise<boolean>>> = {
  'version-at-once': (way) => !loadsCommands(run(['--version'], way).notes),
  'remembered-run'(way) {
    for (let before = 0; before < 2; before++) expect(run(['build'], way).said.code).toBe(0);
    const { notes, cached } = run(['build'], way);
    const isRemembered = cached.some((name) => name.startsWith('run-'));
    expect(isRemembered).toBe(!loadsCommands(notes));
    return isRemembered;
  },
  'code-cache': (way) => run(picture, way).cached.some((name) => name.endsWith('.code')),
  'engine-settings': (way) => run(picture, way).notes.includes('tells V8 --'),
  'letter-widths': (way) => !/^loads .*harfbuzz/m.test(run(picture, way).notes),
  async 'prepared-grammar'(way) {
    let recalls = 0;
    vi.resetModules();
    const internals = '../../src/syntax/chevrotain-internals.ts';
    vi.doMock(internals, async (importOriginal) => {
      const real = await importOriginal<typeof import('../../src/syntax/chevrotain-internals.ts')>();
      const recallAnalysis = (parser: object) => {
        recalls++;
        return real.recallAnalysis(parser);
      };
      return { ...real, recallAnalysis };
    });
    const { flowc: fresh } = await import('./test-shell.ts');
    const world = { files: { 'a.flow': `${cleanFlow('a')}\n\n\n` }, environment: { FLOWC_START: way } };
    for (const [argv, code] of [
      [['lint'], 0],
      [['fmt', '--check'], 1],
      [['init', '--yes'], 0],
      [['build'], 0],
    ] as const)
      expect(await fresh(argv, world)).toMatchObject({ code });
    vi.doUnmock(internals);
    return recalls > 0;
  },
  'line-break-classes': (way) => unpacked(way).then((tables) => tables === 0),
};

/** How many tables the line breaker unpacks to break a Latin text, built as the command line is. */
async function unpacked(way: string): Promise<number> {
  const path = join(root, 'scripts/quick-line-breaks.js');
  const { quickLineBreaks } = await import(path);
  const { outputFiles } = await build({
    stdin: { contents: "export { lineBreaks } from './src/type/line-breaks.ts';", resolveDir: root },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'built',
    mainFields: ['module', 'main'],
    plugins: [quickLineBreaks("startTricks.has('line-break-classes')")],
  });
  let tables = 0;
  class Counted extends Uint32Array {
    constructor(from: ArrayBuffer | readonly number[]) {
      super(from);
      if (!Array.isArray(from)) tables++;
    }
  }
  const context = { startTricks: tricksOf({ FLOWC_START: way }), Uint32Array: Counted };
  const breaks = runInNewContext(
    `${outputFiles[0]?.text ?? ''}; built.lineBreaks('Answer the call')`,
    context,
  );
  expect(breaks.map(({ position }: { readonly position: number }) => position)).toEqual([7, 11, 15]);
  return tables;
}

describe('the switch of the start', () => {
  it('turns all tricks off, or those that it names', () => {
    expect(tricksOf({})).toEqual(new Set(trickNames));
    expect(tricksOf({ FLOWC_START: '' })).toBe(allTricks);
    expect(tricksOf({ FLOWC_START: 'quick' })).toBe(allTricks);
    expect(tricksOf({ FLOWC_START: 'plain' })).toEqual(new Set());
    const some = tricksOf({ FLOWC_START: 'plain:code-cache,letter-widths' });
    expect(trickNames.filter((name) => !some.has(name))).toEqual(['code-cache', 'letter-widths']);
  });

  it.each(trickNames)('%s is at work, off with all others, off alone, and at work alone', async (name) => {
    expect(await isAtWork[name]('')).toBe(true);
    expect(await isAtWork[name]('plain')).toBe(false);
    expect(await isAtWork[name](`plain:${name}`)).toBe(false);
    const others = trickNames.filter((each) => each !== name);
    expect(await isAtWork[name](`plain:${others.join(',')}`)).toBe(true);
  });
});

describe('a plain start', () => {
  const examples = mkdtempSync(join(tmpdir(), 'flowc-plain-'));
  afterAll(() => rmSync(examples, { recursive: true, force: true }));

  /** All that some commands say and leave behind, each beginning where the one before it ended. */
  function everything(way: string): unknown {
    const folder = join(examples, way === '' ? 'quick' : 'plain', 'work');
    cpSync(join(root, 'examples'), folder, { recursive: true });
    for (const name of ['broken', 'misspelt'])
      writeFileSync(join(folder, `${name}.flow`), broken[name] ?? '');
    const said = [
      ['--version'],
      ['-V'],
      ['--help'],
      ['lint', '--help'],
      ['lnit'],
      ['lint', '--frmat', 'json'],
      ['lint'],
      ['lint', '--format', 'json'],
      ['build', '-f', 'svg,json', '-o', 'out', '-j', '2'],
      ['build', 'airline', 'onboarding.flow', '-o', 'out'],
      ['build', 'airline', 'onboarding.flow', '-o', 'out'],
      ['build', 'airline', 'onboarding.flow', '-o', 'out', '--check'],
      ['build', 'onboarding.flow', '--fit', 'a4', '-o', 'pages'],
      ['fmt', '--check'],
      ['explain', 'no-end'],
      ['completion', 'bash'],
    ].map((argv) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, XDG_CACHE_HOME: join(folder, '../cache'), FLOWC_CACHE: '', FLOWC_START: way },
      });
      return { argv, status, stdout, stderr };
    });
    const written = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]);
    return { said, written };
  }
  const broken: Readonly<Record<string, string>> = {
    broken: 'flow broken\ntouchpoint phone -> nowhere\nstep "無効" by nobody',
    misspelt: cleanFlow('misspelt').replace('touchpoint', 'touchpiont'),
  };

  it('says the same and makes the same files, to the byte', () => {
    const quick = everything('');
    expect(everything('plain')).toEqual(quick);
  });
});

describe('the table of the tricks', () => {
  it('names files that are there, each in one trick, and what was measured', () => {
    const named = Object.values(trickTable).flatMap(({ files, data = [] }) => [...files, ...data]);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    for (const { gain, since } of Object.values(trickTable)) {
      expect(gain.ms).toBeGreaterThan(0);
      expect(since).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it('names all files of the room but those that every start needs', () => {
    const named = new Set(Object.values(trickTable).flatMap(({ files }) => files));
    const others = readdirSync(join(root, 'src/cli/start')).filter(
      (name) => !named.has(`src/cli/start/${name}`),
    );
    expect(others).toEqual(['build-facts.ts', 'start-thread.ts', 'trick-table.ts', 'tricks.ts']);
  });

  it('stands in ARCHITECTURE.md as `npm run generate` writes it', async () => {
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const { withTrickTable } = await import('../../scripts/trick-table.ts');
    expect(withTrickTable(text)).toBe(text);
  });
});
