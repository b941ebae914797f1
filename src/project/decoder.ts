import type { Node } from 'jsonc-parser';
import { closest } from '../diagnostic/suggest.ts';
import type { Span } from '../text/span.ts';

/** Something wrong at a place of a configuration file. */
export interface DecodingProblem {
  readonly span: Span;
  readonly message: string;
  readonly help?: string;
}
export type ReportProblem = (problem: DecodingProblem) => void;

/**
 * Reads one kind of JSON value, and says with its JSON Schema what that kind is; one source for both. What does not fit
 * is reported with its place and left out.
 */
export interface Decoder<Value> {
  readonly schema: Readonly<Record<string, unknown>>;
  decode(node: Node, report: ReportProblem): Value | undefined;
}

export const spanOfNode = (node: Node): Span => ({ start: node.offset, end: node.offset + node.length });

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');

/** The most names that help can hold; there are many more rules. */
const mostNames = 12;

function didYouMean(name: string, names: readonly string[]): string {
  const close = closest(name, names);
  if (close !== undefined) return `Did you mean “${close}”?`;
  return names.length > mostNames ? '“flowc explain” lists them all' : `Known are: ${quoted(names)}`;
}

/** Gives a value a description, which editors show. */
export const described = <Value>(description: string, decoder: Decoder<Value>): Decoder<Value> => ({
  ...decoder,
  schema: { description, ...decoder.schema },
});

/** A string; with a `pattern`, one of that form, which `form` says in words. */
export const text = (pattern?: RegExp, form = ''): Decoder<string> => ({
  schema: { type: 'string', ...(pattern === undefined ? {} : { pattern: pattern.source }) },
  decode(node, report) {
    const value: unknown = node.value;
    if (node.type === 'string' && typeof value === 'string' && pattern?.test(value) !== false) return value;
    report({ span: spanOfNode(node), message: `This must be ${form === '' ? 'a text in quotes' : form}` });
    return undefined;
  },
});

export const flag: Decoder<boolean> = {
  schema: { type: 'boolean' },
  decode(node, report) {
    const value: unknown = node.value;
    if (typeof value === 'boolean') return value;
    report({ span: spanOfNode(node), message: 'This must be true or false' });
    return undefined;
  },
};

export const numberWithin = (least: number, most: number): Decoder<number> => ({
  schema: { type: 'number', minimum: least, maximum: most },
  decode(node, report) {
    const value: unknown = node.value;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    report({ span: spanOfNode(node), message: `This must be a number from ${least} to ${most}` });
    return undefined;
  },
});

export const wordOf = <Word extends string>(words: readonly Word[]): Decoder<Word> => ({
  schema: { enum: words },
  decode(node, report) {
    const found = words.find((word) => word === node.value);
    if (found === undefined) {
      const written = node.type === 'string' ? String(node.value) : '';
      report({
        span: spanOfNode(node),
        message: written === '' ? 'This must be one of the words below' : `“${written}” is not known here`,
        help: didYouMean(written, words),
      });
    }
    return found;
  },
});

/** A list; one value alone stands for a list of it. */
export const listOf = <Item>(item: Decoder<Item>): Decoder<readonly Item[]> => ({
  schema: { anyOf: [item.schema, { type: 'array', items: item.schema }] },
  decode(node, report) {
    const nodes = node.type === 'array' ? (node.children ?? []) : [node];
    return nodes.flatMap((child) => item.decode(child, report) ?? []);
  },
});

/** An object that gives values to some of the given names. `what` is what a name stands for, in words. */
export const mapOf = <Name extends string, Value>(
  what: string,
  names: readonly Name[],
  value: Decoder<Value>,
): Decoder<ReadonlyMap<Name, Value>> => ({
  schema: {
    type: 'object',
    propertyNames: { enum: names },
    additionalProperties: value.schema,
  },
  decode(node, report) {
    const result = new Map<Name, Value>();
    for (const [key, child] of members(node, report)) {
      const name = names.find((candidate) => candidate === key.value);
      if (name === undefined) reportUnknown(what, key, names, report);
      else {
        const decoded = value.decode(child, report);
        if (decoded !== undefined) result.set(name, decoded);
      }
    }
    return result;
  },
});

type Members<Value> = { readonly [Key in keyof Value]-?: Decoder<NonNullable<Value[Key]>> };

/** An object with known keys, all of them optional. */
export const objectOf = <Value extends object>(decoders: Members<Value>): Decoder<Partial<Value>> => {
  const names = Object.keys(decoders);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        Object.entries<Decoder<unknown>>(decoders).map(([name, decoder]) => [name, decoder.schema]),
      ),
      additionalProperties: false,
    },
    decode(node, report) {
      const result: Partial<Value> = {};
      for (const [key, child] of members(node, report)) {
        if (!hasName(decoders, key.value)) reportUnknown('key', key, names, report);
        else {
          const value = decoders[key.value].decode(child, report);
          if (value !== undefined) result[key.value] = value;
        }
      }
      return result;
    },
  };
};

const hasName = <Value extends object>(decoders: Members<Value>, name: unknown): name is keyof Value =>
  typeof name === 'string' && Object.hasOwn(decoders, name);

function reportUnknown(what: string, key: Node, names: readonly string[], report: ReportProblem): void {
  const written = String(key.value);
  report({
    span: spanOfNode(key),
    message: `There is no ${what} “${written}”`,
    help: didYouMean(written, names),
  });
}

/** The key and value nodes of an object; reports what is no object and keys that stand twice. */
export function members(node: Node, report: ReportProblem): readonly (readonly [Node, Node])[] {
  if (node.type !== 'object') {
    report({ span: spanOfNode(node), message: 'This must be an object, in braces' });
    return [];
  }
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap((property): readonly (readonly [Node, Node])[] => {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) return [];
    if (seen.has(key.value))
      report({ span: spanOfNode(key), message: `“${String(key.value)}” stands twice` });
    seen.add(key.value);
    return [[key, value]];
  });
}
