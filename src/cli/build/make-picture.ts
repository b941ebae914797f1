import type { Drawing } from '../../layout/drawing.ts';
import { embedMetadata } from '../../render/metadata.ts';
import { embedPngMetadata } from '../../render/png-metadata.ts';
import { renderSvg } from '../../render/render-svg.ts';
import type { Theme } from '../../render/theme/theme.ts';
import type { DrawSettings } from './draw-settings.ts';
import type { OpenTextMode } from './text-modes.ts';

/** What a picture is made from, besides the drawing. */
export interface PictureWish {
  readonly format: 'svg' | 'png';
  readonly settings: DrawSettings;
  readonly theme: Theme;
  readonly version: string;
  /** The fingerprint of all that goes in, which the picture will hold. */
  readonly inputs: string;
}

/** The bytes of a picture, or why it cannot be made. */
export async function makePicture(
  drawing: Drawing,
  { format, settings, theme, version, inputs }: PictureWish,
  openTextMode: OpenTextMode,
): Promise<Uint8Array | string> {
  // A PNG has no letters of its own: what makes it has no fonts.
  const name = format === 'png' ? 'outlines' : settings.text;
  const { mode, problem } = await openTextMode(name, drawing.language);
  const svg = renderSvg(drawing, { theme, text: mode });
  const reason = problem();
  if (reason !== undefined) return reason;
  if (format === 'svg') return new TextEncoder().encode(embedMetadata(svg, version, inputs));
  const { renderPng } = await import('../../render/png.ts');
  return embedPngMetadata(renderPng(svg, settings.scale), version, inputs);
}
