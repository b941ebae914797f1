import { promisedByLevel, wordsFor } from '../language/words.ts';
import type { ServicePromise } from '../model/process-properties.ts';
import { levelTimes } from '../model/time-label.ts';

/** The name of a promise, where it has one, and what is promised. */
export const promiseTexts = (
  { id, label, within, withinByLevel }: ServicePromise,
  language: string,
): readonly string[] => {
  const limits = promisedByLevel(levelTimes(within, withinByLevel, language), wordsFor(language));
  return [label ?? id ?? '', limits].filter((text) => text !== '');
};
