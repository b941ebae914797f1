import { type Diagnostic, languageError, type Staged } from './diagnostic/diagnostic.ts';
import { type LayoutOptions, layoutFlow } from './layout/layout-flow.ts';
import type { Built } from './model/built.ts';
import { type RenderOptions, renderSvg } from './render/render-svg.ts';
import { createSession } from './session/session.ts';
import { sessionInput } from './session/session-input.ts';
import type { Source } from './text/source.ts';

export interface DrawOptions {
  readonly layout: LayoutOptions;
  readonly render: RenderOptions;
}

/**
 * The shortest use of a session: texts → processes → drawings → pictures. One SVG for each flow, in the order of
 * files and flows.
 */
export async function compile(
  sources: readonly Source[],
  options: DrawOptions,
): Promise<Staged<readonly string[]>> {
  const input = sessionInput(sources);
  const session = createSession(input);
  const pictures = await Promise.all(
    input.paths.flatMap((path) => session.built(path)).map((built) => draw(built, options)),
  );
  return {
    value: pictures.flatMap(({ value }) => value ?? []),
    diagnostics: [
      ...input.paths.flatMap((path) => session.languageErrors(path)),
      ...pictures.flatMap(({ diagnostics }) => diagnostics),
    ],
  };
}

/**
 * Process → drawing → picture: an SVG document; none, and `limit-exceeded`, where the flow takes too long to lay out.
 */
export async function draw(
  { process, origin }: Pick<Built, 'process' | 'origin'>,
  options: DrawOptions,
): Promise<Staged<string | undefined>> {
  const { value: drawing, failure } = await layoutFlow(process, options.layout);
  const diagnostics: readonly Diagnostic[] =
    failure === undefined
      ? []
      : [languageError('limit-exceeded', origin.flow, failure.message, { help: failure.help })];
  return { value: drawing && renderSvg(drawing, options.render), diagnostics };
}
