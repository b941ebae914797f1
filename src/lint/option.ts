import { type DurationPart, dayCountSeconds, durationUnits } from '../language/duration.ts';

/**
 * What an option of a rule may be set to, and what it is when nobody does. A duration is written as in a flow: `1d`.
 */
export type OptionSpec =
  | { readonly kind: 'count'; readonly default: number; readonly least: number; readonly summary: string }
  | { readonly kind: 'duration'; readonly default: string; readonly summary: string }
  | { readonly kind: 'words'; readonly default: readonly string[]; readonly summary: string };

/** The options of a rule by name. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;
/** What a person may set an option to. */
export type OptionValue = number | string | readonly string[];

/** What a rule works with: durations in seconds, with a working day as a day. */
export type ReadOptions<Specs extends OptionSpecs> = {
  readonly [Name in keyof Specs]: Specs[Name]['kind'] extends 'words' ? readonly string[] : number;
};

/** What is wrong with a value, said to whoever wrote it in a configuration; nothing where it is right. */
export function optionProblem(spec: OptionSpec, value: unknown): string | undefined {
  switch (spec.kind) {
    case 'count':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= spec.least
        ? undefined
        : `must be a whole number of ${spec.least} or more`;
    case 'duration':
      return typeof value === 'string' && parseDuration(value) !== undefined
        ? undefined
        : 'must be a duration such as "30min", "2d" or "1w"';
    case 'words':
      return Array.isArray(value) && value.every((word) => typeof word === 'string')
        ? undefined
        : 'must be a list of words';
  }
}

/** The values to work with: what was set where it is right, else the default. */
export function readOptions<Specs extends OptionSpecs>(
  specs: Specs,
  values: Readonly<Record<string, OptionValue>>,
): ReadOptions<Specs> {
  const read = Object.entries(specs).map(([name, spec]) => {
    const given = values[name];
    const value = given === undefined || optionProblem(spec, given) !== undefined ? spec.default : given;
    return [name, spec.kind === 'duration' ? (parseDuration(String(value)) ?? 0) : value];
  });
  // The type of each value follows from its spec, which TypeScript can't see through fromEntries.
  return Object.fromEntries(read) as ReadOptions<Specs>;
}

/** Seconds, a working day being a day; nothing where the text is no duration. */
export function parseDuration(text: string): number | undefined {
  const parts: DurationPart[] = [];
  for (const [, number, name] of text.matchAll(/(\d+)([a-z]+)/g)) {
    const unit = durationUnits.find((known) => known === name);
    if (unit !== undefined) parts.push({ value: Number(number), unit });
  }
  const read = parts.map(({ value, unit }) => `${value}${unit}`).join('');
  return parts.length > 0 && read === text ? dayCountSeconds(parts) : undefined;
}
