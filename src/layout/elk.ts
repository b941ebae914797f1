/**
 * The door to elkjs. Its layered algorithm runs in the thread that loads it, without timers: only the end of the
 * thread stops it.
 */

export interface ElkPort {
  readonly id: string;
  readonly width: 0;
  readonly height: 0;
  readonly layoutOptions: Readonly<Record<string, string>>;
}

/** A node, or a frame with others in it: such a one has no size before it is placed. */
export interface ElkNode {
  readonly id: string;
  readonly width?: number;
  readonly height?: number;
  readonly ports?: readonly ElkPort[];
  /** What stands beside it and needs room, px. ELK gives none to a label without a text. */
  readonly labels?: readonly { readonly text: string; readonly width: number; readonly height: number }[];
  readonly children?: readonly ElkNode[];
  readonly layoutOptions: Readonly<Record<string, string>>;
}

export interface ElkEdge {
  readonly id: string;
  readonly sources: readonly [string];
  readonly targets: readonly [string];
  readonly layoutOptions: Readonly<Record<string, string>>;
}

export interface ElkGraph {
  readonly id: string;
  readonly layoutOptions: Readonly<Record<string, string>>;
  readonly children: readonly ElkNode[];
  readonly edges: readonly ElkEdge[];
}

export interface ElkPoint {
  readonly x: number;
  readonly y: number;
}

export interface ElkPlacedNode extends ElkPoint {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly children?: readonly ElkPlacedNode[];
}

/** What ELK adds to a graph that it has placed: px from the top left corner. */
export interface ElkResult {
  readonly children: readonly ElkPlacedNode[];
  readonly edges: readonly {
    readonly id: string;
    readonly sections?: readonly {
      readonly startPoint: ElkPoint;
      readonly bendPoints?: readonly ElkPoint[];
      readonly endPoint: ElkPoint;
    }[];
  }[];
}

/** Places a graph, or gives undefined where ELK gives up. */
export type RunElk = (graph: ElkGraph) => ElkResult | undefined;

/** How a graph came back from a thread in which ELK was to place it. */
export type ElkAnswer =
  | { readonly kind: 'placed'; readonly result: ElkResult }
  | { readonly kind: 'gave-up' }
  | { readonly kind: 'time-is-up' };

/** Has a graph placed where a layout that takes too long can be ended; the shells give it to the layout. */
export type PlaceByElk = (graph: ElkGraph) => Promise<ElkAnswer>;

interface ElkWorker {
  onmessage: (message: { readonly data: { readonly data?: unknown; readonly error?: unknown } }) => void;
  readonly dispatcher: { dispatch(message: { readonly data: object }): void };
}

/** Loads ELK. It is over a megabyte of code: load it once, and only when there is something for it to do. */
export async function loadElk(): Promise<RunElk> {
  const module: { readonly default: { readonly Worker: new () => ElkWorker } } = await import(
    // @ts-expect-error elkjs declares no types for the script of its worker
    'elkjs/lib/elk-worker.min.js'
  );
  const worker = new module.default.Worker();
  let answer: { readonly data?: unknown; readonly error?: unknown } = {};
  worker.onmessage = (message) => {
    answer = message.data;
  };
  worker.dispatcher.dispatch({ data: { id: 0, cmd: 'register', algorithms: ['layered'] } });
  return (graph) => {
    answer = {};
    // ELK writes its results into the graph that it is given.
    try {
      worker.dispatcher.dispatch({
        data: { id: 1, cmd: 'layout', graph: structuredClone(graph), layoutOptions: {}, options: {} },
      });
    } catch {
      // It throws what it did not expect: errors of its own, which nobody but its authors can do anything about.
      return undefined;
    }
    return isResult(answer.data) ? answer.data : undefined;
  };
}

const isResult = (data: unknown): data is ElkResult =>
  typeof data === 'object' && data !== null && 'children' in data && 'edges' in data;
