import { labelFromName } from '../check/label-from-name.ts';
import { afterDuration } from '../language/words.ts';
import type { Timing } from '../model/process.ts';
import type { ProcessDraft } from './draft.ts';

/** What stands at something that is done meanwhile: its name, and when. */
export function timingLabel(
  name: string,
  { duration, byLevel }: Timing,
  { words, language }: Pick<ProcessDraft, 'words' | 'language'>,
): string {
  const times = [
    ...byLevel.map(
      ({ level, value }) => `${afterDuration(value, words)} (${labelFromName(level, language)})`,
    ),
    ...(duration === undefined ? [] : [afterDuration(duration, words)]),
  ];
  return [...(name === '' ? [] : [name]), ...times].join(', ');
}
