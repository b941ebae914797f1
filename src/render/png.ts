import { Resvg } from '@resvg/resvg-js';
import { chunkOf } from './png-chunk.ts';

/**
 * Turns a picture into a PNG. Its texts must be outlines: no font of the machine is read, so that the same picture
 * gives the same bytes everywhere. At scale 1 a px of the picture is a pixel. The PNG says how large it is to be shown:
 * at every scale as large as the picture, 96 px of which are an inch (CSS).
 */
export const renderPng = (svgWithOutlines: string, scale: number): Uint8Array =>
  withSize(
    new Resvg(svgWithOutlines, {
      fitTo: { mode: 'zoom', value: scale },
      font: { loadSystemFonts: false },
    })
      .render()
      .asPng(),
    scale,
  );

/**
 * With a `pHYs` chunk behind the first one, `IHDR` (PNG, third edition, 11.3.4.3): without it programs guess, mostly 72
 * pixels an inch.
 */
function withSize(png: Uint8Array, scale: number): Uint8Array {
  const pixelsPerMetre = Math.round((96 * scale) / 0.0254);
  const data = Buffer.alloc(9);
  data.writeUInt32BE(pixelsPerMetre, 0);
  data.writeUInt32BE(pixelsPerMetre, 4);
  data[8] = unitMetre;
  return Buffer.concat([png.subarray(0, headerEnd), chunkOf('pHYs', data), png.subarray(headerEnd)]);
}

const unitMetre = 1;
/** In bytes: the signature, and `IHDR`, which is always first and of one length. */
const headerEnd = 8 + 25;
