import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildIfStale, spawnFlowc } from '../cli/built-flowc.ts';
import { cleanFlow, flowc, type World } from '../cli/test-shell.ts';

type Files = NonNullable<World['files']>;
const built = async (argv: readonly string[], files: Files): Promise<Record<string, string>> => {
  const { files: after } = await flowc(['build', ...argv], { files });
  return { ...after };
};
/** Files, some of them under other names. */
const renamed = (files: Files, names: Readonly<Record<string, string>>): Files =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [names[name] ?? name, content]));
const without = (files: Files, ...names: readonly string[]): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));
/** Builds, and says what `--check` tells of it after that. */
const checked = async (argv: readonly string[], files: Files) =>
  flowc(['build', '--check', ...argv], { files: await built(argv, files) });
const pruned = async (argv: readonly string[], files: Files) =>
  flowc(['build', '--prune', ...argv], { files });

describe('a picture that no flow makes any more', () => {
  const files: Files = { 'flows/a.flow': cleanFlow('a'), 'flows/b.flow': cleanFlow('b') };

  it.each([
    [
      'its file was renamed',
      [],
      (was: Files) => renamed(was, { 'flows/a.flow': 'flows/c.flow' }),
      'flows/a.svg',
    ],
    ['its file is gone', [], (was: Files) => without(was, 'flows/a.flow'), 'flows/a.svg'],
    [
      'its file was moved',
      ['flows'],
      (was: Files) => renamed(was, { 'flows/a.flow': 'flows/new/a.flow' }),
      'flows/a.svg',
    ],
    [
      'a second flow has come into its file',
      [],
      (was: Files) => ({ ...was, 'flows/a.flow': cleanFlow('a') + cleanFlow('x') }),
      'flows/a.svg',
    ],
    [
      'it lies in an output folder',
      ['flows', '-o', 'out'],
      (was: Files) => without(was, 'flows/a.flow'),
      'out/a.svg',
    ],
    [
      'only the file with the new name is asked for',
      ['flows/c.flow'],
      (was: Files) => renamed(was, { 'flows/a.flow': 'flows/c.flow' }),
      'flows/a.svg',
    ],
  ])('is told where %s, and goes with --prune', async (_, argv, change, left) => {
    const names = argv.filter((word) => word !== 'flows/c.flow');
    const after = change(await built(names, files));
    const { code, out, err, files: kept } = await checked(argv, after);
    expect({ code, out }).toEqual({ code: 1, out: `left-behind ${left}\n` });
    expect(err).toContain('1 left behind');
    expect(kept[left]).toBeDefined();
    const told = await flowc(['build', ...argv], { files: after });
    expect(told.err).toContain(
      `warning: no flow makes these pictures any more; \`flowc build --prune\` removes them\n  ${left}\n`,
    );
    expect(told.files[left]).toBeDefined();
    const { files: rest, err: said } = await pruned(argv, after);
    expect(said).toContain('1 picture left behind removed');
    expect(rest[left]).toBeUndefined();
    expect(rest['flows/b.flow']).toBeDefined();
    expect(await checked(argv, rest)).toMatchObject({ code: 0, out: '' });
  });

  it('is told where a flow of several has another name, and where its last sheet of paper is gone with it', async () => {
    const two = { 'a.flow': cleanFlow('x') + cleanFlow('y') };
    const after = { ...(await built([], two)), 'a.flow': cleanFlow('x') + cleanFlow('z') };
    expect((await checked([], after)).out).toBe('left-behind a.y.svg\n');
    const steps = 'step "Answer the call"\n'.repeat(90);
    const long = {
      'a.flow': cleanFlow('a').replace('step answer', `${steps}step answer`),
      'b.flow': cleanFlow('b'),
    };
    const paper = ['--fit', 'a4', '--orientation', 'portrait', '--force'];
    const pages = without(await built(paper, long), 'a.flow');
    expect((await checked(paper, pages)).out).toBe('left-behind a.1.svg\nleft-behind a.2.svg\n');
  });

  it('is told where a name has only got small letters, on a disk that tells them apart, and only then', async () => {
    const after = renamed(await built([], { 'Case.flow': cleanFlow('a') }), { 'Case.flow': 'case.flow' });
    expect((await checked([], after)).out).toBe('left-behind Case.svg\n');
    // Elsewhere the picture is written into the file that keeps its name.
    const same = renamed(await built([], after), { 'case.svg': 'other' });
    expect((await flowc(['build', '--check'], { files: same })).out).toBe('missing case.svg\n');
  });

  it('is told in the folder of the configuration, whatever its tree', async () => {
    const configured = { ...files, 'flowc.config.json': '{ "out": "pictures" }' };
    const after = without(await built([], configured), 'flows/a.flow');
    expect((await checked([], after)).out).toBe('left-behind pictures/flows/a.svg\n');
  });

  it('is told and removed on a disk, as a PNG too, however odd the name of its file', () => {
    buildIfStale();
    const cwd = mkdtempSync(join(tmpdir(), 'flowc-left-'));
    try {
      const name = 'préavis & 100% «ja» #1';
      writeFileSync(join(cwd, `${name}.flow`), cleanFlow('a'));
      const run = (...argv: readonly string[]) => spawnFlowc(['build', '-f', 'png,svg', ...argv], { cwd });
      expect(run().code).toBe(0);
      expect(run('--check')).toMatchObject({ code: 0, out: '' });
      renameSync(join(cwd, `${name}.flow`), join(cwd, 'b.flow'));
      expect(run('--prune').err).toContain(
        '2 pictures drawn (in this folder), 2 pictures left behind removed\n',
      );
      expect(readdirSync(cwd).sort()).toEqual(['b.flow', 'b.png', 'b.svg']);
      expect(run('--check')).toMatchObject({ code: 0, out: '' });
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  });

  it('stays where somebody has drawn into it, which is said', async () => {
    const after = without(await built([], files), 'flows/a.flow');
    const edited = { ...after, 'flows/a.svg': `${after['flows/a.svg']}`.replace('Answer', 'Refuse') };
    const { files: rest, err } = await pruned([], edited);
    expect(rest['flows/a.svg']).toBe(edited['flows/a.svg']);
    expect(err).toContain(
      'warning: flows/a.svg is no picture of a flow any more; it was edited by hand, so it stays',
    );
  });
});

describe('--prune leaves alone', () => {
  const files: Files = { 'flows/a.flow': cleanFlow('a'), 'flows/b.flow': cleanFlow('b') };
  const keeps = async (argv: readonly string[], before: Files, names: readonly string[]): Promise<void> => {
    expect((await checked(argv, before)).out).toBe('');
    const { files: after } = await pruned(argv, before);
    for (const name of names) expect(after[name], name).toBe(before[name]);
  };

  it('pictures that flowc did not make', async () => {
    const drawn = {
      'flows/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
      'flows/photo.png': 'no picture',
    };
    await keeps([], { ...(await built([], files)), ...drawn }, Object.keys(drawn));
  });

  it('pictures whose names somebody chose', async () => {
    const before = { ...(await built(['flows/a.flow', '-o', 'flows/poster.svg'], files)) };
    await keeps([], await built([], before), ['flows/poster.svg']);
  });

  it('pictures in another format, and sheets of paper, that a flow makes with other options', async () => {
    const steps = 'step "Answer the call"\n'.repeat(90);
    const long = { 'a.flow': cleanFlow('a').replace('step answer', `${steps}step answer`) };
    const paper = await built(['--fit', 'a4', '--orientation', 'portrait', '--force'], long);
    const before = await built(['-f', 'png', '--force', '--no-fit'], paper);
    await keeps(['--force'], await built(['--force'], before), ['a.png', 'a.1.svg', 'a.2.svg']);
  });

  it('pictures of files that were not asked for', async () => {
    const before = await built([], files);
    await keeps(['flows/b.flow'], before, ['flows/a.svg']);
    const out = await built(['flows/b.flow', '-o', 'out'], await built(['flows/a.flow', '-o', 'out'], files));
    await keeps(['flows/b.flow', '-o', 'out'], out, ['out/a.svg']);
  });

  it('the picture of a file that has got its new name, but is not asked for', async () => {
    const before = await built([], files);
    const moved = { ...renamed(before, { 'flows/a.flow': 'flows/c.flow', 'flows/a.svg': 'flows/c.svg' }) };
    await keeps(['flows/b.flow'], moved, ['flows/c.svg']);
  });

  it('pictures that lie beside their flows, where others are drawn into a folder around them', async () => {
    await keeps(['flows', '-o', '.'], await built(['flows'], files), ['flows/a.svg', 'flows/b.svg']);
  });

  it('pictures of a file in which somebody is just writing', async () => {
    const two = { 'a.flow': cleanFlow('x') + cleanFlow('y') };
    const before: Files = { ...(await built([], two)), 'a.flow': `${cleanFlow('x')}flow\n` };
    const { code, out } = await checked([], before);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect((await pruned([], before)).files['a.y.svg']).toBe(before['a.y.svg']);
  });

  it('everything, together with --check: it is refused', async () => {
    const { code, err } = await flowc(['build', '--check', '--prune'], { files });
    expect(code).toBe(2);
    expect(err).toContain('--check and --prune exclude each other');
  });
});
