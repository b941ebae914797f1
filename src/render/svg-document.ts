import { decimal } from '../shapes/decimal.ts';
import type { SvgElement } from './svg-element.ts';
import type { ThemeColours } from './theme/theme.ts';
import { xmlText } from './xml-text.ts';

export const xlinkNamespace = 'http://www.w3.org/1999/xlink';

/**
 * Writes a picture as SVG text, in the colours of `palette`: well-formed whatever the texts in it hold, one element a
 * line. Elements that hold text stay on one line, as white space counts in them. Character for character what svgdom's
 * DOM serialises; a test holds it to that.
 */
export const writeSvg = (root: SvgElement, palette: ThemeColours): string =>
  `${writeElement(root, palette)}\n`;

/** Writes one element of a picture, as `writeSvg` does. */
export const writeElement = (
  { name, attributes, paint, children }: SvgElement,
  palette: ThemeColours,
): string => {
  let text = `<${name}`;
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined)
      text += ` ${attribute}="${typeof value === 'number' ? decimal(value) : escaped(xmlText(value))}"`;
  for (const property of ['fill', 'stroke'] as const) {
    const colour = paint[property];
    if (colour !== undefined) text += ` ${property}="${colour === 'none' ? colour : palette[colour]}"`;
  }
  if (children.length === 0 && marks.has(name)) return `${text}/>`;
  text += '>';
  const isBroken =
    children.length > 0 && name !== 'text' && children.every((child) => typeof child !== 'string');
  for (const child of children) {
    if (isBroken) text += '\n';
    if (typeof child === 'string') text += escaped(name === 'style' ? child : xmlText(child));
    else text += writeElement(child, palette);
  }
  return `${text}${isBroken ? '\n' : ''}</${name}>`;
};

/** Elements that never have children. */
const marks: ReadonlySet<string> = new Set(['rect', 'circle', 'path', 'use']);

/**
 * Writes elements that never have children as `writeSvg` does, in a text in which they have an end tag. In it a `<` is
 * always markup.
 */
export const closeMarks = (serialised: string): string =>
  serialised.replaceAll(/><\/(?:rect|circle|path|use)>/g, '/>');

const escaped = (text: string): string =>
  /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text;
