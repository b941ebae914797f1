import { describe, expect, it } from 'vitest';
import { rebaseAddress } from '../../src/project/relative-address.ts';
import { flowc, type World } from '../cli/test-shell.ts';

const flow = (id: string, ...steps: readonly string[]): string =>
  `flow ${id}\ntouchpoint t "S"\n${steps.join('\n')}\nend e "D" as success\n`;
const build = (argv: readonly string[], files: NonNullable<World['files']>) =>
  flowc(['build', ...argv], { files });
const linksIn = (svg: string | undefined): readonly string[] =>
  [...`${svg}`.matchAll(/<a href="([^"]*)"/g)].map(([, address = '']) => address);

describe('a relative link', () => {
  const files = { 'flows/a.flow': flow('f', 'step s "x" link "../docs/sop.pdf"') };
  it.each([
    ['beside the flow', [], 'flows/a.svg', '../docs/sop.pdf'],
    [
      'into a folder',
      ['flows', '-o', 'site/pictures/deep'],
      'site/pictures/deep/a.svg',
      '../../../docs/sop.pdf',
    ],
    ['into a file', ['flows/a.flow', '-o', 'a.svg'], 'a.svg', 'docs/sop.pdf'],
    ['into a file beside it', ['flows/a.flow', '-o', 'flows/b.svg'], 'flows/b.svg', '../docs/sop.pdf'],
    ['into the folder of its target', ['flows', '-o', 'docs'], 'docs/a.svg', '../docs/sop.pdf'],
  ])('leads to the same file wherever the chart lies: %s', async (_, argv, path, address) => {
    expect(linksIn((await build(argv, files)).files[path])).toEqual([address]);
  });

  it('leads to it from the folder of the configuration and from standard output', async () => {
    const configured = { ...files, 'flowc.config.json': '{ "out": "site" }' };
    expect(linksIn((await build([], configured)).files['site/flows/a.svg'])).toEqual(['../../docs/sop.pdf']);
    expect(linksIn((await build(['flows/a.flow', '-o', '-'], files)).out)).toEqual(['../docs/sop.pdf']);
  });

  it('makes a picture stale that has come to lie elsewhere', async () => {
    const { files: made } = await build(['flows', '-o', 'out'], files);
    const moved = { ...files, 'new/out/a.svg': `${made['out/a.svg']}` };
    expect((await build(['flows', '-o', 'new/out', '--check'], moved)).out).toBe('stale new/out/a.svg\n');
  });

  it('keeps JSON as it was written: paths there lead from the flow', async () => {
    const { files: made } = await build(['flows', '-o', 'out', '-f', 'json'], files);
    expect(made['out/a.json']).toContain('"link": "../docs/sop.pdf"');
  });

  it.each([
    ['https://example.com/a', 'https://example.com/a'],
    ['mailto:team@example.com', 'mailto:team@example.com'],
    ['#here', '#here'],
    ['?q=1', '?q=1'],
    ['sop.pdf#page=3', '../in/sop.pdf#page=3'],
    ['sop.pdf?v=1/../2#x', '../in/sop.pdf?v=1/../2#x'],
    ['./a b.pdf', '../in/a b.pdf'],
    ['../out/x.pdf', '../out/x.pdf'],
    ['docs/', '../in/docs/'],
    ['../docs/%C3%A9.pdf', '../docs/%C3%A9.pdf'],
    ['../docs/a:b.pdf', '../docs/a:b.pdf'],
  ])('is %s, and leads on as %s from the folder beside', (link, expected) => {
    expect(rebaseAddress(link, '/p/in', '/p/out')).toBe(expected);
  });

  it('never becomes a scheme, and minds signs in the names of folders', () => {
    expect(rebaseAddress('../a:b/c.pdf', '/p/in', '/p')).toBe('./a:b/c.pdf');
    expect(rebaseAddress('x.pdf', '/p/100% #1', '/p')).toBe('100%25%20%231/x.pdf');
    expect(rebaseAddress('x.pdf', '/p/a:b', '/p')).toBe('a%3Ab/x.pdf');
    expect(rebaseAddress('x.pdf', '/p/נהלים', '/p')).toBe('נהלים/x.pdf');
    expect(rebaseAddress('x.pdf', 'C:/p', 'D:/p')).toBeUndefined();
  });
});

describe('a call and a transfer', () => {
  const two = {
    'flows/a.flow': `use "in/b.flow"\n${flow('a', 'call g', 'if q? "Q?" {\n  transfer h\n}', 'call own')}${flow('own', 'step s "z"')}`,
    'flows/in/b.flow': flow('g', 'step s "y"') + flow('h', 'step s "y"'),
  };

  it.each([
    ['beside the flows', [], 'flows/a.a.svg', ['in/b.g.svg', 'in/b.h.svg', 'a.own.svg']],
    ['in a folder', ['flows', '-o', 'out'], 'out/a.a.svg', ['in/b.g.svg', 'in/b.h.svg', 'a.own.svg']],
    [
      'in a folder, of a file that was asked for alone',
      ['flows/a.flow', '-o', 'out'],
      'out/a.a.svg',
      ['in/b.g.svg', 'in/b.h.svg', 'a.own.svg'],
    ],
    [
      'in two formats',
      ['flows', '-f', 'png,svg'],
      'flows/a.a.svg',
      ['in/b.g.svg', 'in/b.h.svg', 'a.own.svg'],
    ],
  ])('lead to the chart of the other flow: %s', async (_, argv, path, expected) => {
    const { files: made } = await build([...argv, '--force'], two);
    expect(linksIn(made[path])).toEqual(expected);
  });

  it('lead to charts of a folder outside of what was asked for, where those are drawn without -o', async () => {
    const outside = {
      'flows/a.flow': `use "../shared/b.flow"\n${flow('a', 'call g')}`,
      'shared/b.flow': flow('g', 'step s "y"'),
    };
    const { files: made } = await build(['flows', '-o', 'site/charts'], outside);
    expect(linksIn(made['site/charts/a.svg'])).toEqual(['../../shared/b.svg']);
    const one = await build(['flows/a.flow', '-o', 'site/chart.svg'], outside);
    expect(linksIn(one.files['site/chart.svg'])).toEqual(['../shared/b.svg']);
    expect(linksIn((await build(['flows/a.flow', '-o', '-'], outside)).out)).toEqual(['../shared/b.svg']);
  });

  it('keep a link of their own, and have none to a flow that there is not', async () => {
    const own = { 'a.flow': flow('a', 'call g link "why.html"') + flow('g', 'step s "y"') };
    expect(linksIn((await build([], own)).files['a.a.svg'])).toEqual(['why.html']);
    const lost = { 'a.flow': flow('a', 'call nowhere') };
    expect(linksIn((await build(['--force'], lost)).files['a.svg'])).toEqual([]);
  });

  it('have none onto paper, where only the printer knows how many sheets the other chart has', async () => {
    const paper = { 'a.flow': flow('a', 'step s "x" link "why.html"', 'call g') + flow('g', 'step s "y"') };
    expect(linksIn((await build(['--fit', 'a4'], paper)).files['a.a.svg'])).toEqual(['why.html']);
  });

  it('make a picture stale whose target is called otherwise now', async () => {
    const one = { 'a.flow': `use "b.flow"\n${flow('a', 'call g')}`, 'b.flow': flow('g', 'step s "y"') };
    const { files: made } = await build([], one);
    const more = { ...made, 'b.flow': flow('g', 'step s "y"') + flow('h', 'step s "z"') };
    expect((await build(['a.flow', '--check'], more)).out).toBe('stale a.svg\n');
  });
});
