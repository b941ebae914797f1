import type { Staged } from './diagnostic/diagnostic.ts';
import type { FlowGraph } from './model/flow-graph.ts';
import { type LayoutOptions, layoutFlow } from './layout/layout-flow.ts';
import { type RenderOptions, renderSvg } from './render/render-svg.ts';
import { parse } from './syntax/parse.ts';
import type { Source } from './text/source.ts';
import { understand } from './understand.ts';

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

/** Graph → drawing → picture: an SVG document; none where the flow could not be laid out. */
export async function draw(graph: FlowGraph, options: DrawOptions): Promise<Staged<string | undefined>> {
  const { value: drawing, diagnostics } = await layoutFlow(graph, options.layout);
  return { value: drawing && renderSvg(drawing, options.render), diagnostics };
}
