import { check } from './check/check.ts';
import type { CheckedFile } from './check/checked-file.ts';
import type { Diagnostic, Staged } from './diagnostic/diagnostic.ts';
import { buildGraph } from './graph/build-graph.ts';
import type { FlowGraph } from './graph/flow-graph.ts';
import { type LayoutOptions, layoutFlow } from './layout/layout-flow.ts';
import { type RenderOptions, renderSvg } from './render/render-svg.ts';
import { parse } from './syntax/parse.ts';
import type { ParsedFile } from './syntax/parsed-file.ts';
import type { Source } from './text/source.ts';

/** A file that went from text to graphs, with every error of the language in it. */
export interface UnderstoodFile {
  readonly checked: CheckedFile;
  /** The graph of each of its flows, in order. */
  readonly graphs: readonly FlowGraph[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface DrawOptions {
  readonly layout: LayoutOptions;
  readonly render: RenderOptions;
}

/** The pipeline: text → tree → names → graphs → drawings → pictures. One SVG for each flow, in the order of files and flows. */
export async function compile(
  sources: readonly Source[],
  options: DrawOptions,
): Promise<Staged<readonly string[]>> {
  const parsed = new Map(sources.map((source) => [source.path, parse(source)]));
  const understood = [...understand(parsed).values()];
  const pictures = await Promise.all(
    understood.flatMap(({ graphs }) => graphs).map((graph) => draw(graph, options)),
  );
  return {
    value: pictures.flatMap(({ value }) => value ?? []),
    diagnostics: [...understood, ...pictures].flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Tree → names → graphs. `files` are all files of the project by `Source.path`, those that are only `use`d included. */
export function understand(files: ReadonlyMap<string, ParsedFile>): ReadonlyMap<string, UnderstoodFile> {
  return new Map(
    [...check(files)].map(([path, checked]) => {
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

/** Graph → drawing → picture: an SVG document; none where the flow could not be laid out. */
export async function draw(graph: FlowGraph, options: DrawOptions): Promise<Staged<string | undefined>> {
  const { value: drawing, diagnostics } = await layoutFlow(graph, options.layout);
  return { value: drawing && renderSvg(drawing, options.render), diagnostics };
}
