import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../src/check/check.ts';
import type { CheckedFile } from '../../src/check/checked-file.ts';
import { buildGraph } from '../../src/graph/build-graph.ts';
import type { FlowGraph } from '../../src/graph/flow-graph.ts';
import { parse } from '../../src/syntax/parse.ts';

export const examplesFolder = join(import.meta.dirname, '..', '..', 'examples');

/** The paths of all examples, relative to their folder, with `/`. */
export const examplePaths: readonly string[] = readdirSync(examplesFolder, {
  recursive: true,
  encoding: 'utf8',
})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.flow'))
  .sort();

export const textOfExample = (path: string): string => readFileSync(join(examplesFolder, path), 'utf8');

/** Files by path, read and checked together. */
export const checkTexts = (texts: ReadonlyMap<string, string>): ReadonlyMap<string, CheckedFile> =>
  check(new Map([...texts].map(([path, text]) => [path, parse({ path, text })])));

export const graphsOf = (file: CheckedFile): readonly FlowGraph[] =>
  file.flows.map((flow) => buildGraph(flow).value);
