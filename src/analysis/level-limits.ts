import type { Duration } from '../language/duration.ts';
import type { Process } from '../model/process.ts';
import type { AtLevel } from '../model/process-properties.ts';

/** The level of a case; undefined where there are none, or for a case of none of those that a limit names. */
export type CaseLevel = string | undefined;

/** What holds for cases of a level: its own value, or the one for all others. */
export const valueAt = <Value>(usual: Value, byLevel: readonly AtLevel<Value>[], level: CaseLevel): Value =>
  byLevel.find((each) => each.level === level)?.value ?? usual;

/** The limit of anything that may have one, for cases of a level. */
export const withinAt = (
  of: object & { readonly within?: Duration; readonly withinByLevel?: readonly AtLevel<Duration>[] },
  level: CaseLevel,
): Duration | undefined => valueAt(of.within, of.withinByLevel ?? [], level);

/** The most levels that are judged, one by one: no service has as many, and what a program wrote takes little time. */
const mostLevels = 50;

/** The levels of the cases of a process: all that it names; one that stands for all where it names none. */
export const levelsOf = ({ declarations }: Process): readonly CaseLevel[] =>
  declarations.levels.length === 0
    ? [undefined]
    : declarations.levels.slice(0, mostLevels).map(({ id }) => id);
