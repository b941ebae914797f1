import type { Duration } from '../language/duration.ts';
import type { Timing } from '../model/process.ts';
import type { AtLevel } from '../model/process-properties.ts';
import type { Limit, MeanwhileException, UsualTime } from '../syntax/ast.ts';

/** One for all: most statements have no times by level. */
const none: readonly never[] = [];

/**
 * The time that holds without a level, and those of levels, in the order of the text. What could not be read is left
 * out; of what stands twice, which is an error, the first counts.
 */
export function limitsOf(limits: readonly Limit[] = none): {
  readonly usual?: Duration;
  readonly byLevel: readonly AtLevel<Duration>[];
} {
  const read = limits.filter(({ duration }) => duration.parts.length > 0);
  const usual = read.find(({ level }) => level === undefined)?.duration.parts;
  return {
    ...(usual === undefined ? {} : { usual }),
    byLevel: byLevel(read, ({ duration }) => duration.parts),
  };
}

/** As `limitsOf`, under the names that nodes have for it. */
export function withinLimits(limits?: readonly Limit[]): {
  readonly within?: Duration;
  readonly withinByLevel: readonly AtLevel<Duration>[];
} {
  const { usual, byLevel: withinByLevel } = limitsOf(limits);
  return { ...(usual === undefined ? {} : { within: usual }), withinByLevel };
}

/** The one to three durations that something usually takes, without a level and by level. */
export function usualTimes(times: readonly UsualTime[] = none): {
  readonly takes: readonly Duration[];
  readonly takesByLevel: readonly AtLevel<readonly Duration[]>[];
} {
  const durationsOf = ({ durations }: UsualTime): readonly Duration[] =>
    durations.flatMap(({ parts }) => (parts.length > 0 ? [parts] : []));
  const read = times.filter((time) => durationsOf(time).length > 0);
  const usual = read.find(({ level }) => level === undefined);
  return {
    takes: usual === undefined ? none : durationsOf(usual),
    takesByLevel: byLevel(read, durationsOf),
  };
}

/** When a `meanwhile` is done. */
export function timingOf({ timing, limits }: Pick<MeanwhileException, 'timing' | 'limits'>): Timing {
  const { usual, byLevel: all } = limitsOf(limits);
  return { kind: timing.value, ...(usual === undefined ? {} : { duration: usual }), byLevel: all };
}

function byLevel<Item extends { readonly level?: { readonly name: string } }, Value>(
  items: readonly Item[],
  valueFor: (item: Item) => Value,
): readonly AtLevel<Value>[] {
  if (items.every(({ level }) => level === undefined)) return none;
  const found = new Map<string, Value>();
  for (const item of items) {
    const name = item.level?.name ?? '';
    if (name !== '' && !found.has(name)) found.set(name, valueFor(item));
  }
  return [...found].map(([level, value]) => ({ level, value }));
}
