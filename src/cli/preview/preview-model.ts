import { type FlowShown, keepLastGood } from '../../preview/last-good.ts';
import type { Picture, PreviewState } from '../../preview/messages.ts';
import { createPictureMaker, type DrawPicture, drawingName } from '../../preview/picture-maker.ts';
import { fingerprint } from '../../render/metadata.ts';
import type { DrawWishes } from '../build/draw-settings.ts';
import { createProjectMemory } from '../project-memory.ts';
import { reportFailure } from '../report-failure.ts';
import type { Shell } from '../shell.ts';
import { sourceReader } from '../start/read-source.ts';
import { UsageError } from '../usage-error.ts';
import type { EditorLink } from './editor-link.ts';
import { knownThemes } from './known-themes.ts';
import { type FlowsNow, type PreviewedFile, readFlows } from './read-flows.ts';

/** What a preview shows: the last that could be read, the last good chart of each flow. */
export interface PreviewModel {
  /** Reads everything again. Throws a `UsageError` only the first time; later that becomes part of the state. */
  refresh(shell: Shell): Promise<void>;
  state(): PreviewState;
  /** A picture by its name in the state; undefined where there is none of that name now, or soon: `superseded`. */
  picture(name: string): Promise<Picture | 'superseded' | undefined>;
  /** The text of a file that is shown, by its path in the state. */
  source(file: string): string | undefined;
}

const failed = 'flowc has failed; the terminal says how';

interface ShownPicture {
  readonly make: () => Promise<Picture>;
  readonly superseded: AbortSignal;
}

/** `draw` draws what is looked at. */
export function previewModel(
  shell: Shell,
  names: readonly string[],
  wishes: DrawWishes,
  editor: EditorLink,
  draw: DrawPicture,
): PreviewModel {
  const maker = createPictureMaker(draw, knownThemes(shell));
  const memory = createProjectMemory(sourceReader(shell.environment), true);
  let now: FlowsNow | undefined;
  let shown: readonly FlowShown[] = [];
  let files = new Map<string, PreviewedFile>();
  let problem: string | undefined;
  let pictures = new Map<string, ShownPicture>();
  /** Stops what is drawn for them, by its name: for when nothing of the kind is shown any more. */
  let drawings = new Map<string, AbortController>();
  let state: PreviewState = { flows: [], findings: [] };

  const stateNow = (before: ReadonlyMap<string, AbortController>): PreviewState => ({
    flows: shown.flatMap((flow) => {
      const file = files.get(flow.path);
      if (file === undefined) return [];
      const drawing = drawingName(flow.process, file.settings);
      const superseded = before.get(drawing) ?? new AbortController();
      drawings.set(drawing, superseded);
      const picture = pictureName(drawing, flow);
      pictures.set(picture, {
        superseded: superseded.signal,
        make: async () => ({
          ...(await maker.picture(flow.process, file.settings, superseded.signal)),
          nodes: flow.nodes,
        }),
      });
      const address = editor(file.absolutePath, flow.line, 1);
      return [
        {
          key: flow.key,
          title: flow.process.title,
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
        const read = await readFlows(recorded, names, wishes, editor, memory);
        now = read;
        problem = undefined;
        const isBroken = (path: string): boolean => read.files.get(path)?.isBroken ?? false;
        shown = keepLastGood(shown, read.flows, isBroken);
        files = new Map([...files, ...read.files]);
      } catch (error) {
        if (before === undefined) throw error;
        reportFailure(shell, error);
        problem = error instanceof UsageError ? error.message : failed;
        shown = shown.map((flow) => ({ ...flow, state: flow.state === 'current' ? 'outdated' : flow.state }));
      }
      const earlier = drawings;
      drawings = new Map();
      pictures = new Map();
      state = stateNow(earlier);
      for (const [drawing, superseded] of earlier) if (!drawings.has(drawing)) superseded.abort();
    },
    state: () => state,
    async picture(name) {
      const picture = pictures.get(name);
      try {
        return await picture?.make();
      } catch (error) {
        if (picture?.superseded.aborted === true) return 'superseded';
        reportFailure(shell, error);
        return { problem: failed, nodes: {} };
      }
    },
    source: (file) => now?.files.get(file)?.text,
  };
}

/** Equal for pictures of which everything is alike, the places of their nodes included. */
const pictureName = (drawing: string, { nodes }: FlowShown): string =>
  fingerprint(drawing, JSON.stringify(nodes));
