import fc from 'fast-check';
import type { FlowGraph } from '../src/model/flow-graph.ts';
import { checkTexts, examplePaths, graphsOf, textOfExample } from './examples/example-files.ts';
import { flowText } from './generate-flow.ts';
import { graphOf } from './build/process-of.ts';

/** The flows of all examples. */
export const exampleGraphs = (): readonly FlowGraph[] =>
  [...checkTexts(new Map(examplePaths.map((path) => [path, textOfExample(path)]))).values()].flatMap(
    graphsOf,
  );

/** How many random flows the corpus has. */
export const randomFlows = 110;

/** What pictures are judged by, the same at every time: the examples, and random flows of 8 to 60 nodes. */
export const corpus = (): readonly FlowGraph[] => [
  ...exampleGraphs(),
  ...[6, 9]
    .flatMap((size) =>
      fc.sample(flowText({ size, languages: ['en', 'el', 'zh'] }), {
        numRuns: 4 * randomFlows,
        seed: 4711 + size,
      }),
    )
    .map(graphOf)
    .filter(({ nodes }) => nodes.length >= 8 && nodes.length <= 60)
    .slice(0, randomFlows),
];
