import { drawnText } from '../../layout/drawn-text.ts';
import { outputNamed } from '../../output/registry.ts';
import { isUnreadable } from '../../project/file-system.ts';
import { fingerprint } from '../../render/metadata.ts';
import type { Shell } from '../shell.ts';
import type { ChartLinks } from './chart-links.ts';
import type { DrawSettings } from './draw-settings.ts';
import { freshPages, isFreshAt, pagePath } from './page-files.ts';
import type { PlannedPicture } from './plan-outputs.ts';

/**
 * The fingerprint of everything that a picture is made from: the built process, its links, the options, the version.
 * The same wherever the project lies and however its text is written, so that a fresh clone can tell what is stale,
 * whatever line ends it has.
 */
export const inputsOf = (
  { process, format }: PlannedPicture,
  links: ChartLinks,
  settings: DrawSettings,
  version: string,
): string =>
  fingerprint(
    version,
    format,
    JSON.stringify(settingsThatShow(format, settings)),
    drawnText(process, settings.show),
    JSON.stringify(links),
  );

/** Without those that a format has no use for: a PNG has no text, and only a PNG has pixels. */
const settingsThatShow = (format: PlannedPicture['format'], { scale, text, ...settings }: DrawSettings) => {
  const output = outputNamed(format);
  return output.of === 'drawing' && output.scaled ? { ...settings, scale } : { ...settings, text };
};

/** `fresh` is what these inputs gave, and what no one has changed since. */
export type Freshness = 'fresh' | 'stale' | 'missing';

/** Compares a picture on the disk, or all its pages, with what it would be made from. */
export function freshnessOf(
  shell: Shell,
  output: PlannedPicture,
  settings: DrawSettings,
  inputs: string,
): Freshness {
  const { process, gaps, format, place } = output;
  if (place === undefined) return 'missing';
  if (isFolded(output, settings)) {
    if (freshPages(shell, output, inputs) !== undefined) return 'fresh';
    const found = [place.path, pagePath(place.path, 1, 2)].some((path) => shell.files.kind(path) === 'file');
    return found ? 'stale' : 'missing';
  }
  const bytes = shell.files.read(place.path);
  if (isUnreadable(bytes)) return 'missing';
  const made = outputNamed(format);
  const isFresh =
    made.of === 'process'
      ? isSameText(bytes, made.make(process, gaps))
      : isFreshAt(place, made.metadata(bytes), inputs);
  return isFresh ? 'fresh' : 'stale';
}

/** Line ends of another system, as version control may write them, do not count as a change. */
const isSameText = (bytes: Uint8Array, text: string): boolean =>
  new TextDecoder().decode(bytes).replaceAll('\r\n', '\n') === text;

/** Whether a picture is made as pages. */
export const isFolded = ({ format }: PlannedPicture, { fit }: DrawSettings): boolean =>
  fit !== undefined && outputNamed(format).of === 'drawing';
