import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/cli/font-files.ts';
import { renderSvg } from '../../src/render/render-svg.ts';
import { themes } from '../../src/render/theme/themes.ts';
import { breakLines } from '../../src/type/break-lines.ts';
import { createOutliner } from '../../src/type/create-outliner.ts';
import { drawingOf, measurer } from '../layout/lay-out.ts';
import { hasBrowser, launchBrowser } from '../render/browser.ts';

/** Texts that read otherwise when their lines are ordered one by one, or from the side of the chart. */
const texts = [
  'رقم الهاتف المجاني للعملاء الكرام 1-800-123-456',
  'التسليم إلى العميل في عنوانه المعروف بتاريخ 12-05-2026 صباحًا',
  'إغلاق التذكرة #4512 وإرسال SMS إلى +972-50-1234567 (مجاني)',
  'בדוק מלאי של 3 פריטים (SKU-12/4) עד 17:30, ואם אין (Plan B, page 4) הודע',
  'שלח e-mail אל <info@example.org> (עם קובץ PDF, version 2.0) ל-C++ ו-C#.',
  'Open SAP (CRM). Then press OK!',
  'Order הזמנה #12, (קופון) 50% - ואז 3 more? Yes (כן).',
  '1. פתח תיק ב-Wi-Fi 6 / 2.4 GHz?',
  'Call the customer back and say “שלום, מדבר דני (24/7)”!',
  'המחיר 1,250.50 ₪ כולל 17% מע״מ, או $300-$400 (USD) עד 31/12',
  'הזמנה 😀 12 (קופון 🛒 3) מוכנה!',
  'Say \u2067הזמנה (12)\u2069, then \u202Etxet desrever\u202C and more (1-2)',
  'ABC def (ghi) 123 אבג',
];

/** What is seen from left to right. */
const seen = (places: readonly (readonly [character: string, left: number])[]): string =>
  [...places]
    .filter(([character]) => !/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(character))
    .sort(([, one], [, other]) => one - other)
    .map(([character]) => character)
    .join('');

const broken = (text: string, longest: number, rightToLeft: boolean) =>
  breakLines(measurer, text, 14, { longest, rightToLeft }).lines;

describe.skipIf(!hasBrowser)('a label of Hebrew or Arabic with numbers, Latin and brackets', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  /** Each line of a text as a browser orders it that breaks one paragraph at the same places. */
  const asParagraph = async (lines: readonly string[], rightToLeft: boolean): Promise<readonly string[]> => {
    const spans = lines.map((line) => `<span style="white-space:nowrap">${escaped(line)}</span>`).join(' ');
    await page.setContent(
      `<p dir="${rightToLeft ? 'rtl' : 'ltr'}" style="width:1px;font:14px sans-serif">${spans}</p>`,
    );
    return (await page.evaluate(charactersOf, 'p > span')).map(seen);
  };
  const asPicture = async (svg: string): Promise<readonly string[]> => {
    await page.setContent(svg);
    return (await page.evaluate(charactersOf, 'text')).map(seen);
  };

  it.each(texts)('reads the same over several lines as in one paragraph: %s', async (text) => {
    for (const longest of [60, 90, 130, 200, 400]) {
      const lines = broken(text, longest, false);
      const rightToLeft = lines[0]?.rightToLeft === true;
      const drawing = {
        ...(await drawingOf('flow f "F"\nstep a "A"')),
        nodes: [],
        heading: lines.map((line) => ({ ...line, role: 'title' as const, x: 300, size: 14 })),
      };
      const [theme] = themes;
      if (theme === undefined) throw new Error('there is no theme');
      const pictured = await asPicture(renderSvg(drawing, { theme, text: { kind: 'system' } }));
      expect(pictured).toEqual(
        await asParagraph(
          partsOf(
            text,
            lines.map((line) => line.text),
          ),
          rightToLeft,
        ),
      );
      // In a page that is itself read from right to left.
      const embedded = renderSvg(drawing, { theme, text: { kind: 'system' } });
      expect(await asPicture(`<body dir="rtl">${embedded}</body>`)).toEqual(pictured);
    }
  });

  it('has its outlines in that order as well', async () => {
    const outliner = await createOutliner(fontFiles, 'he');
    const hebrew = texts.filter((text) => !/[\u0600-\u06ff\ud83d]/.test(text));
    for (const text of hebrew)
      for (const line of broken(text, 130, false)) {
        const names = new Map<string, string>();
        for (const character of text)
          for (const mirrored of [false, true])
            for (const { glyph } of outliner.line(character, 14, mirrored)) names.set(glyph, character);
        const glyphs = outliner
          .line(line.text, 14, line.rightToLeft)
          .map(({ glyph, x }) => [names.get(glyph) ?? '', x] as const);
        const [inPicture] = await asPicture(
          `<svg><text x="0" y="20" ${line.rightToLeft ? 'direction="rtl" text-anchor="end"' : ''}>${escaped(line.text)}</text></svg>`,
        );
        expect(unmirrored(seen(glyphs)), line.text).toBe(unmirrored(inPicture ?? ''));
      }
  });
});

