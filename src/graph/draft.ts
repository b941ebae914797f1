import type { Scope } from '../check/checked-file.ts';
import type { Identifier, Jump } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import type { EdgeKind, FlowNode } from './flow-graph.ts';
import type { LanguageWords } from './words/language-words.ts';

/** Most nodes that a flow may have. */
export const nodeLimit = 20_000;

/** A graph while it is made. Only `addNode` and `connect` and their like write to it. */
export interface Draft {
  readonly scope: Scope;
  readonly language: string;
  readonly words: LanguageWords;
  readonly nodes: DraftNode[];
  readonly edges: DraftEdge[];
  readonly jumps: DraftJump[];
  readonly stages: DraftStage[];
}

/** A node without what only the whole graph can tell: ids, lanes. Nodes are known by their index. */
export interface DraftNode
  extends Omit<FlowNode, 'id' | 'named' | 'lane' | 'stage' | 'partner' | 'with' | 'to' | 'using' | 'takes'>,
    Partial<Pick<FlowNode, 'with' | 'to' | 'using' | 'takes'>> {
  /** What is before the number in the id of a node without a name; its kind unless told. */
  readonly idBase?: string;
  readonly identifier?: Identifier;
  /** Index into `stages`. */
  readonly stage?: number;
  /** For a join: the index of its fork. */
  readonly fork?: number;
}

export interface DraftStage {
  readonly identifier?: Identifier;
  readonly label: string;
  readonly parent?: number;
  readonly span: Span;
}

/** A place from which control is still on its way. `rank` orders the exits of a node, the usual path being 0. */
export interface Exit {
  readonly from: number;
  readonly rank: number;
  readonly kind: EdgeKind;
  readonly label?: string;
  readonly probability?: number;
  readonly span: Span;
}

export interface DraftEdge {
  readonly exit: Exit;
  readonly to: number;
}

/** An edge to a name; or, without exits, a jump that no path reaches. */
export interface DraftJump {
  readonly jump: Jump;
  readonly exits: readonly Exit[];
}

/** Where a statement stands: its frame, and whether it belongs to a statement that could not be read whole. */
export interface Place {
  readonly stage?: number;
  readonly recovered: boolean;
}

/** What is not said of a node is empty. */
type NewNode = Omit<DraftNode, 'say' | 'notes' | 'requests' | 'recovered' | 'stage'> &
  Partial<Pick<DraftNode, 'say' | 'notes' | 'requests'>>;

/** Adds a node that takes all the exits that come in. */
export function addNode(draft: Draft, place: Place, incoming: readonly Exit[], node: NewNode): number {
  const index = draft.nodes.length;
  draft.nodes.push({
    say: [],
    notes: [],
    requests: [],
    ...node,
    recovered: place.recovered,
    ...(place.stage === undefined ? {} : { stage: place.stage }),
  });
  for (const exit of incoming) draft.edges.push({ exit, to: index });
  return index;
}

/** The plain way out of a node. */
export const nextExit = (draft: Draft, from: number, more: Partial<Exit> = {}): Exit => ({
  from,
  rank: 0,
  kind: 'next',
  span: draft.nodes[from]?.span ?? { start: 0, end: 0 },
  ...more,
});

/** True once a flow has more nodes than it may have: what follows is not read, as nothing will be drawn. */
export const isFull = (draft: Draft): boolean => draft.nodes.length > nodeLimit;
