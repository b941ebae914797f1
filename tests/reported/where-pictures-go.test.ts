import { describe, expect, it } from 'vitest';
import { cleanFlow, endlessFlow, flowc, type World } from '../cli/test-shell.ts';

const build = (argv: readonly string[], files: NonNullable<World['files']>) =>
  flowc(['build', ...argv], { files });

describe('a picture for a file of another kind', () => {
  it.each([
    'chart.pdf',
    'chart.jpg',
    'chart.htm',
    'chart.webp',
    'out/chart.tiff',
    'chart.flow',
    '../chart.docx',
  ])('is refused: -o %s makes no folder of that name', async (out) => {
    const { code, err, written } = await build(['a.flow', '-o', out], { 'a.flow': cleanFlow('a') });
    expect({ code, written }).toEqual({ code: 2, written: [] });
    expect(err).toBe(
      `error: ${out} is of a kind that flowc does not draw: it draws svg, png, json and dot\n` +
        `  Name a file that ends in .svg, .png, .json or .dot; for a folder of this name write ${out}/\n`,
    );
  });

  it('is a PNG where its ending is in large letters', async () => {
    const { code, written, err } = await build(['a.flow', '-o', 'chart.PNG'], { 'a.flow': cleanFlow('a') });
    expect({ code, written, err }).toEqual({
      code: 0,
      written: ['chart.PNG'],
      err: '1 picture drawn (chart.PNG)\n',
    });
  });

  it.each([
    ['chart.pdf/', 'chart.pdf/a.svg'],
    ['v1.2', 'v1.2/a.svg'],
    ['out\\in', 'out/in/a.svg'],
    ['.pictures', '.pictures/a.svg'],
    ['out', 'out/a.svg'],
  ])('is none where a folder is meant: -o %s', async (out, picture) => {
    expect((await build(['a.flow', '-o', out], { 'a.flow': cleanFlow('a') })).written).toEqual([picture]);
  });

  it('is none where there is a folder of that name', async () => {
    const files = { 'a.flow': cleanFlow('a'), 'site.org/index.html': '' };
    expect((await build(['a.flow', '-o', 'site.org'], files)).written).toEqual(['site.org/a.svg']);
  });
});

describe('an output folder', () => {
  const files = {
    'src/a/x.flow': cleanFlow('x'),
    'src/b/x.flow': cleanFlow('x'),
    'src/b/deep/y.flow': cleanFlow('y'),
  };
  it.each([
    ['a folder', ['src'], ['out/a/x.svg', 'out/b/deep/y.svg', 'out/b/x.svg']],
    ['two folders', ['src/a', 'src/b'], ['out/a/x.svg', 'out/b/deep/y.svg', 'out/b/x.svg']],
    ['two files', ['src/a/x.flow', 'src/b/x.flow'], ['out/a/x.svg', 'out/b/x.svg']],
    ['a file and one below it', ['src/b/x.flow', 'src/b/deep/y.flow'], ['out/deep/y.svg', 'out/x.svg']],
    ['a pattern', ['src/**/x.flow'], ['out/a/x.svg', 'out/b/x.svg']],
    ['a folder and a file', ['src/a', 'src/b/deep/y.flow'], ['out/a/x.svg', 'out/b/deep/y.svg']],
    ['one file', ['src/b/deep/y.flow'], ['out/y.svg']],
    ['everything', [], ['out/src/a/x.svg', 'out/src/b/deep/y.svg', 'out/src/b/x.svg']],
  ])('has the tree below what all that was asked for lies in: %s', async (_, names, expected) => {
    const { code, written } = await build([...names, '-o', 'out'], files);
    expect(code).toBe(0);
    expect([...written].sort()).toEqual(expected);
  });
});

describe('two flows for one picture', () => {
  it('are told with what to do: in one file, on standard output, of two names that many systems take for one', async () => {
    const two = { 'in/a.flow': cleanFlow('x'), 'in/deep/b.flow': cleanFlow('y') };
    const one = await build(['in', '-o', 'all.svg'], two);
    expect(one).toMatchObject({ code: 2, written: [] });
    expect(one.err).toBe(
      'error: the flows “x” of in/a.flow and “y” of in/deep/b.flow would both be drawn into all.svg\n' +
        '  Draw them into a folder, -o pictures, or name one of the files only\n',
    );
    const apart = await build(['in', '-o', 'all.svg'], { 'in/a.flow': cleanFlow('x') + cleanFlow('y') });
    expect(apart.err).toContain('\n  Draw them into a folder: -o pictures\n');
    const same = { 'a.flow': cleanFlow('x') + cleanFlow('y'), 'a.x.flow': cleanFlow('z') };
    const named = await build(['-o', 'out'], same);
    expect(named).toMatchObject({ code: 2, written: [] });
    expect(named.err).toBe(
      'error: the flows “x” of a.flow and “z” of a.x.flow would both be drawn into out/a.x.svg\n' +
        '  Give one of the files or flows another name\n',
    );
  });

  it.each([
    ['files', { 'Case.flow': cleanFlow('f'), 'case.flow': cleanFlow('f') }, []],
    ['files, into a folder', { 'Case.flow': cleanFlow('f'), 'case.flow': cleanFlow('f') }, ['-o', 'out']],
    ['folders, into a folder', { 'A/f.flow': cleanFlow('f'), 'a/f.flow': cleanFlow('f') }, ['-o', 'out']],
    ['flows of one file', { 'a.flow': cleanFlow('Order') + cleanFlow('order') }, []],
    [
      'files in two spellings of é',
      { 'caf\u00e9.flow': cleanFlow('f'), 'cafe\u0301.flow': cleanFlow('g') },
      [],
    ],
  ])('are told where names differ in large and small letters only: %s', async (_, files, options) => {
    const { code, err, written } = await build(options, files);
    expect({ code, written }).toEqual({ code: 2, written: [] });
    expect(err).toContain('would both be drawn into one file: many systems take');
    expect(err).toContain('Give one of the files or flows another name, one that differs in more than');
    expect(err).not.toContain('-o pictures');
  });

  it('do not hide the errors in other files, nor their own', async () => {
    const files = {
      'Case.flow': cleanFlow('f'),
      'case.flow': endlessFlow('f'),
      'broken.flow': 'flow a\ntuchpoint phone\nend\n',
    };
    const { code, err, written } = await build([], files);
    expect({ code, written }).toEqual({ code: 2, written: [] });
    expect(err).toContain('error[misspelt-word]');
    expect(err).toContain('error[no-end]');
    expect(err).toContain('would both be drawn into one file');
  });

  it('are an error of the language where one file has two of one name, and the rest is drawn', async () => {
    const files = { 'a.flow': cleanFlow('x') + cleanFlow('x'), 'b.flow': cleanFlow('b') };
    const { code, err, written } = await build([], files);
    expect({ code, written }).toEqual({ code: 1, written: ['b.svg'] });
    expect(err).toContain('error[duplicate-name]');
    expect((await build(['--force'], files)).err).toContain('would both be drawn into a.x.svg');
  });
});
