import { EOF } from 'chevrotain';
import type { Lookahead } from './recovering-parser.ts';
import { Identifier, vocabulary } from './token-types.ts';

/** The tokens at which each way of a choice is taken, for each choice of a rule: see lookahead.ts. */
type Choices = Readonly<Record<number, readonly (readonly string[])[]>>;

/** Makes of them what chevrotain asks at each choice. */
export function readLookahead(choices: Choices): Record<number, Lookahead> {
  const read: Record<number, Lookahead> = {};
  for (const [key, ways] of Object.entries(choices))
    read[Number(key)] = Number(key) >> choiceBits === alternation ? alternativeOf(ways) : goesIn(ways);
  return read;
}

/** Chevrotain's numbers: the kind of a choice, and below it eight bits to tell it from others in the rule. */
const choiceBits = 8;
const alternation = 1;

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
