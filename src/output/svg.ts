import { embedMetadata, readMetadata } from '../render/metadata.ts';
import type { DrawingOutput } from './output.ts';

/** An SVG document, in UTF-8. */
export const svg: DrawingOutput<'svg'> = {
  name: 'svg',
  extension: 'svg',
  summary: 'a picture that stays sharp at any size, with text to select and links to follow',
  of: 'drawing',
  fresh: 'metadata',
  linked: true,
  letters: 'as-asked',
  scaled: false,
  async make({ drawing, theme, text }, { version, origin }) {
    const { renderSvg } = await import('../render/render-svg.ts');
    return new TextEncoder().encode(embedMetadata(renderSvg(drawing, { theme, text }), version, origin));
  },
  metadata: (bytes) => readMetadata(decoder.decode(bytes)),
};

/** One for all pictures: to make one takes longer than to decode. */
const decoder = new TextDecoder();
