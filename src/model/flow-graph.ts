import type { SymbolName } from '../syntax/ast.ts';
import type { Duration } from '../language/duration.ts';
import type { Span } from '../text/span.ts';

/**
 * A flow as a directed graph (the intermediate representation, section 4 of the language). Nodes stand in document
 * order; edges in the order of the nodes they leave, the first of each being the one that goes on with the usual path.
 */
export interface FlowGraph {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  /** The span of the flow's id, for findings about the flow as a whole. */
  readonly span: Span;
  /** BCP 47, as written; `en` where unset. */
  readonly language: string;
  readonly direction: 'down' | 'right';
  readonly properties: FlowProperties;
  /** Everyone who owns a node: the customer first, then in order of declaration, then in order of first use. */
  readonly owners: readonly Owner[];
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly stages: readonly StageFrame[];
  /** Where control is still on its way when the flow is over: the missing end states. */
  readonly openExits: readonly OpenExit[];
  /** Exits by a jump whose target is not there (an error of its own): for the analyses they lead anywhere. */
  readonly lostExits?: readonly OpenExit[];
  /** Jumps that stand behind a closed path, so that they have no edge. */
  readonly unreachedJumps?: readonly UnreachedJump[];
}

export interface FlowProperties {
  readonly department?: string;
  readonly purpose?: string;
  readonly owner?: string;
  readonly version?: string;
  readonly reviewed?: { readonly date: string; readonly every?: Duration };
  readonly audience: readonly string[];
  readonly promise?: Duration;
}

export interface Owner {
  readonly id: string;
  readonly label: string;
  readonly kind: 'customer' | 'role' | 'system';
}

export const nodeKinds = [
  'touchpoint',
  'step',
  'wait',
  'escalate',
  'call',
  'transfer',
  'decision',
  'fork',
  'join',
  'end',
] as const;
export type NodeKind = (typeof nodeKinds)[number];

/**
 * One symbol of the chart. `id` is the name given to it or, for a node without a name, made from its kind and order
 * (`step-3`); unique in its flow, stable under edits elsewhere where that is possible.
 */
export interface FlowNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** True where the user gave it an id, so that it can be a target. */
  readonly named: boolean;
  /** The head of the statement that made it, and its name or label in there: where findings point. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** Made from a statement that could not be read whole: rules hold it for right and for leading everywhere. */
  readonly recovered: boolean;
  /** Who does it, as written with `by` (for `escalate`: with `to`). */
  readonly owner?: string;
  /** For `escalate`: who hands it up. */
  readonly handedUpBy?: string;
  /** Who stands for it in a swimlane chart: its owner, or that of the step before it. Unset where no node has an owner. */
  readonly lane?: string;
  readonly stage?: string;
  readonly with: readonly string[];
  /** Whom it informs or who gets it; for `escalate`, the first is its owner. */
  readonly to: readonly string[];
  readonly using: readonly string[];
  readonly within?: Duration;
  readonly takes: readonly Duration[];
  readonly symbol?: SymbolName;
  readonly say: readonly string[];
  readonly notes: readonly string[];
  readonly link?: string;
  /** For `call` and `transfer`: the flow, and the file that declares it where it was found. */
  readonly flow?: { readonly id: string; readonly path?: string };
  /** For a touchpoint: the requests that come in here. */
  readonly requests: readonly string[];
  /** For an end. */
  readonly outcome?: 'success' | 'failure';
  /** For a decision: an `if`, a `choose`, or the counting decision that `max` makes, with its number. */
  readonly decision?: { readonly kind: 'if' | 'choose' } | { readonly kind: 'retry'; readonly max: number };
  /** For a fork and its join: the id of the other one. */
  readonly partner?: string;
}

export const edgeKinds = ['next', 'yes', 'no', 'when', 'otherwise', 'problem', 'timeout', 'retry'] as const;
export type EdgeKind = (typeof edgeKinds)[number];

export interface FlowEdge {
  /** `from>to`, with `#2` … behind it for the second of the kind. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** What is written on the line, in the flow's language. */
  readonly label?: string;
  /** 0 to 1. */
  readonly probability?: number;
  /** True where it was written as `-> id`. */
  readonly jump: boolean;
  /** The jump, the branch or the statement that made it. */
  readonly span: Span;
}

/** An edge that leads nowhere. */
export interface OpenExit {
  readonly from: string;
  readonly kind: EdgeKind;
  readonly label?: string;
  readonly probability?: number;
  readonly span: Span;
}

/** `to` is the id of the node to which it would lead. */
export interface UnreachedJump {
  readonly to: string;
  readonly span: Span;
}

/** A phase of the work: a frame around nodes. Frames may stand in frames. Their ids are not those of nodes. */
export interface StageFrame {
  readonly id: string;
  readonly label: string;
  readonly parent?: string;
  readonly span: Span;
}
