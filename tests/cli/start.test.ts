import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bin, buildIfStale } from './built-flowc.ts';
import { cleanFlow } from './test-shell.ts';

let folder = '';
beforeAll(buildIfStale);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowc-start-'));
  mkdirSync(join(folder, 'flows'));
  for (const name of ['one', 'two']) writeFileSync(join(folder, `flows/${name}.flow`), cleanFlow(name));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cache = (): string => join(folder, 'cache', 'flowc');
const cached = (kind: string): readonly string[] =>
  existsSync(cache()) ? readdirSync(cache()).filter((name) => name.endsWith(kind)) : [];
const flowc = (argv: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      XDG_CACHE_HOME: join(folder, 'cache'),
      FLOWC_CACHE: '',
      FLOWC_START: '',
      ...environment,
    },
  });
  return { code: status, out: stdout, err: stderr };
};
const withoutCache = (argv: readonly string[]) => flowc(argv, { FLOWC_CACHE: 'off' });
const picture = ['build', 'flows/one.flow', '-o', '-'];

describe('the code cache', () => {
  it('changes nothing but the time: the first run, later ones and none say the same', () => {
    const expected = withoutCache(picture);
    expect(expected.code).toBe(0);
    expect(cached('')).toEqual([]);
    for (let run = 0; run < 5; run++) expect(flowc(picture)).toEqual(expected);
    expect(cached('.code')).toHaveLength(1);
    const [name = ''] = cached('.code');
    const learnt = statSync(join(cache(), name)).mtimeMs;
    flowc(picture);
    expect(statSync(join(cache(), name)).mtimeMs, 'nothing is written once it has learnt').toBe(learnt);
    expect(statSync(cache()).mode & 0o777).toBe(0o700);
    expect(statSync(join(cache(), name)).mode & 0o777).toBe(0o600);
  });

  it('is kept for each command, and once for all that is none', () => {
    flowc(picture);
    flowc(['lint', 'flows']);
    expect(cached('.code')).toHaveLength(2);
    for (const misspelt of ['buidl', 'lnit']) expect(flowc([misspelt]).code).toBe(2);
    expect(cached('.code')).toHaveLength(3);
  });

  it('is that of this code and this Node: others have a file of their own', () => {
    flowc(picture);
    const facts: { readonly code: string } = JSON.parse(
      readFileSync(join(bin, '..', '..', 'dist', 'build.json'), 'utf8'),
    );
    const [name = ''] = cached('.code');
    expect(name).toContain(facts.code);
    expect(name).toContain(process.version);
    const other = join(cache(), name.replace(facts.code, 'f00d'));
    renameSync(join(cache(), name), other);
    const kept = readFileSync(other);
    expect(flowc(picture)).toEqual(withoutCache(picture));
    expect(cached('.code')).toContain(name);
    expect(readFileSync(other).equals(kept)).toBe(true);
  });

  it.each([
    [
      'bytes are flipped',
      (path: string) =>
        writeFileSync(
          path,
          readFileSync(path).map((byte, at) => (at % 1000 === 500 ? byte ^ 0xff : byte)),
        ),
    ],
    ['it is cut short', (path: string) => truncateSync(path, 100_000)],
    ['it is empty', (path: string) => truncateSync(path, 0)],
    ['it is something else', (path: string) => writeFileSync(path, 'not a cache at all')],
  ])('is done without where %s, and made anew', (_, damage) => {
    const expected = flowc(picture);
    const [name = ''] = cached('.code');
    damage(join(cache(), name));
    const damaged = readFileSync(join(cache(), name));
    expect(flowc(picture)).toEqual(expected);
    expect(readFileSync(join(cache(), name)).equals(damaged)).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('runs no code out of a folder that others can write to', () => {
    mkdirSync(cache(), { recursive: true });
    chmodSync(cache(), 0o777);
    expect(flowc(picture).code).toBe(0);
    expect(cached('')).toEqual([]);
  });

  it('is done without where the folder cannot be made', () => {
    writeFileSync(join(folder, 'cache'), 'a file');
    expect(flowc(picture)).toEqual(withoutCache(picture));
    expect(flowc(picture, { HOME: '', XDG_CACHE_HOME: '' })).toEqual(withoutCache(picture));
  });
});

describe('a build that has nothing to do', () => {
  const build = ['build', 'flows'];
  const fresh = { code: 0, out: '', err: '0 pictures drawn, 2 fresh already (in flows)\n' };
  const checked = { code: 0, out: '', err: '2 pictures checked (in flows): 2 fresh\n' };
  const settle = (path: string): void => utimesSync(join(folder, path), 1_700_000_000, 1_700_000_000);
  beforeEach(() => {
    expect(flowc(build).err).toBe('2 pictures drawn (in flows)\n');
    expect(cached('.json')).toEqual([]);
    expect(flowc(build)).toEqual(fresh);
    expect(cached('.json')).toHaveLength(1);
  });

  it('is remembered, and said again', () => {
    expect(flowc(build)).toEqual(fresh);
    expect(flowc([...build, '--check'])).toEqual(checked);
    expect(flowc([...build, '--check'])).toEqual(checked);
    expect(cached('.json')).toHaveLength(2);
  });

  it('is judged by content: a file that was only touched is the same', () => {
    settle('flows/one.flow');
    settle('flows/one.svg');
    expect(flowc(build)).toEqual(fresh);
  });

  it.each([
    [
      'a flow has changed',
      () => writeFileSync(join(folder, 'flows/one.flow'), cleanFlow('one').replace('Answered', 'Answerad')),
      1,
    ],
    [
      'a picture was edited',
      () =>
        writeFileSync(
          join(folder, 'flows/one.svg'),
          readFileSync(join(folder, 'flows/one.svg'), 'utf8').replace('Answered', 'Answerad'),
        ),
      1,
    ],
    ['a picture is gone', () => rmSync(join(folder, 'flows/one.svg')), 1],
    ['a flow has come', () => writeFileSync(join(folder, 'flows/three.flow'), cleanFlow('three')), 1],
    [
      'a configuration has come',
      () => writeFileSync(join(folder, 'flowc.config.json'), '{ "direction": "right" }'),
      2,
    ],
    ['a flow is ignored', () => writeFileSync(join(folder, 'flows/.gitignore'), 'one.flow\n'), 0],
    [
      'another flow calls one',
      () =>
        writeFileSync(
          join(folder, 'flows/two.flow'),
          `use "one.flow"\n${cleanFlow('two').replace('step answer', 'call one\nstep answer')}`,
        ),
      1,
    ],
  ])('is not taken for one where %s', (_, change, drawn) => {
    change();
    const { code, err } = flowc(build);
    expect(code).toBe(0);
    expect(err).toMatch(new RegExp(`^${drawn} pictures? drawn`));
    expect(err).not.toBe(fresh.err);
    expect(withoutCache([...build, '--check'])).toMatchObject({ code: 0, out: '' });
  });

  it('has nothing to do where a comment has come, and is remembered anew', () => {
    writeFileSync(
      join(folder, 'flows/one.flow'),
      `# By hand\r\n${cleanFlow('one').replaceAll('\n', '\r\n')}`,
    );
    expect(flowc(build)).toEqual(fresh);
    expect(flowc(build)).toEqual(fresh);
  });

  it('is not taken for one where a picture has come that no flow makes', () => {
    expect(flowc([...build, '--check'])).toEqual(checked);
    const left = join(folder, 'flows/old.svg');
    writeFileSync(left, readFileSync(join(folder, 'flows/one.svg')));
    expect(flowc([...build, '--check'])).toMatchObject({ code: 1, out: 'left-behind flows/old.svg\n' });
    expect(flowc(build).err).toContain('  flows/old.svg\n');
    rmSync(left);
    expect(flowc([...build, '--check'])).toEqual(checked);
  });

  it('is not taken for one with other arguments', () => {
    expect(flowc([...build, '--theme', 'mono']).err).toBe('2 pictures drawn (in flows)\n');
    expect(flowc(['build', 'flows/one.flow']).err).toBe('1 picture drawn (flows/one.svg)\n');
  });

  it('draws a picture of the same version anew where it cannot know that the same code drew it', () => {
    const path = join(folder, 'flows/one.svg');
    const drawn = readFileSync(path);
    const { isRelease } = JSON.parse(readFileSync(join(bin, '../../dist/build.json'), 'utf8'));
    const again = isRelease ? fresh.err : '2 pictures drawn (in flows)\n';
    expect(withoutCache(build).err).toBe(again);
    expect(withoutCache([...build, '--check']).code).toBe(0);
    expect(flowc(build, { XDG_CACHE_HOME: join(folder, 'new') }).err).toBe(again);
    expect(readFileSync(path).equals(drawn)).toBe(true);
  });

  it('is not remembered where something is wrong', () => {
    writeFileSync(join(folder, 'flows/one.flow'), 'flow one\ntouchpoint phone -> nowhere\n');
    const first = flowc(build);
    expect(first.code).toBe(1);
    expect(flowc(build)).toEqual(first);
    expect(flowc([...build, '--check']).code).toBe(1);
    writeFileSync(join(folder, 'flows/one.flow'), cleanFlow('one'));
    expect(flowc(build)).toEqual(fresh);
  });
});

describe('--jobs', () => {
  it('changes nothing but the time', () => {
    const flows = Array.from({ length: 12 }, (_, number) => `flow${number}`);
    for (const [number, name] of flows.entries())
      writeFileSync(
        join(folder, `flows/${name}.flow`),
        `flow ${name}\ntouchpoint phone "Customer calls"\n${Array.from({ length: number + 1 }, (__, step) => `step s${step} "Do thing ${step} of ${number}"\n`).join('')}if more? "More?" -> s0 max 3 then -> end gone "Gone"\nend done "Done"\n`,
      );
    const drawn = (jobs: string): Readonly<Record<string, string>> => {
      expect(flowc(['build', 'flows', '-f', 'svg,json', '-o', `out${jobs}`, '-j', jobs])).toEqual({
        code: 0,
        out: '',
        err: `28 pictures drawn (in out${jobs})\n`,
      });
      const out = join(folder, `out${jobs}`);
      return Object.fromEntries(
        readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]),
      );
    };
    const one = drawn('1');
    expect(Object.keys(one)).toHaveLength(28);
    expect(drawn('2')).toEqual(one);
    expect(drawn('5')).toEqual(one);
  });

  it('says what a thread could not draw, in the order of the flows', () => {
    for (const name of ['one', 'two'])
      writeFileSync(
        join(folder, `flows/${name}.flow`),
        `flow ${name} "\u{16a00} ${name}"\ntouchpoint a -> end\n`,
      );
    const one = flowc(['build', 'flows', '-f', 'png', '-j', '1']);
    expect(one.code).toBe(1);
    expect(one.err).toContain('is not drawn as png');
    expect(flowc(['build', 'flows', '-f', 'png', '-j', '2'])).toEqual(one);
  });
});
