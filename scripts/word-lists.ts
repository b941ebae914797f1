// The places outside of the sources where words are listed that a room knows. `npm run generate` writes them.

import { showParts, usualShow } from '../src/layout/show.ts';
import { outputFormats } from '../src/output/registry.ts';
import { symbols, symbolWords } from '../src/shapes/all-shapes.ts';

const grammarLine = `symbol     = ${symbols.map((word) => `"${word}"`).join(' | ')} ;`;

/** Words as a sentence names them: “a, b or c”. */
const either = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' or ');

const quoted = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

interface WordList {
  readonly path: string;
  /** What stands there, whichever the words were. */
  readonly find: RegExp;
  readonly text: string;
}

const lists: readonly WordList[] = [
  { path: 'grammar/flow.ebnf', find: /^symbol += .*$/m, text: grammarLine },
  { path: 'docs/language.md', find: /^symbol += .*$/m, text: grammarLine },
  {
    path: 'docs/language.md',
    find: /(?<=\| process \(box\); `as` picks ).*?(?= \|)/,
    text: either(symbolWords.map(({ known }) => known)),
  },
  {
    path: 'src/output/flow-graph.schema.json',
    find: /(?<="symbol": \{\n {10}"enum": \[\n)[^\]]*(?=\n {10}\])/,
    text: symbols.map((word) => `            "${word}"`).join(',\n'),
  },
  {
    path: 'README.md',
    find: /(?<=\| draws the charts, each beside its flow or into `--out`, as ).*?(?=;)/,
    text: either(outputFormats.map((name) => name.toUpperCase())),
  },
  {
    path: 'docs/configuration.md',
    find: /(?<=\| what `flowc build` writes \| a list of ).*?(?= \|)/,
    text: quoted(outputFormats),
  },
  {
    path: 'docs/configuration.md',
    find: /(?<=\| what charts say beside the work \| a list of ).*?(?= \|)/,
    text: `${quoted(showParts)}; by default ${quoted(usualShow)}, an empty one for nothing`,
  },
];

/** The files with such lists: how each is to read, from how it reads. Throws where a list is not found. */
export const wordLists = (read: (path: string) => string): Readonly<Record<string, string>> => {
  const texts: Record<string, string> = {};
  for (const { path, find, text } of lists) {
    const before = texts[path] ?? read(path);
    if (!find.test(before)) throw new Error(`${path} has no list any more at ${find}`);
    texts[path] = before.replace(find, () => text);
  }
  return texts;
};
