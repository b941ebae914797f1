import type { Duration } from '../language/duration.ts';
import { labelFromName } from '../language/label-from-name.ts';
import type { LanguageWords } from '../language/language-words.ts';
import { afterByLevel, everyByLevel, type TimesByLevel } from '../language/words.ts';
import type { Timing } from './process.ts';
import type { AtLevel } from './process-properties.ts';

/** What the times of a process are written in, with the BCP 47 tag of that language. */
export interface TimeWords {
  readonly words: LanguageWords;
  readonly language: string;
}

/** What stands at something that is done meanwhile: its name, and when. */
export function timingLabel(name: string, { kind, duration, byLevel }: Timing, words: TimeWords): string {
  const times = levelTimes(duration, byLevel, words.language);
  const when = kind === 'every' ? everyByLevel(times, words.words) : afterByLevel(times, words.words);
  return [name, when].filter((text) => text !== '').join(', ');
}

/** What stands on the line of a timeout that has no name; empty where it has no limit either. */
export const timeoutLabel = (
  within: Duration | undefined,
  byLevel: readonly AtLevel<Duration>[],
  words: TimeWords,
): string => afterByLevel(levelTimes(within, byLevel, words.language), words.words);

/**
 * Times as they hold by level, each level ready to show: `p1` reads “P1”. Its label would be too long for a box or a
 * line and is what the list of levels is for.
 */
export const levelTimes = <Time>(
  usual: Time | undefined,
  byLevel: readonly AtLevel<Time>[],
  language: string,
): TimesByLevel<Time> => ({
  usual,
  byLevel: byLevel.map(({ level, value }) => ({ level: labelFromName(level, language), value })),
});
