import { isRightToLeft } from '../../language/right-to-left.ts';
import type { Box } from '../../shapes/geometry.ts';

/** A chart that can be put into a page. */
export interface PageChart {
  readonly svg: SVGSVGElement;
  readonly style: CSSStyleSheet;
  readonly width: number;
  readonly height: number;
  readonly isRightToLeft: boolean;
}

/**
 * Reads an SVG document. Its style sheet is taken out, as the page lets no sheet in that it did not make itself; so it
 * is also known which rules are for dark colours.
 */
export function readSvg(text: string): PageChart {
  // Even a document that is only read would be reproached with a sheet in it.
  const [sheet, content] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? ['', ''];
  const svg = document.importNode(parseXml(text.replace(sheet, '')), true);
  if (!(svg instanceof SVGSVGElement)) throw new Error('the picture is no SVG');
  const style = new CSSStyleSheet();
  style.replaceSync(parseXml(`<css>${content}</css>`).textContent ?? '');
  for (const link of svg.querySelectorAll('a')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  return {
    svg,
    style,
    width: svg.width.baseVal.value,
    height: svg.height.baseVal.value,
    isRightToLeft: isRightToLeft(svg.getAttribute('lang') ?? ''),
  };
}

const parseXml = (text: string): Element =>
  new DOMParser().parseFromString(text, 'application/xml').documentElement;

export type Appearance = 'system' | 'light' | 'dark';

/** Puts the dark rules of a chart into force, or out of it, or leaves it to the system. Paper is light. */
export function setAppearance({ style }: PageChart, appearance: Appearance): void {
  for (const rule of style.cssRules)
    if (rule instanceof CSSMediaRule)
      rule.media.mediaText = {
        system: 'screen and (prefers-color-scheme: dark)',
        light: 'not all',
        dark: 'screen',
      }[appearance];
}

/** The boxes of all nodes in px of the chart, by id. The chart must be in the page. */
export function nodeBoxes(svg: SVGSVGElement): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  for (const { id, group } of nodesOf(svg)) {
    const outline = group.querySelector<SVGGraphicsElement>('.outline');
    if (outline !== null && !boxes.has(id)) {
      const { x, y, width, height } = outline.getBBox();
      boxes.set(id, { x, y, width, height });
    }
  }
  return boxes;
}

export const nodesOf = (
  svg: SVGSVGElement,
): readonly { readonly id: string; readonly group: SVGGElement }[] =>
  [...svg.querySelectorAll<SVGGElement>('g.node')].map((group) => ({ id: group.dataset['id'] ?? '', group }));
