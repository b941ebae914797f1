import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/cli/font-files.ts';
import type { Drawing, TextLine } from '../../src/layout/drawing.ts';
import { lineStyleOf } from '../../src/render/line-style.ts';
import { tintOf } from '../../src/render/render-node.ts';
import { renderSvg } from '../../src/render/render-svg.ts';
import type { ThemeColours } from '../../src/render/theme/theme.ts';
import { themes } from '../../src/render/theme/themes.ts';
import { createMeasurer } from '../../src/type/create-measurer.ts';
import { drawingOf } from '../layout/lay-out.ts';
import { hasBrowser, launchBrowser } from './browser.ts';
import { laneChart, symbolSheet } from './sample-drawing.ts';

const [standard] = themes;

// A machine without a browser can build and test all the rest.
describe.skipIf(!hasBrowser)('a picture in Chromium', () => {
  let browser: Browser;
  let lanes: Drawing;
  let symbols: Drawing;
  beforeAll(async () => {
    browser = await launchBrowser();
    const measurer = await createMeasurer(fontFiles);
    lanes = laneChart(measurer);
    symbols = symbolSheet(measurer);
  });
  afterAll(() => browser?.close());

  const open = async (drawing: Drawing, theme = standard, colorScheme: 'light' | 'dark' = 'light') => {
    if (theme === undefined) throw new Error('there is no theme');
    const page = await browser.newPage({ colorScheme });
    await page.goto(
      `data:image/svg+xml,${encodeURIComponent(renderSvg(drawing, { theme, text: { kind: 'system' } }))}`,
    );
    return page;
  };

  it('is heard as a document with a title and a description, and its nodes as a list in reading order', async () => {
    const example = readFileSync(join(import.meta.dirname, '../../examples/angry-customer.flow'), 'utf8');
    const hebrew = await drawingOf(example);
    expect(hebrew.description).toMatch(/^מוקד השירות\. /);
    for (const drawing of [lanes, hebrew]) {
      const page = await open(drawing);
      const tree = await accessibilityTree(page);
      expect(tree.find(({ role }) => role === 'graphics-document')).toMatchObject({
        name: drawing.title,
        description: drawing.description,
      });
      expect(tree.filter(({ role }) => role === 'list')).toHaveLength(1);
      expect(tree.filter(({ role }) => role === 'listitem')).toHaveLength(drawing.nodes.length);
      const heard = tree.filter(({ role }) => role === 'image' || role === 'link');
      expect(heard.map(({ role, name }) => [role, name])).toEqual(
        drawing.nodes.map(({ link, spoken }) => [link === undefined ? 'image' : 'link', spoken]),
      );
      await page.close();
    }
    expect(hebrew.nodes.map(({ spoken }) => spoken).slice(0, 6)).toEqual([
      'לקוח כועס מתקשר. לאחר מכן: לענות בקול רגוע.',
      'הלקוח מבקש לדבר עם מנהל. בכל עת. לאחר מכן: להעביר לאחראי המשמרת, עם כל הפרטים.',
      'לענות בקול רגוע. באחריות: נציג שירות, תוך 20\u00a0שניות. לאחר מכן: להקשיב עד הסוף, בלי לקטוע.',
      'להקשיב עד הסוף, בלי לקטוע. באחריות: נציג שירות. לאחר מכן: לחזור על עיקרי הדברים.',
      'לחזור על עיקרי הדברים. באחריות: נציג שירות. לאחר מכן: הבנו את הלקוח נכון?',
      'הבנו את הלקוח נכון? כן: להתנצל בלי תירוצים. לא: כבר פעמיים?',
    ]);
  });

  it('has nothing to hear but its nodes: frames, lines and lane headers are said in their sentences', async () => {
    const page = await open(lanes);
    const loose = (await accessibilityTree(page)).filter(
      ({ role, within }) => role === 'StaticText' && !within,
    );
    expect(loose).toEqual([]);
    await page.close();
  });

  for (const theme of themes)
    for (const mode of ['light', 'dark'] as const)
      it(`has the ${mode} colours of the theme ${theme.name} on every element`, async () => {
        const palette = mode === 'dark' ? (theme.dark ?? theme.light) : theme.light;
        for (const drawing of [lanes, symbols]) {
          const page = await open(drawing, theme, mode);
          expect(await shownColours(page)).toEqual(expectedColours(drawing, palette));
          await page.close();
        }
      });
});

