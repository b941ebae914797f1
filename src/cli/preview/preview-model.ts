import { type FlowShown, keepLastGood } from '../../preview/last-good.ts';
import type { Picture, PreviewState } from '../../preview/messages.ts';
import { drawingName, pictureMaker } from '../../preview/picture-maker.ts';
import { fingerprint } from '../../render/metadata.ts';
import type { DrawSettings, DrawWishes } from '../build/draw-settings.ts';
import { fontFiles } from '../font-files.ts';
import { reportFailure } from '../report-failure.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import type { EditorLink } from './editor-link.ts';
import { knownThemes } from './known-themes.ts';
import { type FlowsNow, type PreviewedFile, readFlows } from './read-flows.ts';

/** What a preview shows: the last that could be read, the last good chart of each flow. */
export interface PreviewModel {
  /** Reads everything anew. Throws a `UsageError` only the first time; later that becomes part of the state. */
  refresh(shell: Shell): Promise<void>;
  state(): PreviewState;
  /** A picture by its name in the state; undefined where there is none of that name now. */
  picture(name: string): Promise<Picture | undefined>;
  /** The text of a file that is shown, by its path in the state. */
  source(file: string): string | undefined;
}

export function previewModel(
  shell: Shell,
  names: readonly string[],
  wishes: DrawWishes,
  editor: EditorLink,
): PreviewModel {
  const maker = pictureMaker({
    fonts: async () => fontFiles,
    theme: knownThemes(shell),
    now: () => performance.now(),
  });
  let now: FlowsNow | undefined;
  let shown: readonly FlowShown[] = [];
  let files = new Map<string, PreviewedFile>();
  let problem: string | undefined;
  let pictures = new Map<string, () => Promise<Picture>>();
  let state: PreviewState = { flows: [], findings: [] };

  const stateNow = (): PreviewState => ({
    flows: shown.flatMap((flow) => {
      const file = files.get(flow.path);
      if (file === undefined) return [];
      const picture = pictureName(flow, file.settings);
      pictures.set(picture, async () => ({
        ...(await maker.picture(flow.graph, file.settings)),
        nodes: flow.nodes,
      }));
      const address = editor(file.absolutePath, flow.line, 1);
      return [
        {
          key: flow.key,
          title: flow.graph.title,
          file: flow.path,
          line: flow.line,
          state: flow.state,
          picture,
          ...(address === undefined ? {} : { editor: address }),
        },
      ];
    }),
    findings: now?.findings ?? [],
    ...(problem === undefined ? {} : { problem }),
  });

  return {
    async refresh(recorded) {
      const before = now;
      try {
        const read = await readFlows(recorded, names, wishes, editor);
        now = read;
        problem = undefined;
        const isBroken = (path: string): boolean => read.files.get(path)?.isBroken ?? false;
        shown = keepLastGood(shown, read.flows, isBroken);
        files = new Map([...files, ...read.files]);
      } catch (error) {
        if (before === undefined) throw error;
        reportFailure(shell, error);
        problem = error instanceof UsageError ? error.message : 'flowc has failed; the terminal says how';
        shown = shown.map((flow) => ({ ...flow, state: flow.state === 'current' ? 'outdated' : flow.state }));
      }
      pictures = new Map();
      state = stateNow();
    },
    state: () => state,
    picture: async (name) => pictures.get(name)?.(),
    source: (file) => now?.files.get(file)?.text,
  };
}

/** The same for pictures of which everything is alike, the places of their nodes included. */
const pictureName = ({ graph, nodes }: FlowShown, settings: DrawSettings): string =>
  fingerprint(drawingName(graph, settings), JSON.stringify(nodes));