describe('the side from which a label is read', () => {
  const lineOf = async (text: string, label: string) => {
    const { nodes } = await drawingOf(text);
    return nodes.flatMap(({ lines }) => lines).find((line) => line.text === label);
  };

  it('is its own: English in a Hebrew chart keeps its full stop at the right', async () => {
    const flow = 'flow f "כותרת"\nlanguage he\nrole a "Agent (L2)"\ntouchpoint t "לקוח"\n';
    expect(await lineOf(`${flow}step s "Open SAP (CRM)." by a`, 'Open SAP (CRM).')).toMatchObject({
      rightToLeft: false,
    });
    expect(await lineOf(`${flow}step s "1. פתח תיק" by a`, '1. פתח תיק')).toMatchObject({
      rightToLeft: true,
    });
    expect(await lineOf(`${flow}step s "12 / 30?" by a`, '12 / 30?')).toMatchObject({ rightToLeft: true });
    expect(await lineOf(`${flow}step s "Ring" by a`, 'Agent (L2)')).toMatchObject({ rightToLeft: false });
  });

  it('is its own: Hebrew in an English chart ends with its full stop at the left', async () => {
    const flow = 'flow f "Title"\ntouchpoint t "Call"\n';
    expect(await lineOf(`${flow}step s "לחץ על OK (2)."`, 'לחץ על OK (2).')).toMatchObject({
      rightToLeft: true,
    });
    expect(await lineOf(`${flow}step s "12 / 30?"`, '12 / 30?')).toMatchObject({ rightToLeft: false });
  });

  it('leaves the title where the chart begins, and mirrors no English chart', async () => {
    const { heading, rightToLeft, width } = await drawingOf(
      'flow f "Only English"\nlanguage he\ntouchpoint t "Call"\nstep s "Wait"',
    );
    expect(rightToLeft).toBe(true);
    expect(heading[0]).toMatchObject({ rightToLeft: false });
    expect((heading[0]?.x ?? 0) > width / 2).toBe(true);
  });

  it('is said in spoken sentences too, where a label is of the other', async () => {
    const { nodes } = await drawingOf(
      'flow f "כותרת"\nlanguage he\nrole a "Agent (L2)"\ntouchpoint t "לקוח"\nstep s "Open SAP (CRM)." by a\nend "סוף"',
    );
    expect(nodes[1]?.spoken).toBe(
      '\u2068Open SAP (CRM).\u2069 באחריות: \u2068Agent (L2)\u2069. לאחר מכן: סוף.',
    );
  });
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Brackets and the like without their direction. */
const unmirrored = (text: string): string => text.replaceAll(/[()<>“”]/g, '|');

/** The parts of a text that its lines are, as it was written. */
function partsOf(text: string, lines: readonly string[]): readonly string[] {
  const plain = (part: string): string => part.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '');
  let at = 0;
  return lines.map((line, index) => {
    let length = 0;
    const wanted = plain(line);
    while (plain(text.slice(at, at + length)).trim() !== wanted) {
      length++;
      if (at + length > text.length) throw new Error(`“${line}” is no part of “${text}”`);
    }
    if (index === lines.length - 1) length = text.length - at;
    // A character that ends a direction belongs to what it ends.
    while (/[\u202c\u2069]/.test(text.charAt(at + length))) length++;
    const part = text.slice(at, at + length).trim();
    at += length;
    return part;
  });
}

/** Runs in the page: the characters of each line with their left edges. */
function charactersOf(selector: string): (readonly [string, number])[][] {
  return [...document.querySelectorAll(selector)].map((element) => {
    const found: (readonly [string, number])[] = [];
    const walker = document.createTreeWalker(element, 4);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      for (const { index, 0: character } of text.matchAll(/[\s\S]/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + character.length);
        found.push([character, range.getBoundingClientRect().left]);
      }
    }
    return found;
  });
}

/** What the function that runs in the page sees of it. */
interface Place {
  readonly textContent: string | null;
}
declare const document: {
  querySelectorAll(selector: string): Iterable<Place>;
  createTreeWalker(root: Place, kinds: number): { nextNode(): Place | null };
  createRange(): {
    setStart(node: Place, at: number): void;
    setEnd(node: Place, at: number): void;
    getBoundingClientRect(): { readonly left: number };
  };
};
