import type { Attribute, Percent } from '../syntax/ast.ts';
import type { Source } from '../text/source.ts';
import { textOf } from './format-literal.ts';

/**
 * The one order of what is said behind a name: how often, who, with what, how long, and last what is long and is read
 * by itself.
 */
const order = [
  'percent',
  'for',
  'by',
  'with',
  'outcome',
  'to',
  'using',
  'as',
  'within',
  'until',
  'takes',
  'stops',
  'each',
  'accountable',
  'volume',
  'say',
  'note',
  'link',
  'field',
] as const satisfies readonly Said['kind'][];

/** An attribute, or a percentage among attributes. */
export type Said = Attribute | (Percent & { readonly kind: 'percent' });

const rankOf: ReadonlyMap<string, number> = new Map(order.map((kind, rank) => [kind, rank]));

/** Attributes and a percentage as they stand in the source. */
export const asWritten = (
  attributes: readonly Attribute[],
  percent: Percent | undefined,
): readonly Said[] => [
  ...attributes.filter(({ span }) => percent === undefined || span.start < percent.span.start),
  ...(percent === undefined ? [] : [{ kind: 'percent' as const, ...percent }]),
  ...attributes.filter(({ span }) => percent !== undefined && span.start > percent.span.start),
];

/** All of it in the one order; those of one kind stay as they stand. */
export const inOneOrder = (all: readonly Said[]): readonly Said[] =>
  all
    .map((each, place) => ({ each, place }))
    .sort((a, b) => rankFor(a.each) - rankFor(b.each) || a.place - b.place)
    .map(({ each }) => each);

const rankFor = ({ kind }: Said): number => rankOf.get(kind) ?? 0;

/** Whether nothing but space stands between them, so that they can change places and nothing is lost. */
export const areFree = (source: Source, all: readonly Said[]): boolean =>
  all.every((each, at) => {
    const before = all[at - 1];
    const between = before && textOf(source, { start: before.span.end, end: each.span.start });
    return between === undefined || /^\s*$/.test(between);
  });
