import type { JsonPath } from './json-place.ts';

/** Says what is wrong with the value at a place, without a full stop. What is only left out is no mistake. */
export interface JsonReport {
  mistake(path: JsonPath, message: string): void;
  leftOut(path: JsonPath, message: string): void;
}

/** One kind of JSON value. What does not fit is reported, and read as undefined. */
export interface JsonShape<Value> {
  read(value: unknown, path: JsonPath, report: JsonReport): Value | undefined;
}

/** A member of an object: what its value is, and whether it may be missing. */
export interface JsonMember<Value> extends JsonShape<Value> {
  readonly isOptional?: boolean;
}

type Members<Value> = { readonly [Key in keyof Value]-?: JsonMember<NonNullable<Value[Key]>> };

const shape = <Value>(what: string, fits: (value: unknown) => value is Value): JsonShape<Value> => ({
  read(value, path, report) {
    if (fits(value)) return value;
    report.mistake(path, `${named(path)} must be ${what}`);
    return undefined;
  },
});

/** A text of whole characters: half of a surrogate pair is none, and no file could hold it. */
export const jsonText = shape(
  'a text',
  (value): value is string => typeof value === 'string' && value.isWellFormed(),
);

/** A text with something in it. */
export const jsonName = shape(
  'a text that is not empty',
  (value): value is string => typeof value === 'string' && value !== '' && value.isWellFormed(),
);

/** A text of a form, which `what` says in words. */
export const jsonTextLike = (pattern: RegExp, what: string): JsonShape<string> =>
  shape(what, (value): value is string => typeof value === 'string' && pattern.test(value));

export const jsonFlag = shape('true or false', (value): value is boolean => typeof value === 'boolean');

/** What is only there where it holds. */
export const jsonTrue = shape('true', (value): value is true => value === true);

export const jsonNumber = (least: number, most: number): JsonShape<number> =>
  shape(
    `a number from ${least} to ${most}`,
    (value): value is number => typeof value === 'number' && value >= least && value <= most,
  );

export const jsonCount = shape(
  'a whole number, 0 or more',
  (value): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
);

export const jsonWord = <const Word extends string>(words: readonly Word[]): JsonShape<Word> =>
  shape(
    words.length === 1 ? `“${words[0]}”` : `one of ${words.map((word) => `“${word}”`).join(', ')}`,
    (value): value is Word => words.some((word) => word === value),
  );

/** A list; undefined where one of its items does not fit. */
export const jsonList = <Item>(
  item: JsonShape<Item>,
  most = Number.POSITIVE_INFINITY,
): JsonShape<readonly Item[]> => ({
  read(value, path, report) {
    if (!Array.isArray(value) || value.length > most) {
      const what = Number.isFinite(most) ? `a list of ${most} at most` : 'a list';
      report.mistake(path, `${named(path)} must be ${what}`);
      return undefined;
    }
    const read = value.map((each: unknown, index) => item.read(each, [...path, index], report));
    const whole = read.filter((each) => each !== undefined);
    return whole.length === read.length ? whole : undefined;
  },
});

/** A member that may be missing. */
export const optional = <Value>(of: JsonShape<Value>): JsonMember<Value> => ({ ...of, isOptional: true });

/**
 * An object with these members. A member that is not known is left out; undefined where one does not fit or is missing.
 */
export function jsonObject<Value extends object>(members: Members<Value>): JsonShape<Value> {
  const required = Object.entries<JsonMember<unknown>>(members).flatMap(([name, { isOptional }]) =>
    isOptional === true ? [] : [name],
  );
  const isKnown = (name: string): name is keyof Value & string => Object.hasOwn(members, name);
  const isWhole = (read: Partial<Value>): read is Value =>
    required.every((name) => Object.hasOwn(read, name));
  return {
    read(value, path, report) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        report.mistake(path, `${named(path)} must be an object, in braces`);
        return undefined;
      }
      const read: Partial<Value> = {};
      let fits = true;
      for (const [name, member] of Object.entries<unknown>({ ...value })) {
        if (!isKnown(name)) {
          report.leftOut([...path, name], `“${name}” is not known here, and is left out`);
          continue;
        }
        const part = members[name].read(member, [...path, name], report);
        if (part === undefined) fits = false;
        else read[name] = part;
      }
      for (const name of required)
        if (!Object.hasOwn(value, name)) {
          report.mistake(path, `${named(path)} has no “${name}”`);
          fits = false;
        }
      return fits && isWhole(read) ? read : undefined;
    },
  };
}

/** An object of values by names that are not known before, in order; undefined where one of them does not fit. */
export const jsonRecord = <Value>(
  of: JsonShape<Value>,
): JsonShape<readonly (readonly [name: string, value: Value])[]> => ({
  read(value, path, report) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      report.mistake(path, `${named(path)} must be an object, in braces`);
      return undefined;
    }
    const members = Object.entries<unknown>({ ...value });
    const read = members.flatMap(([name, member]) => {
      if (name === '') report.mistake(path, `${named(path)} has a value without a name`);
      const part = of.read(member, [...path, name], report);
      return part === undefined || name === '' ? [] : [[name, part] as const];
    });
    return read.length === members.length ? read : undefined;
  },
});

/** A value by its name; an item of a list by that of the list and its number, from 1. */
function named(path: JsonPath): string {
  const name = path.findLast((step) => typeof step === 'string');
  const last = path.at(-1);
  if (name === undefined) return 'The file';
  return typeof last === 'number' ? `Number ${last + 1} of “${name}”` : `“${name}”`;
}
