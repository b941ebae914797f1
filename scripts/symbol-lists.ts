// The places outside of the sources where the words behind `as` are listed. `npm run generate` writes them.

import { symbols, symbolWords } from '../src/shapes/all-shapes.ts';

const grammarLine = `symbol     = ${symbols.map((word) => `"${word}"`).join(' | ')} ;`;
const [last, ...others] = symbolWords.map(({ known }) => known).reverse();

interface SymbolList {
  readonly path: string;
  /** What stands there, whichever the symbols were. */
  readonly find: RegExp;
  readonly text: string;
}

const lists: readonly SymbolList[] = [
  { path: 'grammar/flow.ebnf', find: /^symbol += .*$/m, text: grammarLine },
  { path: 'docs/language.md', find: /^symbol += .*$/m, text: grammarLine },
  {
    path: 'docs/language.md',
    find: /(?<=\| process \(box\); `as` picks ).*?(?= \|)/,
    text: `${others.reverse().join(', ')} or ${last}`,
  },
  {
    path: 'src/output/flow-graph.schema.json',
    find: /(?<="symbol": \{\n {10}"enum": \[\n)[^\]]*(?=\n {10}\])/,
    text: symbols.map((word) => `            "${word}"`).join(',\n'),
  },
];

/** The files with such lists: how each is to read, from how it reads. Throws where a list is not found. */
export const symbolLists = (read: (path: string) => string): Readonly<Record<string, string>> => {
  const texts: Record<string, string> = {};
  for (const { path, find, text } of lists) {
    const before = texts[path] ?? read(path);
    if (!find.test(before)) throw new Error(`${path} has no list of symbols any more`);
    texts[path] = before.replace(find, () => text);
  }
  return texts;
};
