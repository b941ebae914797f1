import { outputNamed } from '../../output/registry.ts';
import { isUnreadable } from '../../project/file-system.ts';
import { isFresh, type PictureMetadata } from '../../render/metadata.ts';
import type { Shell } from '../shell.ts';
import type { OutputPlace, PlannedPicture } from './plan-outputs.ts';

/**
 * The path of a page that is one of several: `name.2.svg` beside what would be `name.svg`. One page alone has the place
 * of the whole chart. Pages count from 1.
 */
export const pagePath = (path: string, page: number, pages: number): string =>
  pages === 1 ? path : path.replace(/(\.[^./]*)$/, `.${page}$1`);

/** What a picture on the disk knows about its making; undefined where there is none, or one that flowc did not make. */
export function pictureAt(
  { files }: Shell,
  format: PlannedPicture['format'],
  path: string,
): PictureMetadata | undefined {
  const output = outputNamed(format);
  const bytes = output.of === 'drawing' ? files.read(path) : undefined;
  return output.of === 'process' || bytes === undefined || isUnreadable(bytes)
    ? undefined
    : output.metadata(bytes);
}

/**
 * Whether a picture was made from these inputs, no one has edited it since, and it names the file of its flow. One that
 * names none is fresh too: it came over standard output, or under a name that someone chose.
 */
export const isFreshAt = (
  { source }: OutputPlace,
  picture: PictureMetadata | undefined,
  inputs: string,
): boolean =>
  isFresh(picture, inputs) &&
  (source === undefined || picture?.source === undefined || picture.source === source);

/** How many pages there are on the disk of a chart, all of them fresh; undefined where any is stale or missing. */
export function freshPages(
  shell: Shell,
  { format, place }: PlannedPicture,
  inputs: string,
): number | undefined {
  if (place === undefined) return undefined;
  const isFreshPage = (page: number, pages: number): boolean => {
    const picture = pictureAt(shell, format, pagePath(place.path, page, pages));
    return isFreshAt(place, picture, inputs) && picture?.page?.page === page && picture.page.pages === pages;
  };
  if (isFreshPage(1, 1)) return 1;
  const { pages = 0 } = pictureAt(shell, format, pagePath(place.path, 1, 2))?.page ?? {};
  for (let page = 1; page <= pages; page++) if (!isFreshPage(page, pages)) return undefined;
  return pages > 1 ? pages : undefined;
}
