import type { Duration } from '../language/duration.ts';
import type { Timing } from '../model/process.ts';
import type { AtLevel } from '../model/process-properties.ts';
import { jsonDuration } from './json-duration.ts';
import { type JsonMember, type JsonShape, jsonRecord, optional } from './json-shape.ts';

/** Values by the ids of levels, in the order in which they stand. */
export const jsonByLevel = <Value>(of: JsonShape<Value>): JsonShape<readonly AtLevel<Value>[]> => {
  const record = jsonRecord(of);
  return {
    read: (value, path, report) =>
      record.read(value, path, report)?.map(([level, each]) => ({ level, value: each })),
  };
};

/** A time limit, and those of levels. */
export const limitMembers = {
  within: optional(jsonDuration),
  withinByLevel: optional(jsonByLevel(jsonDuration)),
};

type ByLevel = readonly AtLevel<Duration>[];

/** When something beside the work is done, as a file has it. */
export interface JsonTiming {
  readonly every?: Duration;
  readonly everyByLevel?: ByLevel;
  readonly after?: Duration;
  readonly afterByLevel?: ByLevel;
}

export const timingMembers = {
  every: optional(jsonDuration),
  everyByLevel: optional(jsonByLevel(jsonDuration)),
  after: optional(jsonDuration),
  afterByLevel: optional(jsonByLevel(jsonDuration)),
} satisfies { readonly [Key in keyof JsonTiming]: JsonMember<NonNullable<JsonTiming[Key]>> };

/** When it is done; undefined where nothing says so. */
export function timingOfJson({ every, everyByLevel, after, afterByLevel }: JsonTiming): Timing | undefined {
  const kind = (every ?? everyByLevel) === undefined ? 'after' : 'every';
  const [duration, byLevel] = kind === 'every' ? [every, everyByLevel] : [after, afterByLevel];
  if (duration === undefined && byLevel === undefined) return undefined;
  return { kind, ...(duration === undefined ? {} : { duration }), byLevel: byLevel ?? [] };
}
