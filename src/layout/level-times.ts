import { labelFromIdentifier } from '../language/label-from-name.ts';
import type { TimesByLevel } from '../language/words.ts';
import type { AtLevel } from '../model/process-properties.ts';

/**
 * Times as they hold by level, each level ready to show: `p1` reads “P1”. Its label would be too long for a box and is
 * what the list of levels is for.
 */
export const levelTimes = <Time>(
  usual: Time | undefined,
  byLevel: readonly AtLevel<Time>[],
): TimesByLevel<Time> => ({
  usual,
  byLevel: byLevel.map(({ level, value }) => ({
    level: labelFromIdentifier(level),
    value,
  })),
});
