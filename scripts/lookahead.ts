import { EOF, type TokenType } from 'chevrotain';
import { type Lookahead, lookaheadsOf } from '../src/syntax/chevrotain-internals.ts';
import { Grammar } from '../src/syntax/grammar.ts';
import { Identifier, vocabulary } from '../src/syntax/token-types.ts';

/**
 * What chevrotain works out of the grammar, as `src/syntax/lookahead.ts`: found by asking it what it does at every
 * token.
 */
export function lookaheadText(parser = new Grammar({ prepared: false })): string {
  const rules = Object.entries(lookaheadsOf(parser))
    .map(([rule, choices]) => {
      const lines = Object.entries(choices).map(([key, choice]) => `    ${key}: ${written(choice)},\n`);
      return `  ${rule}: {\n${lines.join('')}  },\n`;
    })
    .join('');
  return `${head}${rules}};\n`;
}

const head = `// Written by \`npm run generate\`: what chevrotain works out of the grammar.
// biome-ignore-all format: data

/**
 * For each rule and each choice in it, as chevrotain numbers them, the tokens at which each way is taken, in the
 * order of the ways. Two tokens where one does not tell. \`Identifier\` stands for all words that may be a name, but
 * for those named.
 */
export const lookahead: Readonly<Record<string, Readonly<Record<number, readonly (readonly string[])[]>>>> = {
`;

function written(choice: Lookahead): string {
  const ways: string[][] = [];
  const add = (way: number | undefined, name: string): void => {
    if (way === undefined) return;
    while (ways.length <= way) ways.push([]);
    ways[way]?.push(name);
  };
  const wayAt = (first: TokenType, second: TokenType): number | undefined => {
    const tokens = [first, second];
    // As chevrotain calls it: on a parser that stands before these tokens.
    const way = choice.call({ LA_FAST: (ahead) => tokens[ahead - 1] ?? EOF }, []);
    return way === true ? 0 : way === false ? undefined : way;
  };
  const types = [...vocabulary, EOF];
  for (const first of types) {
    const found = types.map((second) => wayAt(first, second));
    const [one] = found;
    if (found.every((way) => way === one)) {
      const isUsual = first.CATEGORIES?.includes(Identifier) === true && wayAt(Identifier, EOF) === one;
      if (!isUsual) add(one, first.name);
    } else for (const [index, way] of found.entries()) add(way, `${first.name} ${types[index]?.name}`);
  }
  return `[${ways.map((names) => `[${names.map((name) => `'${name}'`).join(', ')}]`).join(', ')}]`;
}
