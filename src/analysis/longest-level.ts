import type { AnalysedFlow } from './analysed-flow.ts';
import { type CaseLevel, levelsOf } from './level-limits.ts';
import type { LongestWaits } from './longest-wait.ts';

/** The longest way to something, for cases of one level. */
export interface LevelWait {
  readonly waits: LongestWaits;
  readonly worst: { readonly node: number; readonly seconds: number };
}

/**
 * The longest way of all levels, the first of equal ones. It is that of no level where all come to the same, so that no
 * level is worth a word.
 */
export function longestOfLevels(
  { process }: AnalysedFlow,
  longestAt: (level: CaseLevel) => LevelWait | undefined,
): (LevelWait & { readonly level: CaseLevel }) | undefined {
  const levels = levelsOf(process);
  const all = levels.flatMap((level) => {
    const found = longestAt(level);
    return found === undefined ? [] : [{ ...found, level }];
  });
  const [first, ...others] = all;
  if (first === undefined) return undefined;
  const most = others.reduce(
    (worst, each) => (each.worst.seconds > worst.worst.seconds ? each : worst),
    first,
  );
  const isAlike =
    all.length === levels.length && all.every(({ worst }) => worst.seconds === most.worst.seconds);
  return isAlike ? { ...most, level: undefined } : most;
}
