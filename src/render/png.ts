import { Resvg } from '@resvg/resvg-js';

/**
 * Turns a picture into a PNG. Its texts must be outlines: no font of the machine is read, so that the same picture gives the
 * same bytes everywhere. At scale 1 a px of the picture is a pixel.
 */
export const renderPng = (svgWithOutlines: string, scale: number): Uint8Array =>
  new Resvg(svgWithOutlines, {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false },
  })
    .render()
    .asPng();