describe.skipIf(!hasBrowser)('pictures in one page', () => {
  it('keep the dark colours of their own themes, whatever stands beside them', async () => {
    const browser = await launchBrowser();
    const drawing = laneChart(await createMeasurer(fontFiles));
    const page = await browser.newPage({ colorScheme: 'dark' });
    const ordered = [...themes, ...themes.toReversed()];
    await page.setContent(
      ordered.map((theme) => renderSvg(drawing, { theme, text: { kind: 'system' } })).join(''),
    );
    expect(await shownColours(page)).toEqual(
      ordered.flatMap((theme) => expectedColours(drawing, theme.dark ?? theme.light)),
    );
    await browser.close();
  });
});

interface Heard {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** Inside of an image or a link, whose name is heard in place of what is in it. */
  readonly within: boolean;
}

/** What assistive technology is given, in order, without what Chromium leaves out. */
const accessibilityTree = async (page: Page): Promise<readonly Heard[]> => {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const heard: Heard[] = [];
  const waiting = nodes.slice(0, 1).map((node) => ({ node, within: false }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, within } = next;
    const role = String(node.role?.value ?? '');
    if (!node.ignored)
      heard.push({
        role,
        name: String(node.name?.value ?? ''),
        description: String(node.description?.value ?? ''),
        within,
      });
    const children = (node.childIds ?? []).map((id) => byId.get(id)).filter((child) => child !== undefined);
    const named = within || role === 'image' || role === 'link';
    waiting.push(...children.reverse().map((child) => ({ node: child, within: named })));
  }
  return heard;
};

/** The computed colours of every element that is seen, as `path: fill, stroke`. */
const shownColours = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`
    const hex = (colour) => colour === 'none' ? colour
      : '#' + colour.match(/\\d+/g).map((part) => Number(part).toString(16).padStart(2, '0')).join('');
    [...document.querySelectorAll('rect, path, circle, text')].map((seen) => {
      const { fill, stroke } = getComputedStyle(seen);
      return (seen.getAttribute('class') ?? seen.localName) + ': ' + hex(fill) + ', ' + hex(stroke);
    });
  `);

/** A line, and the mark before it: a text with one is in a group that has its class. */
const shownLine = ({ mark }: TextLine, name: string, colour: string): readonly string[] =>
  mark === undefined
    ? [`${name}: ${colour}, none`]
    : [`mark ${mark}: ${colour}, none`, `text: ${colour}, none`];

/** The colours of a drawing, as the theme would have them. */
const expectedColours = (drawing: Drawing, palette: ThemeColours): readonly string[] => [
  `background: ${palette.background}, none`,
  ...drawing.heading.map(({ role }) =>
    role === 'title'
      ? `title: ${palette['title.text']}, none`
      : `subtitle: ${palette['subtitle.text']}, none`,
  ),
  ...drawing.lanes.flatMap(({ lines }, index) => [
    index % 2 === 0
      ? `band: ${palette['lane.fill']}, ${palette['lane.line']}`
      : `band alternate: ${palette['lane.alternate']}, ${palette['lane.line']}`,
    `header: ${palette['lane.header']}, ${palette['lane.line']}`,
    ...lines.map(() => `text: ${palette['lane.text']}, none`),
  ]),
  ...drawing.stages.flatMap(({ lines }) => [
    `frame: ${drawing.lanes.length > 0 ? 'none' : palette['stage.fill']}, ${palette['stage.line']}`,
    ...lines.map(() => `text: ${palette['stage.text']}, none`),
  ]),
  ...drawing.edges.flatMap((edge) => {
    const style = lineStyleOf(edge);
    const line = palette[`${style}.line`];
    return [
      `line: none, ${line}`,
      edge.back ? `arrow open: none, ${line}` : `arrow: ${line}, ${line}`,
      ...(edge.label === undefined
        ? []
        : [
            `chip: ${palette['label.fill']}, none`,
            ...edge.label.lines.flatMap((line) => shownLine(line, 'text', palette[`${style}.text`])),
          ]),
    ];
  }),
  ...drawing.nodes.flatMap((node) => {
    const tint = tintOf(node);
    const line = palette[`${tint}.line`];
    const marked = node.shape === 'escalation' || node.shape === 'predefined-process';
    return [
      `outline: ${palette[`${tint}.fill`]}, ${line}`,
      ...(marked ? [`marks: none, ${line}`] : []),
      ...node.lines.flatMap((line) =>
        line.role === 'detail'
          ? shownLine(line, 'detail', palette[`${tint}.detail`])
          : shownLine(line, 'text', palette[`${tint}.text`]),
      ),
      ...(node.outcome === undefined
        ? []
        : [`disc ${node.outcome}: ${line}, none`, `sign ${node.outcome}: none, ${palette[`${tint}.fill`]}`]),
    ];
  }),
];
