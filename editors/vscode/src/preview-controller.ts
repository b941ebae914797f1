import { nearestNode } from '../../../src/preview/nearest-node.ts';
import type { PreviewAnswer, PreviewParams } from '../../../src/server/protocol/preview-request.ts';
import type { PanelState, ToPanel } from './panel-messages.ts';

/** Counts from 0, as the protocol does. */
export interface Cursor {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

type Range = PreviewAnswer['nodes'][string]['range'];

/** What the controller needs of the editor. */
export interface PreviewHost {
  /** Throws where it was superseded: by then nobody waits for the answer. */
  ask(params: PreviewParams, superseded: AbortSignal): Promise<PreviewAnswer | null>;
  post(message: ToPanel): void;
  /** Shows a place in the text; the keyboard goes there only with `focus`. */
  reveal(uri: string, range: Range, focus: boolean): void;
  /** Runs once, `delay` ms from now. */
  later(run: () => void, delay: number): void;
}

/** Decides what the panel shows: the chart of the flow at the cursor, the last good one while the text is broken. */
export interface PreviewController {
  cursorMoved(cursor: Cursor): void;
  textChanged(uri: string): void;
  /** The panel is there, or there again, and empty. */
  panelReady(): void;
  nodeChosen(node: string): void;
  nodeFollowed(node: string): void;
  /** The picture on the panel, and what it may be called. */
  picture(): { readonly svg: string; readonly name: string } | undefined;
  forget(uri: string): void;
}

interface Shown {
  readonly uri: string;
  readonly flow: { readonly id: string; readonly title: string };
  readonly svg: string;
  readonly nodes: PreviewAnswer['nodes'];
  readonly state: PanelState;
}

/** While something is asked for. */
interface Asking {
  readonly superseded: AbortController;
  isSlow: boolean;
  /** The text has changed since. */
  isOutdated: boolean;
}

/** Keystrokes that come closer than this, in ms, are drawn together. */
const pause = 25;
/** A chart that takes longer than this, in ms, is given up when the text has changed meanwhile. */
const patience = 500;

export function createPreviewController(host: PreviewHost): PreviewController {
  const good = new Map<string, Shown>();
  let cursor: Cursor | undefined;
  let shown: Shown | undefined;
  let asking: Asking | undefined;
  let isStale = false;
  let isPlanned = false;
  /** Whether the panel says that there is nothing to show. */
  let saysNothing = false;

  const keyOf = ({ uri, flow }: Pick<Shown, 'uri' | 'flow'>): string => `${uri}#${flow.id}`;
  const selected = (): string | undefined => {
    if (shown === undefined || cursor === undefined || shown.uri !== cursor.uri) return undefined;
    const places = Object.fromEntries(
      Object.entries(shown.nodes).map(([id, { range }]) => [
        id,
        { ...fromZero(range.start), end: fromZero(range.end) },
      ]),
    );
    return nearestNode(places, fromZero(cursor), true);
  };
  const post = (): void => {
    saysNothing = shown === undefined;
    if (shown === undefined) host.post({ kind: 'nothing', reason: 'There is no flow at the cursor.' });
    else {
      const { flow, svg, state } = shown;
      host.post({ kind: 'show', flow: keyOf(shown), title: flow.title, svg, state, selected: selected() });
    }
  };
  const show = (next: Shown | undefined): void => {
    const before = shown;
    shown = next;
    if (before === undefined && next === undefined && saysNothing) return;
    if (
      before === undefined ||
      next === undefined ||
      keyOf(before) !== keyOf(next) ||
      before.svg !== next.svg
    )
      post();
    else {
      if (before.state !== next.state) host.post({ kind: 'state', state: next.state });
      host.post({ kind: 'select', selected: selected() });
    }
  };

  const understand = async (asked: Cursor, superseded: AbortSignal): Promise<Shown | undefined> => {
    const { uri } = asked;
    const params = { textDocument: { uri }, position: { line: asked.line, character: asked.character } };
    const answer = await host.ask(params, superseded);
    // While a flow is written its head may be broken: then nothing is known of it, and the last picture stays.
    if (answer === null) return shown?.uri === uri ? { ...shown, state: 'outdated' } : undefined;
    const key = keyOf({ uri, flow: answer.flow });
    if (answer.isWhole && answer.svg !== undefined) {
      const next: Shown = { uri, flow: answer.flow, svg: answer.svg, nodes: answer.nodes, state: 'current' };
      good.delete(key);
      good.set(key, next);
      return next;
    }
    const last = good.get(key);
    if (last !== undefined) return { ...last, state: 'outdated' };
    const draft = await host.ask({ ...params, incomplete: true }, superseded);
    if (draft?.svg === undefined) return shown?.uri === uri ? { ...shown, state: 'outdated' } : undefined;
    return { uri, flow: draft.flow, svg: draft.svg, nodes: draft.nodes, state: 'incomplete' };
  };

  const refresh = async (): Promise<void> => {
    if (asking !== undefined) {
      isStale = true;
      return;
    }
    const asked = cursor;
    if (asked === undefined) {
      post();
      return;
    }
    do {
      isStale = false;
      await askOnce(cursor ?? asked);
    } while (isStale);
  };
  const askOnce = async (now: Cursor): Promise<void> => {
    const superseded = new AbortController();
    const own: Asking = { superseded, isSlow: false, isOutdated: false };
    asking = own;
    host.later(() => {
      own.isSlow = true;
      giveUpWhatIsSlow();
    }, patience);
    try {
      const next = await understand(now, superseded.signal);
      if (!isStale || cursor?.uri === now.uri) show(next);
    } catch {
      // It was superseded; or the server is starting, or was restarted: then the next keystroke asks again.
    } finally {
      asking = undefined;
    }
  };
  const giveUpWhatIsSlow = (): void => {
    if (asking?.isSlow === true && asking.isOutdated) asking.superseded.abort();
  };
  const plan = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    host.later(() => {
      isPlanned = false;
      void refresh();
    }, pause);
  };

  return {
    cursorMoved(next) {
      cursor = next;
      plan();
    },
    textChanged(uri) {
      // Another file may hold what this one uses.
      if (uri !== cursor?.uri && shown === undefined) return;
      if (asking !== undefined) asking.isOutdated = true;
      giveUpWhatIsSlow();
      plan();
    },
    panelReady() {
      saysNothing = false;
      if (shown !== undefined) post();
      plan();
    },
    nodeChosen(node) {
      const place = shown?.nodes[node];
      if (shown !== undefined && place !== undefined) host.reveal(shown.uri, place.range, false);
    },
    nodeFollowed(node) {
      const place = shown?.nodes[node];
      if (shown === undefined || place === undefined) return;
      const { uri, range } = place.flow ?? { uri: shown.uri, range: place.range };
      host.reveal(uri, range, true);
    },
    picture: () => shown && { svg: shown.svg, name: shown.flow.id },
    forget(uri) {
      for (const [key, { uri: of }] of good) if (of === uri) good.delete(key);
    },
  };
}

const fromZero = ({ line, character }: { readonly line: number; readonly character: number }) => ({
  line: line + 1,
  column: character + 1,
});
