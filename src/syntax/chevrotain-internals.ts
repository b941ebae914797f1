import { EOF } from 'chevrotain';
import { lookahead } from './lookahead.ts';
import { Identifier, vocabulary } from './token-types.ts';

/*
 * All that flowc knows of chevrotain beyond what its types promise, for the version that package.json pins: the fields
 * in which a parser keeps what it found out about its grammar, and how it numbers the choices in a rule.
 * `tests/syntax/chevrotain-internals.test.ts` says which of it is gone after an update. flowc would still read right
 * without them, only later: the grammar is worked out then.
 */

/** Tells which way to take, by the tokens ahead: the number of an alternative, or whether to go in at all. */
export type Lookahead = (
  this: { LA_FAST(ahead: number): { readonly tokenTypeIdx?: number } },
  alternatives: readonly unknown[],
) => number | boolean | undefined;

/** The private fields of chevrotain's parsers. */
interface Internals {
  /** The number of each rule. */
  readonly fullRuleNameToShort: Readonly<Record<string, number>>;
  /** By the number of a rule and of a choice in it. */
  readonly lookAheadFuncsCache: Record<number, Record<number, Lookahead>>;
  /** A parser whose grammar was not worked out refuses to read. */
  selfAnalysisDone: boolean;
}

const kinds: Readonly<Record<keyof Internals, string>> = {
  fullRuleNameToShort: 'object',
  lookAheadFuncsCache: 'object',
  selfAnalysisDone: 'boolean',
};

/** The names of the private fields that a parser of chevrotain has no more, or of another kind. */
export const missingInternals = (parser: object): readonly string[] => {
  const fields = new Map<string, unknown>(Object.entries(parser));
  return Object.entries(kinds).flatMap(([name, kind]) => (typeof fields.get(name) === kind ? [] : [name]));
};

const hasInternals = (parser: object): parser is Internals => missingInternals(parser).length === 0;

/**
 * Does in place of chevrotain's `performSelfAnalysis`, which takes longer than to read a usual file, and whose outcome
 * is always the same: it is kept in `lookahead.ts`. False where chevrotain has changed so that it cannot be done.
 */
export function recallAnalysis(parser: object): boolean {
  if (!hasInternals(parser)) return false;
  parser.selfAnalysisDone = true;
  for (const [rule, choices] of Object.entries(lookahead))
    parser.lookAheadFuncsCache[parser.fullRuleNameToShort[rule] ?? -1] = readLookahead(choices);
  return true;
}

/** What a parser asks at its choices, by rule and choice: as chevrotain found it out, where it did. */
export function lookaheadsOf(parser: object): Readonly<Record<string, Readonly<Record<number, Lookahead>>>> {
  if (!hasInternals(parser)) return {};
  return Object.fromEntries(
    Object.entries(parser.fullRuleNameToShort).flatMap(([rule, short]) => {
      const found = parser.lookAheadFuncsCache[short];
      return found === undefined ? [] : [[rule, { ...found }]];
    }),
  );
}

/** The number of a choice says of what kind it is, and in its lower eight bits which one of that kind in its rule. */
const isAlternation = (choice: number): boolean => choice >> 8 === 1;

/** The tokens at which each way of a choice is taken, for each choice of a rule: see lookahead.ts. */
type Choices = Readonly<Record<number, readonly (readonly string[])[]>>;

/** Makes of them what chevrotain asks at each choice. */
function readLookahead(choices: Choices): Record<number, Lookahead> {
  const read: Record<number, Lookahead> = {};
  for (const [key, ways] of Object.entries(choices))
    read[Number(key)] = isAlternation(Number(key)) ? alternativeOf(ways) : goesIn(ways);
  return read;
}

function alternativeOf(ways: readonly (readonly string[])[]): Lookahead {
  const wayAt: (number | undefined)[] = [];
  ways.forEach((names, way) => {
    for (const name of names) wayAt[indexOf(name)] ??= way;
  });
  const usual = wayAt[Identifier.tokenTypeIdx ?? -1];
  for (const index of Identifier.categoryMatches ?? []) wayAt[index] ??= usual;
  return function () {
    return wayAt[this.LA_FAST(1).tokenTypeIdx ?? -1];
  };
}

function goesIn([names = []]: readonly (readonly string[])[]): Lookahead {
  const wayAt = alternativeOf([names.filter((name) => !name.includes(' '))]);
  const pairs = names.map((name) => name.split(' ').map(indexOf)).filter(({ length }) => length === 2);
  return pairs.length === 0
    ? function () {
        return wayAt.call(this, []) === 0;
      }
    : function () {
        const [one, two] = [this.LA_FAST(1).tokenTypeIdx, this.LA_FAST(2).tokenTypeIdx];
        return wayAt.call(this, []) === 0 || pairs.some(([first, second]) => first === one && second === two);
      };
}

const indexOf = (name: string): number => indexes.get(name) ?? -1;

const indexes: ReadonlyMap<string, number> = new Map(
  [...vocabulary, EOF].map(({ name, tokenTypeIdx = -1 }) => [name, tokenTypeIdx]),
);
