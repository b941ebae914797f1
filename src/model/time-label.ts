import type { Duration } from '../language/duration.ts';
import type { LanguageWords } from '../language/language-words.ts';
import { afterByLevel, everyByLevel, type TimesByLevel } from '../language/words.ts';
import type { Timing } from './process.ts';
import type { AtLevel } from './process-properties.ts';

/** What the times of a process are written in. */
export interface TimeWords {
  readonly words: LanguageWords;
  /** How a level reads, by its id; a short text such as “P1”. */
  levelLabel(id: string): string;
}

/** What stands at something that is done meanwhile: its name, and when. */
export function timingLabel(name: string, { kind, duration, byLevel }: Timing, words: TimeWords): string {
  const times = shown(duration, byLevel, words);
  const when = kind === 'every' ? everyByLevel(times, words.words) : afterByLevel(times, words.words);
  return [name, when].filter((text) => text !== '').join(', ');
}

/** What stands on the line of a timeout that has no name; empty where it has no limit either. */
export const timeoutLabel = (
  within: Duration | undefined,
  byLevel: readonly AtLevel<Duration>[],
  words: TimeWords,
): string => afterByLevel(shown(within, byLevel, words), words.words);

const shown = (
  usual: Duration | undefined,
  byLevel: readonly AtLevel<Duration>[],
  { levelLabel }: TimeWords,
): TimesByLevel<Duration> => ({
  usual,
  byLevel: byLevel.map(({ level, value }) => ({ level: levelLabel(level), value })),
});
