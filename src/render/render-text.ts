import type { LineMark, TextLine, TextRole } from '../layout/drawing.ts';
import { textSizes } from '../layout/text-sizes.ts';
import { decimal } from '../shapes/decimal.ts';
import type { GlyphOutliner, PlacedGlyph, TextMode } from './glyph-outliner.ts';
import { lineMark } from './line-mark.ts';
import { element, mark, type Paint, type SvgElement } from './svg-element.ts';
import { xmlText } from './xml-text.ts';

/** Draws one line of text. */
export type RenderText = (line: TextLine, paint: Paint) => SvgElement;

/** Glyphs are defined once in a picture, under ids that begin with `prefix`. */
export const renderText = (mode: TextMode, prefix: string): RenderText => {
  const text: RenderText =
    mode.kind === 'outlines'
      ? (line, paint) => outlinedText(line, mode.outliner, prefix, paint)
      : (line, paint) => writtenText(line, paint);
  return (line, paint) =>
    line.mark === undefined ? text(line, paint) : markedText(line, line.mark, paint, text);
};

/** A line with a mark before it, as a group that gives both their colour. */
const markedText = (line: TextLine, mark: LineMark, paint: Paint, text: RenderText): SvgElement =>
  element('g', classOf(line), [lineMark(line, mark), text({ ...line, role: 'label' }, {})], paint);

/**
 * A line as `<text>`. `textLength` holds it to its measured length in any font; in right-to-left lines it stands on an
 * inner `<tspan>`, as Inkscape drops the text otherwise. `direction` together with isolating characters gives the right
 * order in every viewer that was tried; either alone fails in one.
 */
const writtenText = (line: TextLine, paint: Paint): SvgElement => {
  const length = { textLength: line.width, lengthAdjust: 'spacingAndGlyphs' };
  const fitted = line.width > 0 ? length : {};
  const place = { ...attributesOf(line), x: line.x, y: line.y };
  return line.rightToLeft
    ? element(
        'text',
        { ...place, direction: 'rtl' },
        [element('tspan', fitted, [embedded(line.text)])],
        paint,
      )
    : element('text', { ...place, ...fitted }, [line.text], paint);
};

const embedded = (text: string): string => `\u2067${text}\u2069`;

const outlinedText = (line: TextLine, outliner: GlyphOutliner, prefix: string, paint: Paint): SvgElement => {
  const scale = line.size / unitsPerSize;
  const left = line.x - line.width / 2;
  const { transform, ...attributes } = attributesOf(line);
  const place = `translate(${decimal(left)} ${decimal(line.y)}) scale(${factor(scale)})`;
  const glyphs = visibleGlyphs(line, outliner).map(({ glyph, x, y }) =>
    mark('use', {
      // Inkscape 1.2 draws nothing for a plain `href`.
      'xlink:href': `#${prefix}${glyph}`,
      x: Math.round(x / scale),
      y: y === 0 ? undefined : Math.round(y / scale),
    }),
  );
  return element(
    'g',
    { ...attributes, transform: transform === undefined ? place : `${transform} ${place}` },
    glyphs,
    paint,
  );
};

/** Glyphs are defined for this size in px and scaled down, so that their places can be whole numbers. */
const unitsPerSize = 1000;

/** A scale as it is written: to five decimals, as glyphs far along a line are multiplied by it. */
const factor = (scale: number): string => String(Math.round(scale * 1e5) / 1e5);

const attributesOf = (line: TextLine): { class?: string; 'font-size'?: number; transform?: string } => ({
  ...classOf(line),
  ...(line.size === usualSize ? {} : { 'font-size': line.size }),
  ...(line.rotation === undefined
    ? {}
    : { transform: `rotate(${line.rotation} ${decimal(line.x)} ${decimal(line.y)})` }),
});

const classOf = ({ role }: TextLine): { readonly class?: string } =>
  classed.has(role) ? { class: role } : {};

/** The others are known by what they stand in. */
const classed: ReadonlySet<TextRole> = new Set(['title', 'subtitle', 'detail']);

/** The size that the root of a picture sets; other sizes are written at their lines. */
export const usualSize = textSizes.label;

/** The glyphs of a line without spaces. */
const visibleGlyphs = (line: TextLine, outliner: GlyphOutliner): readonly PlacedGlyph[] =>
  outliner
    .line(xmlText(line.text), line.size, line.rightToLeft)
    .filter(({ glyph }) => outliner.outline(glyph).data !== '');

/** The definitions of all glyphs that `lines` use, in order of first use. */
export const glyphDefinitions = (
  lines: readonly TextLine[],
  outliner: GlyphOutliner,
  prefix: string,
): readonly SvgElement[] => {
  const glyphs = new Set<string>();
  for (const line of lines) for (const { glyph } of visibleGlyphs(line, outliner)) glyphs.add(glyph);
  return [...glyphs].map((glyph) => {
    const { data, unitsPerEm } = outliner.outline(glyph);
    const scale = factor(unitsPerSize / unitsPerEm);
    return mark('path', { id: `${prefix}${glyph}`, d: data, transform: `scale(${scale} -${scale})` });
  });
};
