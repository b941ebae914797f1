import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/render/metadata.ts';
import { bin, buildIfStale, spawnFlowc } from '../cli/built-flowc.ts';
import { cleanFlow } from '../cli/test-shell.ts';
import { readXml } from '../render/read-xml.ts';
import { temporaryFolder } from './temporary-folder.ts';

beforeAll(buildIfStale);
const at = temporaryFolder();
const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

const flowc = (argv: readonly string[]) => spawnFlowc(argv, { cwd: at() });
const start = (argv: readonly string[]): ChildProcess =>
  spawn(process.execPath, [bin, ...argv], { cwd: at(), stdio: 'ignore' });
const ended = (process: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => process.on('exit', resolve));

/** Writes so many flows, other ones in each `round`. */
function writeFlows(count: number, round: number): void {
  mkdirSync(at('flows'), { recursive: true });
  for (let index = 0; index < count; index++)
    writeFileSync(
      at(`flows/f${index}.flow`),
      cleanFlow(`f${index}`).replace('Customer calls', `Customer calls for the ${round}th time`),
    );
}

const visible = (folder: string): readonly string[] =>
  readdirSync(at(folder)).filter((name) => !name.startsWith('.'));
const pictures = (folder: string): readonly string[] =>
  visible(folder).filter((name) => name.endsWith('.svg'));

/** Whether a picture is whole, by its own account: the hash of what was written is that of what is there. */
function isWhole(path: string): boolean {
  const svg = readFileSync(at(path), 'utf8');
  readXml(svg);
  const { content, actual } = readMetadata(svg) ?? {};
  return content !== undefined && content === actual;
}

describe('a build that is killed', () => {
  it('leaves whole pictures, old or new, and nothing that is in the way of the next', async () => {
    const count = 12;
    for (let round = 0; round < 8; round++) {
      writeFlows(count, round);
      const build = start(['build', 'flows', ...(round % 2 === 0 ? [] : ['--jobs', '2'])]);
      const exit = ended(build);
      await new Promise((resolve) => setTimeout(resolve, 150 + 90 * round));
      build.kill('SIGKILL');
      await exit;
      for (const name of pictures('flows')) expect([name, isWhole(`flows/${name}`)]).toEqual([name, true]);
    }
    expect(flowc(['build', 'flows']).code).toBe(0);
    expect(flowc(['build', 'flows', '--check'])).toMatchObject({ code: 0, out: '' });
    expect(pictures('flows')).toHaveLength(count);
    expect(visible('flows')).toHaveLength(2 * count);
  });
});

describe('several builds at once', () => {
  it('all end well, and leave nothing else behind', async () => {
    writeFlows(10, 0);
    const codes = await Promise.all(
      Array.from({ length: 3 }, () => ended(start(['build', 'flows', '-o', 'out/deep', '-f', 'svg,json']))),
    );
    expect(codes).toEqual([0, 0, 0]);
    expect(readdirSync(at('out/deep'))).toHaveLength(20);
    for (const name of pictures('out/deep'))
      expect([name, isWhole(`out/deep/${name}`)]).toEqual([name, true]);
    expect(flowc(['build', 'flows', '-o', 'out/deep', '-f', 'svg,json', '--check']).code).toBe(0);
  });
});

