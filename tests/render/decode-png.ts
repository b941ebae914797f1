import { Resvg } from '@resvg/resvg-js';

/** The pixels of a PNG, four bytes each: red, green, blue, opacity. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** Reads a PNG by drawing a picture that shows nothing else. */
export const decodePng = (png: Uint8Array): Pixels => {
  const header = Buffer.from(png.buffer, png.byteOffset, 24);
  const width = header.readUInt32BE(16);
  const height = header.readUInt32BE(20);
  const data = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" image-rendering="pixelated" href="${data}"/></svg>`;
  return { width, height, bytes: new Resvg(svg).render().pixels };
};

/** The colour of a pixel as `#rrggbb`. */
export const pixelAt = ({ width, bytes }: Pixels, x: number, y: number): string => {
  const start = (Math.floor(y) * width + Math.floor(x)) * 4;
  return `#${Buffer.from(bytes.subarray(start, start + 3)).toString('hex')}`;
};
