import type { Duration } from '../language/duration.ts';
import { labelFromName } from '../language/label-from-name.ts';
import { afterByLevel, everyByLevel, type TimesByLevel } from '../language/words.ts';
import type { AtLevel, Timing } from '../model/process.ts';
import type { ProcessDraft } from './draft.ts';

type Words = Pick<ProcessDraft, 'words' | 'language'>;

/** What stands at something that is done meanwhile: its name, and when. */
export function timingLabel(name: string, { kind, duration, byLevel }: Timing, words: Words): string {
  const times = shown(duration, byLevel, words);
  const when = kind === 'every' ? everyByLevel(times, words.words) : afterByLevel(times, words.words);
  return [name, when].filter((text) => text !== '').join(', ');
}

/** What stands on the line of a timeout that has no name; empty where it has no limit either. */
export const timeoutLabel = (
  within: Duration | undefined,
  byLevel: readonly AtLevel<Duration>[],
  words: Words,
): string => afterByLevel(shown(within, byLevel, words), words.words);

/** Times whose levels read like their names, which are short: “P1”. */
const shown = (
  usual: Duration | undefined,
  byLevel: readonly AtLevel<Duration>[],
  { language }: Words,
): TimesByLevel<Duration> => ({
  usual,
  byLevel: byLevel.map(({ level, value }) => ({ level: labelFromName(level, language), value })),
});
