import type { Scope } from '../check/checked-file.ts';
import type { LanguageWords } from '../language/language-words.ts';
import type { NodeOrigin } from '../model/origin.ts';
import type { EdgeKind, Node, Remarks, Stage, Timing } from '../model/process.ts';
import type { Identifier, Jump } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';

/** Most nodes that a flow may have. */
export const nodeLimit = 20_000;

/** A process while it is made. Only `addNode` and `connect` and their like write to it. */
export interface ProcessDraft {
  readonly scope: Scope;
  readonly language: string;
  readonly words: LanguageWords;
  readonly nodes: DraftNode[];
  readonly edges: DraftEdge[];
  readonly jumps: DraftJump[];
  readonly stages: DraftStage[];
}

/** A node before the whole process is known, which alone can tell ids and lanes. Nodes are known by their index. */
export interface DraftNode extends Identity {
  readonly content: NodeContent;
  readonly written: NodeOrigin;
  readonly hasErrors: boolean;
  /** Index into `stages`. */
  readonly stage: number | undefined;
}

type WithoutPlace<Kind extends Node> = Kind extends Node
  ? Omit<Kind, 'id' | 'named' | 'lane' | 'stage' | 'partner'>
  : never;
export type NodeContent = WithoutPlace<Node>;

/** What a node's id is made from, and for a join the index of the fork, or of the decision, that it closes. */
export interface Identity {
  readonly identifier?: Identifier | undefined;
  /** What is before the number in the id of a node without a name; its kind if nothing is said. */
  readonly idBase?: string;
  readonly fork?: number;
}

export interface DraftStage {
  readonly identifier?: Identifier;
  readonly content: Omit<Stage, 'id' | 'named' | 'parent'>;
  readonly parent?: number;
  readonly span: Span;
}

/** A place from which control is still on its way. `rank` orders the exits of a node, the usual path being 0. */
export interface DraftExit {
  readonly from: number;
  readonly rank: number;
  readonly kind: EdgeKind;
  readonly label?: string;
  readonly probability?: number;
  readonly name?: string;
  readonly timing?: Timing;
  readonly remarks?: Remarks;
  readonly span: Span;
}

export interface DraftEdge {
  readonly exit: DraftExit;
  readonly to: number;
}

/** An edge to a name; or, without exits, a jump that no path reaches. */
export interface DraftJump {
  readonly jump: Jump;
  readonly exits: readonly DraftExit[];
}

/** What a statement stands in: its frame, and whether it belongs to a statement that could not be read whole. */
export interface DraftPlace {
  readonly stage?: number;
  readonly hasErrors: boolean;
}

/** What a node says that has no attributes. */
export const noAttributes = { with: [], to: [], using: [], say: [], notes: [], fields: [] } as const;

/** Adds a node that takes all the exits that come in. */
export function addNode(
  draft: ProcessDraft,
  { stage, hasErrors }: DraftPlace,
  incoming: readonly DraftExit[],
  content: NodeContent,
  written: NodeOrigin,
  identity: Identity = {},
): number {
  const to = draft.nodes.length;
  draft.nodes.push({ ...identity, stage, hasErrors, content, written });
  for (const exit of incoming) draft.edges.push({ exit, to });
  return to;
}

/** The plain way out of a node. */
export const nextExit = (draft: ProcessDraft, from: number, more: Partial<DraftExit> = {}): DraftExit => ({
  from,
  rank: 0,
  kind: 'next',
  span: draft.nodes[from]?.written.head ?? { start: 0, end: 0 },
  ...more,
});

/** True once a flow has more nodes than it may have: what follows is not read, as nothing will be drawn. */
export const isFull = (draft: ProcessDraft): boolean => draft.nodes.length > nodeLimit;
