import { relativePath } from '../../project/path.ts';
import { UsageError } from '../usage-error.ts';
import type { OutputPlan, PlannedPicture } from './plan-outputs.ts';

/**
 * A place as systems know it that do not tell large letters from small ones, nor one spelling of a letter from another
 * (Unicode normal forms): what has one key is one file there.
 */
export const placeKey = (path: string): string => path.normalize('NFC').toLowerCase();

/**
 * Throws a `UsageError` where two pictures would go to one place, on this system or on another one. Two flows of one
 * name in one file are an error of the language, and draw nothing: they collide only where that is `forced`.
 */
export function refuseCollisions(cwd: string, { outputs, kind }: OutputPlan, forced: boolean): void {
  const toStandardOutput = outputs.filter(({ place }) => place === undefined);
  if (toStandardOutput.length > 1)
    throw new UsageError(
      `standard output takes one picture, and these would be ${toStandardOutput.length}`,
      'Write them into a folder: -o pictures',
    );
  const byPlace = Map.groupBy(
    outputs.filter(({ place }) => place !== undefined),
    ({ place }) => placeKey(place?.path ?? ''),
  );
  for (const [first, ...others] of byPlace.values()) {
    const second = others.find(
      ({ file, process }) => forced || file !== first?.file || process.id !== first.process.id,
    );
    if (first?.place === undefined || second?.place === undefined) continue;
    const nameOf = ({ file, process }: PlannedPicture): string =>
      `“${process.id}” of ${relativePath(cwd, file.absolutePath)}`;
    const both = `the flows ${nameOf(first)} and ${nameOf(second)} would both be drawn into`;
    const place = relativePath(cwd, first.place.path);
    if (kind === 'file')
      throw new UsageError(
        `${both} ${place}`,
        first.file === second.file
          ? 'Draw them into a folder: -o pictures'
          : 'Draw them into a folder, -o pictures, or name one of the files only',
      );
    if (first.place.path === second.place.path)
      throw new UsageError(`${both} ${place}`, 'Give one of the files or flows another name');
    throw new UsageError(
      `${both} one file: many systems take ${place} and ${relativePath(cwd, second.place.path)} for the same`,
      'Give one of the files or flows another name, one that differs in more than large and small letters',
    );
  }
}
