import { relativePath } from '../../project/path.ts';
import type { PictureMetadata } from '../../render/metadata.ts';
import type { Shell } from '../shell.ts';
import type { Picture } from './draw-flows.ts';
import { isFolded } from './freshness.ts';
import { freshPages, pagePath, pictureAt } from './page-files.ts';
import type { Output } from './plan-outputs.ts';

/** A page of an earlier build that its chart no longer has. */
export interface SurplusPage {
  readonly path: string;
  /** No link may lead out of it. */
  readonly root: string;
  /** By hand, since it was drawn. */
  readonly isEdited: boolean;
}

/**
 * What is left of earlier builds beside pages that are fresh: pictures that say of themselves that they are pages, with
 * numbers that there are no more. `places` are those of all pictures, in lower case.
 */
export const surplusPages = (
  shell: Shell,
  pictures: readonly Picture[],
  places: ReadonlySet<string>,
): readonly SurplusPage[] =>
  pictures.flatMap(({ output, settings, inputs }) => {
    const pages = isFolded(output, settings) ? freshPages(shell, output, inputs) : undefined;
    if (pages === undefined) return [];
    return surplusOf(shell, output, pages).filter(
      ({ path }) => path === output.place?.path || !places.has(path.toLowerCase()),
    );
  });

/** Removes them, but for those that someone has drawn into; says how many. */
export function removeSurplus(shell: Shell, surplus: readonly SurplusPage[]): number {
  for (const { path, isEdited, root } of surplus)
    if (!isEdited) shell.files.remove(path, root);
    else
      shell.stderr.write(
        `warning: ${relativePath(shell.cwd, path)} is no page any more; it was edited by hand, so it stays\n`,
      );
  return surplus.filter(({ isEdited }) => !isEdited).length;
}

function surplusOf(shell: Shell, { format, place }: Output, pages: number): readonly SurplusPage[] {
  if (place === undefined) return [];
  const found: SurplusPage[] = [];
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
