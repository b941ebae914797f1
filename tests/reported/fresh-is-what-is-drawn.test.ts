import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from '../../src/format/format.ts';
import { processText } from '../../src/model/process-text.ts';
import { parse } from '../../src/syntax/parse.ts';
import { cleanFlow, flowc } from '../cli/test-shell.ts';
import { examplePaths, textOfExample } from '../examples/example-files.ts';
import { flowText } from '../generate-flow.ts';
import { understand } from '../understand.ts';

const flow = `flow f "F"

role a "A"
touchpoint t "Start"
step s "Do it" by a within 20min
note n
end e "Done" as success
`.replace('note n\n', '');
const windows = (text: string): string => text.replaceAll('\n', '\r\n');
const processes = (text: string): readonly string[] => {
  const file = parse({ path: 'a.flow', text });
  return [...understand(new Map([['a.flow', file]])).values()].flatMap(({ built }) =>
    built.map(({ process }) => processText(process)),
  );
};

/** Builds, puts other texts in the place of files, and builds again. */
async function rebuilt(text: string, options: readonly string[] = []) {
  const first = await flowc(['build', ...options], { files: { 'a.flow': flow } });
  expect(first.code).toBe(0);
  const files = { ...first.files, 'a.flow': text };
  return {
    check: await flowc(['build', '--check', ...options], { files }),
    again: await flowc(['build', ...options], { files }),
  };
}

describe('a picture that was made on Linux', () => {
  it.each([['svg'], ['json']])('is fresh in a checkout on Windows, as %s', async (kind) => {
    const { check, again } = await rebuilt(windows(flow), ['-f', kind]);
    expect(check).toMatchObject({ code: 0, out: '' });
    expect(again).toMatchObject({ code: 0, written: [] });
  });

  it.each([['svg'], ['json']])(
    'is fresh where git gave the picture itself other line ends, as %s',
    async (kind) => {
      const { files } = await flowc(['build', '-f', kind], { files: { 'a.flow': flow } });
      const checkedOut = { 'a.flow': windows(flow), [`a.${kind}`]: windows(`${files[`a.${kind}`]}`) };
      expect(await flowc(['build', '-f', kind, '--check'], { files: checkedOut })).toMatchObject({
        code: 0,
        out: '',
      });
      expect((await flowc(['build', '-f', kind], { files: checkedOut })).written).toEqual([]);
    },
  );

  it('has the same bytes, made from a text with other line ends and a byte-order mark', async () => {
    const made = async (text: string) =>
      (await flowc(['build', '-f', 'svg,json'], { files: { 'a.flow': text } })).files;
    const [one, other] = [await made(flow), await made(`\ufeff${windows(flow)}`)];
    expect(other['a.svg']).toBe(one['a.svg']);
    expect(other['a.json']).toBe(one['a.json']);
  });

  it('is of one process with the text that a checkout on Windows has, whatever stands in it', () => {
    for (const path of examplePaths) {
      const text = textOfExample(path);
      expect(processes(`\ufeff${windows(text)}`), path).toEqual(processes(text));
    }
    fc.assert(
      fc.property(flowText(), (text) => {
        expect(processes(windows(text))).toEqual(processes(text));
      }),
    );
  });
});

describe('a picture', () => {
  it.each([
    ['a comment', flow.replace('role', '# who does it\nrole')],
    ['a comment behind a step', flow.replace('20min', '20min # by contract')],
    ['blanks at the end of a line', flow.replace('"F"', '"F"  \t')],
    ['empty lines', flow.replaceAll('\n', '\n\n')],
    ['other indentation', flow.replace('step', '      step')],
    ['attributes in another order', flow.replace('by a within 20min', 'within 20min by a')],
    ['a role that nobody is', flow.replace('touchpoint', 'role b "B"\ntouchpoint')],
  ])('stays fresh where the text has %s, and only that', async (_, text) => {
    expect(text).not.toBe(flow);
    const { check, again } = await rebuilt(text);
    expect(check).toMatchObject({ code: 0, out: '' });
    expect(again).toMatchObject({ code: 0, written: [] });
  });

  it.each([
    ['a label', flow.replace('Do it', 'Do it now')],
    ['an owner', flow.replace('"A"', '"B"')],
    ['a limit', flow.replace('20min', '30min')],
    ['the name of a step', flow.replace('step s', 'step x')],
    ['the title', flow.replace('"F"', '"G"')],
    ['the direction', flow.replace('\n\n', '\n\ndirection right\n')],
    ['the outcome', flow.replace(' as success', '')],
    ['a link', flow.replace('20min', '20min link "sop.pdf"')],
  ])('is stale where the text has changed in %s', async (_, text) => {
    expect(text).not.toBe(flow);
    expect((await rebuilt(text)).check).toMatchObject({ code: 1, out: 'stale a.svg\n' });
  });

  it('is fresh whatever is set that it has no use for: pixels of an SVG', async () => {
    const { files } = await flowc(['build'], { files: { 'a.flow': flow } });
    expect((await flowc(['build', '--check', '--scale', '3'], { files })).code).toBe(0);
    expect((await flowc(['build', '--check', '--text', 'outlines'], { files })).code).toBe(1);
  });

  it('says the same of itself before and after the text was formatted', () => {
    for (const path of examplePaths) {
      const text = textOfExample(path);
      const squeezed = text.replaceAll(/^ +/gm, '');
      expect(processes(format(parse({ path, text: squeezed }))), path).toEqual(processes(squeezed));
    }
  });

  it('is drawn anew where it says that it is of another file: it was renamed by hand', async () => {
    const { files } = await flowc(['build'], { files: { 'a.flow': cleanFlow('a') } });
    const moved = { 'b.flow': cleanFlow('a'), 'b.svg': `${files['a.svg']}` };
    expect((await flowc(['build', '--check'], { files: moved })).out).toBe('stale b.svg\n');
    const { files: built } = await flowc(['build'], { files: moved });
    expect(built['b.svg']).toContain(' from b.flow</metadata>');
  });

  it('is fresh where it came over standard output, as it names no file', async () => {
    const { out } = await flowc(['build', 'a.flow', '-o', '-'], { files: { 'a.flow': flow } });
    expect(out).not.toContain(' from ');
    const files = { 'a.flow': flow, 'a.svg': out };
    expect((await flowc(['build', '--check'], { files })).code).toBe(0);
  });
});
