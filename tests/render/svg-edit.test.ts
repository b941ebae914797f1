import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textModes } from '../../src/cli/build/text-modes.ts';
import type { Drawing } from '../../src/layout/drawing.ts';
import { foldDrawing } from '../../src/layout/fold/fold-drawing.ts';
import { textModeNames } from '../../src/project/configuration.ts';
import { embedMetadata, readMetadata } from '../../src/render/metadata.ts';
import { renderSvg } from '../../src/render/render-svg.ts';
import { type EditablePicture, editSvg, type SettableAttribute } from '../../src/render/svg-edit.ts';
import { mark } from '../../src/render/svg-element.ts';
import { standard } from '../../src/render/theme/standard.ts';
import { processOf } from '../build/process-of.ts';
import { examplePaths, textOfExample } from '../examples/example-files.ts';
import { drawingOf, layOut, measurer } from '../layout/lay-out.ts';
import { allElements, readXml, withClass, type XmlElement } from './read-xml.ts';

const svgOf = (drawing: Drawing): string => renderSvg(drawing, { theme: standard, text: { kind: 'system' } });
const opened = (svg: string): EditablePicture => {
  const picture = editSvg(svg);
  if (picture === undefined) throw new Error('the picture is not well-formed');
  return picture;
};
const flow = `flow f "Two desks"
role a "Front desk"
role b "Back office"
touchpoint t "Customer calls"
stage first "Take it up" {
  step s "Answer" by a
  choose q "Clear?" {
    when "Yes" { step u "Look it up" by b }
    when "No" -> s
  }
}
end e "Answered" as success
`;
const svg = svgOf(await drawingOf(flow));
const nodeOf = (text: string, id: string): XmlElement | undefined =>
  withClass(readXml(text), 'node').find(({ attributes }) => attributes['data-id'] === id);

describe('a finished picture that is opened', () => {
  it.each(examplePaths)('is the same to the character when nothing is changed: %s', (path) => {
    const picture = textOfExample(path.replace(/\.flow$/, '.svg'));
    expect(opened(picture).text()).toBe(picture);
  });

  it('is the same as pages, and with white space around it', async () => {
    const process = processOf(textOfExample('order-fulfilment.flow'));
    const pages = foldDrawing(await layOut(process), process, { paper: 'a4', measurer });
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(opened(svgOf(page)).text()).toBe(svgOf(page));
    expect(opened(`\n${svg}\n\n`).text()).toBe(`\n${svg}\n\n`);
  });

  it('is the same with fonts inside, with outlines, and with metadata', async () => {
    const open = textModes(import.meta.dirname, []);
    const drawing = await drawingOf(flow.replace('Answer"', 'Answer “at once”, ответ, antwoord & <b>"'));
    for (const name of textModeNames) {
      const { mode } = await open(name, drawing);
      const picture = embedMetadata(renderSvg(drawing, { theme: standard, text: mode }), '1.0.0', {
        inputs: '0'.repeat(32),
      });
      expect(opened(picture).text()).toBe(picture);
      const { content, actual } = readMetadata(opened(picture).text()) ?? {};
      expect(actual).toBe(content);
    }
  });

  it('is the same whatever its labels hold', async () => {
    const drawing = await drawingOf(flow);
    const label = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '</text><script>alert(1)</script>',
        ']]>',
        '&#x3c;script&#x3e;',
        '<!--',
        '"\' onload="x',
        '\ud800',
      ),
      fc.constant('a'.repeat(100_000)),
    );
    fc.assert(
      fc.property(label, (text) => {
        const hostile: Drawing = {
          ...drawing,
          title: text,
          nodes: drawing.nodes.map((node) => ({
            ...node,
            spoken: text,
            lines: node.lines.map((line) => ({ ...line, text })),
          })),
        };
        expect(opened(svgOf(hostile)).text()).toBe(svgOf(hostile));
      }),
      { numRuns: 60 },
    );
  });

  it('is none where it is no SVG', () => {
    for (const text of [
      '',
      'flow f',
      '<svg',
      '<svg><g></svg>',
      '<html></html>',
      '<svg/><svg/>',
      '&',
      '<?xml version="1.0"?><svg></svg>',
    ])
      expect(editSvg(text)).toBeUndefined();
  });

  it('leaves nothing behind in the process', () => {
    const before = Object.keys(globalThis);
    opened(svg).nodes('s')[0]?.setTitle('A');
    expect(Object.keys(globalThis)).toEqual(before);
    expect('document' in globalThis || 'window' in globalThis).toBe(false);
  });
});

