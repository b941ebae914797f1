import { readSvg } from '../../../../src/preview/page/read-svg.ts';

/** A picture as the bytes of a PNG, in base64, light as on paper. `scale` is the pixels for one of the chart. */
export async function pngOf(text: string, scale: number): Promise<string> {
  // Read and written again, it has lost the sheet with the dark colours.
  const { svg, width, height } = readSvg(text);
  const address = URL.createObjectURL(
    new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' }),
  );
  try {
    const image = new Image(width * scale, height * scale);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^.*,/, '');
  } finally {
    URL.revokeObjectURL(address);
  }
}
