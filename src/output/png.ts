import { embedPngMetadata, readPngMetadata } from '../render/png-metadata.ts';
import type { DrawingOutput } from './output.ts';

/** A PNG of 96 pixels an inch at scale 1. It has no letters of its own: what makes it has no fonts. */
export const png: DrawingOutput<'png'> = {
  name: 'png',
  extension: 'png',
  summary: 'a picture in pixels, for programs that know no SVG',
  of: 'drawing',
  fresh: 'metadata',
  linked: false,
  letters: 'outlines',
  scaled: true,
  async make({ drawing, theme, text }, { version, origin, scale }) {
    const { renderSvg } = await import('../render/render-svg.ts');
    const { renderPng } = await import('../render/png.ts');
    return embedPngMetadata(renderPng(renderSvg(drawing, { theme, text }), scale), version, origin);
  },
  metadata: readPngMetadata,
};