describe('the parts of a finished picture', () => {
  it('are found by what they stand for', () => {
    const picture = opened(svg);
    const ids = (parts: ReturnType<EditablePicture['nodes']>) =>
      parts.map((part) => part.attribute('data-id'));
    expect(ids(picture.nodes())).toEqual(['t', 's', 'q', 'u', 'e']);
    expect(ids(picture.nodes('q'))).toEqual(['q']);
    expect(ids(picture.nodes('nobody'))).toEqual([]);
    expect(ids(picture.lanes())).toEqual(['a', 'b']);
    expect(ids(picture.stages('first'))).toEqual(['first']);
    const ends = (parts: ReturnType<EditablePicture['edges']>) =>
      parts.map((part) => `${part.attribute('data-from')} ${part.attribute('data-to')}`);
    expect(ends(picture.edges({ from: 'q' }))).toEqual(['q u', 'q s']);
    expect(ends(picture.edges({ to: 's' }))).toEqual(['t s', 'q s']);
    expect(ends(picture.edges({ from: 'q', to: 's' }))).toEqual(['q s']);
    expect(picture.edges()).toHaveLength(5);
    expect(picture.nodes('s')[0]?.attribute('data-outcome')).toBeUndefined();
  });

  it('get attributes and classes, and nothing else changes', () => {
    const picture = opened(svg);
    for (const part of picture.nodes('s')) {
      part.addClass('changed');
      part.addClass('changed');
      part.setAttribute('data-state', 'a "new" <one> & more');
      part.setAttribute('opacity', '0.4');
    }
    const text = picture.text();
    const added = ' changed" role="listitem" data-id="s"';
    expect(text).toBe(
      svg.replace(
        'class="node" role="listitem" data-id="s" data-kind="step" data-lane="a"',
        (found) =>
          `${found.replace('" role="listitem" data-id="s"', added)} data-state="a &quot;new&quot; &lt;one&gt; &amp; more" opacity="0.4"`,
      ),
    );
    expect(nodeOf(text, 's')?.attributes).toMatchObject({ class: 'node changed', opacity: '0.4' });
    const again = opened(text);
    again.nodes('s')[0]?.setAttribute('opacity', undefined);
    expect(nodeOf(again.text(), 's')?.attributes).not.toHaveProperty('opacity');
    expect(nodeOf(again.text(), 's')?.attributes['data-state']).toBe('a "new" <one> & more');
  });

  it('become links, to harmless addresses only, and stay items of their list', () => {
    const picture = opened(svg);
    const [step] = picture.nodes('s');
    expect(step?.link('javascript:alert(1)')).toBe(false);
    expect(picture.text()).toBe(svg);
    expect(step?.link('pages/answer.html?a=1&b="2"')).toBe(true);
    expect(step?.link('pages/answer it.html')).toBe(true);
    const node = nodeOf(picture.text(), 's');
    expect(node?.attributes).toMatchObject({ role: 'listitem' });
    expect(node?.children.map(({ name, attributes }) => [name, attributes])).toEqual([
      ['a', { href: 'pages/answer%20it.html' }],
    ]);
    expect(node?.children[0]?.children[0]?.attributes).toMatchObject({ role: 'img' });
    expect(withClass(readXml(picture.text()), 'node')).toHaveLength(5);
  });

  it('whose flow has given them a link get another address', async () => {
    const linked = opened(
      svgOf(await drawingOf(flow.replace('"Answer" by a', '"Answer" by a link "old.pdf"'))),
    );
    expect(linked.nodes('s')[0]?.link('new.pdf')).toBe(true);
    const links = allElements(readXml(linked.text())).filter(({ name }) => name === 'a');
    expect(links.map(({ attributes }) => attributes['href'])).toEqual(['new.pdf']);
  });

  it('get one title, whatever it says, and marks on top', () => {
    const picture = opened(svg);
    const [edge] = picture.edges({ from: 'q', to: 'u' });
    edge?.setTitle('first');
    edge?.setTitle('</title><script>alert(1)</script>\u0000');
    edge?.mark(
      mark('circle', { class: 'halo', cx: 1.234, cy: 2, r: 3 }, { fill: 'step.fill' }),
      standard.light,
    );
    const text = picture.text();
    expect(text).not.toContain('<script');
    expect(text).toMatch(/data-to="u"[^>]*>\n<title>[^\n]*<\/title>\n<path /);
    expect(text).toContain(
      `<circle class="halo" cx="1.23" cy="2" r="3" fill="${standard.light['step.fill']}"/>\n</g>`,
    );
    const titles = allElements(readXml(text)).filter(({ name }) => name === 'title');
    expect(titles.map((each) => each.text)).toEqual(['Two desks', '</title><script>alert(1)</script>\ufffd']);
    expect(opened(text).text()).toBe(text);
  });

  it('get nothing that runs or loads something', () => {
    const [node] = opened(svg).nodes('s');
    for (const [name, value] of [
      ['onclick', 'alert(1)'],
      ['href', 'javascript:alert(1)'],
      ['style', 'background: url(//x)'],
      ['data-x onload', '1'],
      ['fill', 'url(https://x/y.svg#z)'],
    ] as const)
      expect(() => node?.setAttribute(name as SettableAttribute, value)).toThrow('cannot be set');
    expect(() => node?.addClass('a b')).toThrow('no name of a class');
    expect(() => node?.addClass('"><script>')).toThrow('no name of a class');
  });

  it('are changed to the same text every time', () => {
    const changed = (): string => {
      const picture = opened(svg);
      for (const part of [...picture.nodes(), ...picture.edges(), ...picture.lanes(), ...picture.stages()]) {
        part.addClass('seen');
        part.setTitle('Seen');
        part.link('seen.html');
      }
      return picture.text();
    };
    expect(changed()).toBe(changed());
    expect(withClass(readXml(changed()), 'seen')).toHaveLength(13);
  });
});

describe('svgdom, packed with what edits pictures', () => {
  it('is light, and brings no engine for fonts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flowc-edit-'));
    try {
      const scripts = pathToFileURL(join(import.meta.dirname, '..', '..', 'scripts', 'stub-unused.js')).href;
      const { stubUnused }: { readonly stubUnused: Plugin } = await import(scripts);
      const outfile = join(folder, 'edit.mjs');
      const { metafile } = await build({
        entryPoints: [join(import.meta.dirname, '..', '..', 'src', 'render', 'svg-edit.ts')],
        bundle: true,
        platform: 'node',
        format: 'esm',
        target: 'node22',
        mainFields: ['module', 'main'],
        minifyWhitespace: true,
        minifySyntax: true,
        plugins: [stubUnused],
        banner: {
          js: "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);",
        },
        outfile,
        metafile: true,
      });
      expect(
        Object.keys(metafile.inputs).filter(
          (path) => /fontkit|image-size/.test(path) && !path.startsWith('stub:'),
        ),
      ).toEqual([]);
      expect(statSync(outfile).size).toBeLessThan(200_000);
      const packed: { readonly editSvg: typeof editSvg } = await import(pathToFileURL(outfile).href);
      expect(packed.editSvg(svg)?.text()).toBe(svg);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
