import type { PictureMetadata } from '../../render/metadata.ts';
import type { Shell } from '../shell.ts';
import type { PictureJob } from './draw-flows.ts';
import { isFolded } from './freshness.ts';
import type { LeftPicture } from './left-behind.ts';
import { freshPages, pagePath, pictureAt } from './page-files.ts';
import type { PlannedPicture } from './plan-outputs.ts';
import { placeKey } from './refuse-collisions.ts';

/**
 * What is left of earlier builds beside pages that are fresh: pictures that say of themselves that they are pages, with
 * numbers that there are no more. `places` are the keys of those of all pictures.
 */
export const surplusPages = (
  shell: Shell,
  pictures: readonly PictureJob[],
  places: ReadonlySet<string>,
): readonly LeftPicture[] =>
  pictures.flatMap(({ output, settings, inputs }) => {
    const pages = isFolded(output, settings) ? freshPages(shell, output, inputs) : undefined;
    if (pages === undefined) return [];
    return surplusOf(shell, output, pages).filter(
      ({ path }) => path === output.place?.path || !places.has(placeKey(path)),
    );
  });

function surplusOf(shell: Shell, { format, place }: PlannedPicture, pages: number): readonly LeftPicture[] {
  if (place === undefined) return [];
  const found: LeftPicture[] = [];
  const add = (path: string, isPage: (picture: PictureMetadata) => boolean): boolean => {
    const picture = pictureAt(shell, format, path);
    if (picture === undefined || !isPage(picture)) return false;
    found.push({ path, root: place.root, isEdited: picture.actual !== picture.content });
    return true;
  };
  if (pages > 1) add(place.path, ({ page }) => page?.pages === 1);
  let page = pages === 1 ? 1 : pages + 1;
  while (add(pagePath(place.path, page, 2), (picture) => isOneOfSeveral(picture, page))) page++;
  return found;
}

const isOneOfSeveral = ({ page }: PictureMetadata, number: number): boolean =>
  page !== undefined && page.page === number && page.pages > 1;