describe('a disk that refuses', () => {
  it('is full: said so, for standard output', ({ skip }) => {
    writeFlows(1, 0);
    skip(!existsSync('/dev/full'), 'there is no /dev/full here');
    const command = `"${process.execPath}" "${bin}" build flows -o - > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: at(), encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'error: the output cannot be written: the disk is full\n',
    });
  });

  it('is full: said so, the old picture kept, no part of a new one', ({ skip }) => {
    writeFlows(1, 0);
    mkdirSync(at('small'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', at('small')]).status === 0;
    skip(!mounted, 'no file system can be mounted here');
    try {
      writeFileSync(at('small/f0.svg'), '<svg/>');
      writeFileSync(at('small/filler'), 'x'.repeat(4096));
      const { code, err } = flowc(['build', 'flows', '-o', 'small']);
      expect(code).toBe(2);
      expect(err).toContain('f0.svg cannot be written: the disk is full');
      expect(readdirSync(at('small')).sort()).toEqual(['f0.svg', 'filler']);
      expect(readFileSync(at('small/f0.svg'), 'utf8')).toBe('<svg/>');
    } finally {
      spawnSync('umount', [at('small')]);
    }
  });

  it('gives no permission: said so, for reading and for writing', ({ skip }) => {
    writeFlows(2, 0);
    chmodSync(at(), 0o755);
    chmodSync(at('flows/f1.flow'), 0);
    mkdirSync(at('mine'));
    if (isRoot) chownSync(at('mine'), nobody, nobody);
    chmodSync(at('flows'), 0o555);
    // Root may do everything, so another must try.
    const asNobody = (argv: readonly string[]) =>
      spawnSync(process.execPath, [bin, ...argv], {
        cwd: at(),
        encoding: 'utf8',
        ...(isRoot ? { uid: nobody, gid: nobody } : {}),
      });
    skip(isRoot && asNobody(['--version']).status !== 0, 'another user cannot read the repository');
    expect(asNobody(['build', 'flows', '-o', 'mine'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('flows/f1.flow cannot be read: permission denied'),
    });
    expect(asNobody(['build', 'flows/f0.flow'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('f0.svg cannot be written: permission denied'),
    });
    chmodSync(at('flows'), 0o755);
    expect(visible('flows')).toEqual(['f0.flow', 'f1.flow']);
    expect(visible('mine')).toEqual([]);
  });
});

describe('a picture that cannot be put in its place', () => {
  it('is no reason to leave out the others', () => {
    writeFlows(3, 0);
    mkdirSync(at('flows/f0.svg'));
    symlinkSync('f1.svg', at('flows/f1.svg'));
    const { code, err } = flowc(['build', 'flows']);
    expect(code).toBe(2);
    expect(err).toMatch(/f0\.svg cannot be written: it is a folder\n/);
    expect(err).toMatch(/f1\.svg cannot be written: its links lead round in a circle\n/);
    expect(err).toMatch(/\n1 picture drawn \(flows\/f2.svg\), 2 not drawn\n$/);
    expect(isWhole('flows/f2.svg')).toBe(true);
  });
});

describe('odd things in a folder', () => {
  it('are no reason to see less of it, or to wait for ever', () => {
    writeFlows(1, 0);
    symlinkSync('.', at('flows/again'));
    symlinkSync('circle', at('flows/circle'));
    symlinkSync('circle.flow', at('flows/circle.flow'));
    symlinkSync('nowhere.flow', at('flows/dangling.flow'));
    symlinkSync('/dev/zero', at('flows/endless.flow'));
    mkdirSync(at('flows/folder.flow'));
    spawnSync('mkfifo', [at('flows/pipe.flow'), at('pipe')]);
    symlinkSync(at('pipe'), at('flows/linked-pipe.flow'));
    expect(flowc(['build', 'flows']).err).toBe('1 picture drawn (flows/f0.svg)\n');
    expect(pictures('flows')).toEqual(['f0.svg']);
  });

  it('are not there for a “use” where they have no end', () => {
    mkdirSync(at('flows'));
    symlinkSync('/dev/zero', at('flows/zero.flow'));
    spawnSync('mkfifo', [at('flows/pipe.flow')]);
    writeFileSync(at('flows/f.flow'), `use "zero.flow"\nuse "pipe.flow"\n${cleanFlow('f')}`);
    const { code, out } = flowc(['lint', 'flows/f.flow', '--format', 'compact']);
    expect(code).toBe(1);
    expect(out.match(/There is no file “(?:zero|pipe)\.flow”/g)).toHaveLength(2);
  });

  it('are named in messages without what would move a terminal’s cursor', () => {
    const name = 'flows/a\u001b[31m\u202eb\n.flow';
    mkdirSync(at('flows'));
    writeFileSync(at(name), 'flow x\nsetp\n');
    const { err, code } = flowc(['build', 'flows']);
    expect(code).toBe(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
    expect(err).not.toMatch(/[\u001b\u202e]/);
  });

  it.each([
    ['a name that is too long', 'x'.repeat(5000)],
    ['a device without end', '/dev/zero'],
    ['a device without anything', '/dev/null'],
    ['a place that is no file', '/proc/self/mem/x'],
  ])('asked for, %s is wrong usage and no defect', (_, name) => {
    writeFlows(1, 0);
    const { code, err } = flowc(['lint', name]);
    expect([code, err.split('\n')[0]]).toEqual([2, expect.stringMatching(/^error/)]);
  });

  it('and long names get their pictures, as long as a name may be', () => {
    mkdirSync(at('flows'));
    writeFileSync(
      at('flows/f.flow'),
      `flow ${'路'.repeat(80)}\ntouchpoint t\nend\nflow b\ntouchpoint t\nend\n`,
    );
    const { code } = flowc(['build', 'flows/f.flow', '-f', 'json']);
    expect(code).toBe(0);
    writeFileSync(
      at('flows/f.flow'),
      `flow ${'路'.repeat(90)}\ntouchpoint t\nend\nflow b\ntouchpoint t\nend\n`,
    );
    expect(flowc(['build', 'flows/f.flow', '-f', 'json'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('its name is too long'),
    });
  });
});
