import { describe, expect, it } from 'vitest';
import { collectionOf } from '../../src/model/collection.ts';
import { parse } from '../../src/syntax/parse.ts';
import { writeCollection } from '../../src/write/collection-text.ts';
import type { WriteOptions } from '../../src/write/flow-text.ts';
import { examplePaths, textOfExample } from '../examples/example-files.ts';
import { compareProcesses } from './compare-processes.ts';
import { readProcesses } from './read-processes.ts';
import { errorsOf } from './round-trip.ts';

const texts = new Map(examplePaths.map((path) => [path, textOfExample(path)]));
const files = readProcesses(texts);
const among = collectionOf([...files.values()].flatMap(({ processes }) => processes));

/** A file of the examples, written with the names that its author gave, and read in the author's place. */
function rewritten(path: string) {
  const file = files.get(path);
  if (file === undefined) throw new Error(path);
  const options = { names: 'keep', among, declarations: 'again' } as const;
  const written = writeCollection(file.processes, { ...options, gaps: file.gaps });
  const again = readProcesses(new Map([...texts, [path, written.value]])).get(path);
  if (again === undefined) throw new Error(path);
  const twice = writeCollection(again.processes, { ...options, gaps: again.gaps });
  return { file, written, again, twice };
}

/** How many arrows to a name stand in a text. */
function jumpsIn(text: string): number {
  let jumps = 0;
  const stack: unknown[] = [parse({ path: 'flow.flow', text }).document];
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    if ('kind' in part && part.kind === 'jump') jumps += 1;
    stack.push(...Object.values(part).filter((each) => each !== undefined));
  }
  return jumps;
}

describe.each(examplePaths)('%s', (path) => {
  it('is the same process when it is written and read again, told about in nothing', () => {
    const { file, written, again } = rewritten(path);
    expect(written.diagnostics).toEqual([]);
    expect(errorsOf(again)).toEqual([]);
    expect(again.processes).toHaveLength(file.processes.length);
    for (const [at, process] of file.processes.entries()) {
      const read = again.processes[at];
      expect(read).toBeDefined();
      if (read !== undefined)
        expect(
          compareProcesses(
            { process, openExits: file.gaps(process).openExits },
            { process: read, openExits: again.gaps(read).openExits },
          ),
        ).toEqual([]);
    }
  });

  it('keeps the names that its author gave', () => {
    const { file, again } = rewritten(path);
    const names = (processes: typeof file.processes): ReadonlySet<string> =>
      new Set(processes.flatMap(({ nodes }) => nodes.flatMap(({ named, id }) => (named ? [id] : []))));
    const after = names(again.processes);
    expect([...names(file.processes)].filter((name) => !after.has(name))).toEqual([]);
  });

  it('needs no more arrows to names than its author did, and no empty block', () => {
    const { written } = rewritten(path);
    expect(jumpsIn(written.value)).toBeLessThanOrEqual(jumpsIn(textOfExample(path)));
    expect(written.value).not.toMatch(/\{\s*\}/);
  });

  it('is the same text when it is written once more', () => {
    const { written, twice } = rewritten(path);
    expect(twice.value).toBe(written.value);
  });
});

describe('all examples together', () => {
  const sum = (of: (path: string) => string): number =>
    examplePaths.reduce((total, path) => total + jumpsIn(of(path)), 0);
  const written = (path: string, options: WriteOptions): string => {
    const file = files.get(path);
    return file === undefined
      ? ''
      : writeCollection(file.processes, { ...options, among, gaps: file.gaps }).value;
  };

  it('need 122 arrows to names where their authors wrote 144, with the same names', () => {
    expect(sum(textOfExample)).toBe(144);
    expect(sum((path) => rewritten(path).written.value)).toBeLessThanOrEqual(122);
  });

  it('need 122 where only what is jumped to has a name, and 105 where a block may be empty', () => {
    expect(sum((path) => written(path, {}))).toBeLessThanOrEqual(122);
    expect(sum((path) => written(path, { emptyBlocks: true }))).toBeLessThanOrEqual(105);
  });
});
