import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/cli/font-files.ts';
import type { Drawing, TextLine } from '../../src/layout/drawing.ts';
import { renderPng } from '../../src/render/png.ts';
import { renderSvg } from '../../src/render/render-svg.ts';
import { standard } from '../../src/render/theme/standard.ts';
import { createMeasurer } from '../../src/type/create-measurer.ts';
import { createOutliner } from '../../src/type/create-outliner.ts';
import { drawingOf } from '../layout/lay-out.ts';
import { hasBrowser, launchBrowser } from './browser.ts';
import { decodePng, type Pixels } from './decode-png.ts';
import { onlyOurFonts } from './only-our-fonts.ts';
import { hebrewChart, laneChart, symbolSheet } from './sample-drawing.ts';

const hasLibrsvg = spawnSync('rsvg-convert', ['--version']).status === 0;
const scale = 2;

/** Every symbol that a mirror changes, digits of both kinds, Latin, brackets and question marks, in both directions. */
const arabicFlows: readonly string[] = [
  `flow عربي "خدمة العملاء: طلب رقم 4512"
language ar
department "مركز الاتصال (24/7)"
role وكيل "موظف خدمة العملاء"
role مشرف "مشرف المناوبة"
touchpoint هاتف "العميل يتصل"
step رد "الرد على المكالمة" by وكيل within 20s
step هوية "التحقق من الهوية في CRM" by وكيل as input
step عرض "عرض السعر 49.90 USD" by وكيل as display
if موافق؟ "هل يوافق العميل؟" {
  step حفظ "حفظ الطلب (رقم ١٢٣)" by وكيل as database
  end تم "تم الطلب" as success
}
escalate تصعيد "تحويل إلى مشرف المناوبة" by وكيل to مشرف within 2h
wait انتظار "انتظار موافقة العميل" within 3d
  timeout -> "إرسال تذكير عبر e-mail" by مشرف as document
if حل؟ "هل حُلَّت المشكلة؟" -> حفظ
else -> رد max 2 then -> end فشل "العميل يغادر" as failure`,
  `flow بيانات "إرجاع منتج"
language ar
direction right
touchpoint موقع "طلب إرجاع من الموقع"
step فاتورة "فحص الفاتورة INV-2026/11" as data
step طرد "فتح الطرد وفحص المنتج" as manual
step ملصق "تحضير الملصق" as preparation
choose حالة "ما حالة المنتج؟" {
  when "جديد (100%)" { step مال "رد المبلغ كاملًا" }
  when "تالف" { step نصف "رد 50% من المبلغ" }
}
end نهاية "أُغلق الطلب" as success`,
];

// A machine without the viewers can build and test all the rest.
describe.skipIf(!hasBrowser || !hasLibrsvg)('viewers that share no code', () => {
  const drawings: Drawing[] = [];
  const shown: { chromium: Pixels; librsvg: Pixels; resvg: Pixels }[] = [];
  beforeAll(async () => {
    const measurer = await createMeasurer(fontFiles);
    drawings.push(laneChart(measurer), symbolSheet(measurer), hebrewChart(measurer));
    drawings.push(...(await Promise.all(arabicFlows.map((flow) => drawingOf(flow)))));
    const fonts = onlyOurFonts();
    const browser = await launchBrowser(fonts);
    for (const drawing of drawings) {
      const svg = renderSvg(drawing, { theme: standard, text: { kind: 'system' } });
      const page = await browser.newPage({
        viewport: { width: drawing.width, height: drawing.height },
        deviceScaleFactor: scale,
      });
      await page.goto(`data:image/svg+xml,${encodeURIComponent(svg)}`);
      const librsvg = execFileSync('rsvg-convert', ['--zoom', String(scale)], {
        input: svg,
        env: { ...process.env, ...fonts },
      });
      const outliner = await createOutliner(fontFiles, drawing.language);
      const outlined = renderSvg(drawing, { theme: standard, text: { kind: 'outlines', outliner } });
      shown.push({
        chromium: decodePng(await page.screenshot()),
        librsvg: decodePng(librsvg),
        resvg: decodePng(renderPng(outlined, scale)),
      });
      await page.close();
    }
    await browser.close();
  });

  it('show each line of text at its place, with about as much ink', () => {
    for (const [index, drawing] of drawings.entries())
      for (const line of linesOf(drawing)) {
        const { chromium, librsvg, resvg } = shown[index] ?? never();
        const ink = inkOf(chromium, line);
        expect(ink, line.text).toBeGreaterThan(0.04);
        for (const other of [librsvg, resvg])
          expect(Math.abs(inkOf(other, line) - ink) / ink, line.text).toBeLessThan(0.25);
      }
  });

  it('show nearly the same picture', () => {
    for (const { chromium, librsvg, resvg } of shown)
      for (const other of [librsvg, resvg]) {
        expect([other.width, other.height]).toEqual([chromium.width, chromium.height]);
        expect(difference(chromium, other)).toBeLessThan(0.01);
      }
  });
});

const linesOf = (drawing: Drawing): readonly TextLine[] => [
  ...drawing.heading,
  ...[...drawing.lanes, ...drawing.stages, ...drawing.nodes].flatMap(({ lines }) => lines),
  ...drawing.edges.flatMap(({ label }) => label?.lines ?? []),
];

/** The part of all pixels that differ clearly. */
const difference = (one: Pixels, other: Pixels): number => {
  let different = 0;
  for (let pixel = 0; pixel < one.bytes.length; pixel += 4)
    if (Math.abs((one.bytes[pixel] ?? 0) - (other.bytes[pixel] ?? 0)) > 100) different++;
  return different / (one.bytes.length / 4);
};

/** The part of a line's box that differs clearly from what is there most. */
const inkOf = ({ width, bytes }: Pixels, line: TextLine): number => {
  const reds: number[] = [];
  for (let y = Math.round((line.y - line.size * 0.7) * scale); y < line.y * scale; y++)
    for (let x = Math.round((line.x - line.width / 2) * scale); x < (line.x + line.width / 2) * scale; x++)
      reds.push(bytes[(y * width + x) * 4] ?? 0);
  const sorted = reds.toSorted((a, b) => a - b);
  const usual = sorted[sorted.length >> 1] ?? 0;
  return reds.filter((red) => Math.abs(red - usual) > 60).length / reds.length;
};

const never = (): never => {
  throw new Error('a picture was not shown');
};
