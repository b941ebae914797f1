import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bin, buildIfStale } from '../cli/built-flowc.ts';
import { flowc } from '../cli/test-shell.ts';
import { examplePaths, examplesFolder, textOfExample } from '../examples/example-files.ts';
import { otherNode } from './other-node.ts';

/** How a build may differ from the usual one, which is to make no difference. */
interface Circumstances {
  readonly node?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** The folder of the project, in that for all of these tests. */
  readonly folder?: string;
  /** The files in the order in which they are named. */
  readonly files?: readonly string[];
  readonly options?: readonly string[];
}

/** Two charts as pixels: with lanes, and in a script that is shaped. */
const asPng = ['order-by-phone.flow', 'airline/refund.flow'];

const place = { folder: '' };
beforeAll(() => {
  buildIfStale();
  place.folder = mkdtempSync(join(tmpdir(), 'flowc-same-'));
});
afterAll(() => rmSync(place.folder, { recursive: true, force: true }));

let runs = 0;

/** Draws all examples, and gives the hash of each picture and of what the linter says, by name. */
function drawn(circumstances: Circumstances = {}): Readonly<Record<string, string>> {
  const { node = process.execPath, environment = {}, files = ['.'], options = [] } = circumstances;
  const project = join(place.folder, circumstances.folder ?? `project-${++runs}`);
  mkdirSync(project, { recursive: true });
  for (const path of examplePaths)
    cpSync(join(examplesFolder, path), join(project, path), { recursive: true });
  const run = (...argv: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(node, [bin, ...argv], {
      cwd: project,
      encoding: 'utf8',
      // An empty home: nothing is remembered from the run before.
      env: { PATH: process.env['PATH'], HOME: join(project, '.home'), ...environment },
    });
    // No Node complains of a setting of V8 that it does not know, either.
    const isQuiet = /^(?:\d+ pictures? drawn \([^)]*\)(?:; [^\n]* see `[a-z ]* lint`)?\n)?$/.test(stderr);
    if (status !== 0 || !isQuiet) throw new Error(`${argv.join(' ')} ends with ${status}: ${stderr}`);
    return stdout;
  };
  run('build', ...files, '-f', 'svg,json', ...options);
  run('build', ...asPng, '-f', 'png', ...options);
  const findings = run('lint', '--format', 'json', '.');
  const pictures = readdirSync(project, { recursive: true, withFileTypes: true }).filter(
    (entry) =>
      entry.isFile() && /\.(?:svg|json|png)$/.test(entry.name) && !entry.parentPath.includes('.home'),
  );
  const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
  return Object.fromEntries([
    ['findings', hash(findings)],
    ...pictures
      .map(({ parentPath, name }) => [
        join(parentPath, name)
          .slice(project.length + 1)
          .replaceAll('\\', '/'),
        hash(readFileSync(join(parentPath, name))),
      ])
      .sort(),
  ]);
}

/** In ms: another Node may have to be fetched first. */
const patience = { timeout: 300_000 };

describe('the same bytes', patience, () => {
  const usual: { pictures: Readonly<Record<string, string>> } = { pictures: {} };
  beforeAll(() => {
    usual.pictures = drawn();
    expect(Object.keys(usual.pictures).length).toBeGreaterThan(2 * examplePaths.length);
  }, patience.timeout);

  it.for([22, 26])('under Node %i', (major, { skip }) => {
    const node = otherNode(major);
    skip(node === undefined, `Node ${major} cannot be had here`);
    if (node !== undefined) expect(drawn({ node })).toEqual(usual.pictures);
  });

  const circumstances: readonly (readonly [string, Circumstances])[] = [
    [
      'a day ahead, in Turkish, with colours',
      {
        environment: {
          TZ: 'Pacific/Kiritimati',
          LANG: 'tr_TR.UTF-8',
          LC_ALL: 'tr_TR.UTF-8',
          FORCE_COLOR: '3',
          TERM: 'xterm-256color',
        },
      },
    ],
    [
      'at a quarter to, in Arabic, without a cache',
      {
        environment: { TZ: 'Asia/Kathmandu', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', FLOWC_CACHE: 'off' },
      },
    ],
    [
      'in another folder, in no language',
      { folder: 'a deep/פרויקט 项目/é #%20', environment: { LANG: 'C', LC_ALL: 'POSIX' } },
    ],
    ['with two threads', { options: ['--jobs', '2'] }],
    ['with three threads', { options: ['--jobs', '3'] }],
    ['of files named the other way round, and twice', { files: [...examplePaths.toReversed(), '.'] }],
  ];
  it.each(circumstances)('%s', (_, circumstance) => {
    expect(drawn(circumstance)).toEqual(usual.pictures);
  });

  it('whatever order a folder tells its files in', async () => {
    const drawnIn = async (paths: readonly string[]) => {
      const { files, err } = await flowc(['build'], {
        files: Object.fromEntries(paths.map((path) => [path, textOfExample(path)])),
      });
      return {
        err,
        pictures: Object.entries(files)
          .filter(([path]) => path.endsWith('.svg'))
          .sort(),
      };
    };
    const { err, pictures } = await drawnIn(examplePaths);
    expect(pictures.length).toBeGreaterThanOrEqual(examplePaths.length - 1);
    for (const paths of [examplePaths.toReversed(), examplePaths.toSorted((a, b) => a.length - b.length)])
      expect(await drawnIn(paths)).toEqual({ err, pictures });
  });
});
