import fc from 'fast-check';
import type { Process } from '../src/model/process.ts';
import { processOf } from './build/process-of.ts';
import { checkTexts, examplePaths, processesOf, textOfExample } from './examples/example-files.ts';
import { asInVersion1, flowText } from './generate-flow.ts';

/** The flows of all examples. */
export const exampleGraphs = (): readonly Process[] =>
  [...checkTexts(new Map(examplePaths.map((path) => [path, textOfExample(path)]))).values()].flatMap(
    processesOf,
  );

/** How many random flows the corpus has. */
export const randomFlows = 110;

/** What pictures are judged by, the same at every time: the examples, and random flows of 8 to 60 nodes. */
export const corpus = (): readonly Process[] => [
  ...exampleGraphs(),
  ...[6, 9]
    .flatMap((size) =>
      fc.sample(flowText({ ...asInVersion1, size, languages: ['en', 'el', 'zh'] }), {
        numRuns: 4 * randomFlows,
        seed: 4711 + size,
      }),
    )
    .map(processOf)
    .filter(({ nodes }) => nodes.length >= 8 && nodes.length <= 60)
    .slice(0, randomFlows),
];
