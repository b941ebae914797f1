import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  type Position,
  type Range,
  RequestType,
  ResponseError,
  type TextDocumentIdentifier,
} from 'vscode-languageserver/node';
import { chosenShow, usualShow } from '../../layout/show.ts';
import type { DrawPicture, PictureMaker, PictureSettings } from '../../preview/picture-maker.ts';
import { flowPreview } from '../features/preview.ts';
import type { Workspace } from '../workspace.ts';
import type { Translator } from './translator.ts';
import { pathOfUri } from './uri.ts';

export interface PreviewParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The cursor: the flow that it is in is drawn. */
  readonly position: Position;
  /** Draw what could be read, too, where errors stand in the way: for someone who has no picture to keep. */
  readonly incomplete?: boolean;
}

/** What `flowc/preview` answers; null where the file holds no flow. */
export interface PreviewAnswer {
  readonly flow: { readonly id: string; readonly title: string };
  /** False where errors stand in the way. Then there is a picture only where it was asked for. */
  readonly isWhole: boolean;
  /** An SVG document. */
  readonly svg?: string;
  /** Why there is none, where the flow is too large. */
  readonly problem?: string;
  /**
   * The place that each node of the picture comes from, by its `data-id`, and the beginning of the flow that it leads
   * to.
   */
  readonly nodes: Readonly<
    Record<string, { readonly range: Range; readonly flow?: { readonly uri: string; readonly range: Range } }>
  >;
}

const previewRequest = new RequestType<PreviewParams, PreviewAnswer | null, void>('flowc/preview');

/**
 * Answers `flowc/preview`, flowc's own request: the chart of the flow at a place. Nothing for it is loaded before it
 * comes.
 */
export function answerPreview(
  connection: Connection,
  workspace: Workspace,
  to: Translator,
  draw: DrawPicture,
): void {
  let maker: Promise<PictureMaker> | undefined;
  connection.onRequest(
    previewRequest,
    async (
      { textDocument, position, incomplete },
      token,
    ): Promise<PreviewAnswer | ResponseError<void> | null> => {
      const path = pathOfUri(textDocument.uri);
      const snapshot = workspace.snapshot();
      const preview = flowPreview(snapshot, path, to.offset(path, position));
      if (preview === undefined) return null;
      const { process, isWhole } = preview;
      // Ranges belong to the text as it is now, so they are made before anything is waited for.
      const nodes = Object.fromEntries(
        preview.nodes.map(({ id, span, flow }) => [
          id,
          { range: to.range(path, span), ...(flow === undefined ? {} : { flow: to.location(flow) }) },
        ]),
      );
      const configured = snapshot.configurations.of(path);
      const { direction, lanes, layout, theme = 'standard', colours } = configured;
      const show = chosenShow(configured.show ?? usualShow);
      const settings: PictureSettings = {
        theme,
        colours,
        ...(direction === undefined ? {} : { direction }),
        ...(lanes === undefined ? {} : { lanes }),
        ...(show === undefined ? {} : { show }),
        ...(layout === 'elk' ? { layout } : {}),
      };
      const answer = { flow: { id: process.id, title: process.title }, isWhole, nodes };
      if (!isWhole && incomplete !== true) return answer;
      maker ??= createMaker(draw);
      const superseded = signalOf(token);
      try {
        return { ...answer, ...(await (await maker).picture(process, settings, superseded)) };
      } catch (error) {
        if (!superseded.aborted) throw error;
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'nobody waits for it any more');
      }
    },
  );
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

async function createMaker(draw: DrawPicture): Promise<PictureMaker> {
  const [{ createPictureMaker }, { customTheme }, { themes }, { standard }] = await Promise.all([
    import('../../preview/picture-maker.ts'),
    import('../../render/theme/custom-theme.ts'),
    import('../../render/theme/themes.ts'),
    import('../../render/theme/standard.ts'),
  ]);
  // What is wrong with colours is reported in the configuration.
  return createPictureMaker(
    draw,
    ({ theme, colours }) => customTheme(themes.find(({ name }) => name === theme) ?? standard, colours).value,
  );
}
