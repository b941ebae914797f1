import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordLists } from '../../scripts/word-lists.ts';
import { nodeShape } from '../../src/layout/node-shape.ts';
import { shapeNamed, shapeNames, shapeOfSymbol, symbols, symbolWords } from '../../src/shapes/all-shapes.ts';
import { processOf } from '../build/process-of.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the symbols', () => {
  it('have names and words of their own, each found by it', () => {
    expect(new Set(shapeNames).size).toBe(shapeNames.length);
    expect(new Set(symbols).size).toBe(symbols.length);
    for (const name of shapeNames) expect(shapeNamed(name).name).toBe(name);
    for (const word of symbols) expect(shapeNamed(shapeOfSymbol(word)).as?.word).toBe(word);
  });

  it.each(symbolWords)('“as $word” is explained by an example that draws it', ({ word, example }) => {
    const { nodes } = processOf(`touchpoint in\n${example}\nend`);
    expect(nodes.map(nodeShape)).toContain(shapeOfSymbol(word));
  });

  it('are listed in the grammar, the guide and the schema as `npm run generate` writes them', () => {
    const lists = wordLists(read);
    expect(Object.keys(lists)).toEqual(
      expect.arrayContaining(['grammar/flow.ebnf', 'docs/language.md', 'src/output/flow-graph.schema.json']),
    );
    for (const [path, text] of Object.entries(lists)) expect(text, path).toBe(read(path));
  });
});
