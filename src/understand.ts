import { check } from './check/check.ts';
import type { CheckedFile } from './check/checked-file.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { buildGraph } from './build/build-process.ts';
import type { FlowGraph } from './model/flow-graph.ts';
import type { ParsedFile } from './syntax/parsed-file.ts';

/** A file that went from text to graphs, with every error of the language in it. */
export interface UnderstoodFile {
  readonly checked: CheckedFile;
  /** The graph of each of its flows, in order. */
  readonly graphs: readonly FlowGraph[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The middle of the pipeline: tree → names → graphs, all that it takes to judge a flow without drawing it. `files` are all files of the project by `Source.path`, those that are only `use`d included. `beside` are paths of files that are there and were not read.
 */
export function understand(
  files: ReadonlyMap<string, ParsedFile>,
  beside: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, UnderstoodFile> {
  return new Map(
    [...check(files, beside)].map(([path, checked]) => {
      const graphs = checked.flows.map(buildGraph);
      return [
        path,
        {
          checked,
          graphs: graphs.map(({ value }) => value),
          diagnostics: [...checked.diagnostics, ...graphs.flatMap(({ diagnostics }) => diagnostics)],
        },
      ];
    }),
  );
}
