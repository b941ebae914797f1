import type { Duration } from '../language/duration.ts';
import type { SymbolName } from '../shapes/all-shapes.ts';
import type { AtLevel, Field, Limited, ProcessProperties } from './process-properties.ts';

/**
 * A process as a directed graph of what is done: the one model between everything. Reading makes it from text and
 * importers from other formats; layout, exports, documents and analyses read it. It knows no place in a text (`Origin`)
 * and no pixel. Nodes stand in document order; edges in the order of the nodes they leave, the first of each going on
 * with the usual path.
 */
export interface Process {
  /** The name of the flow: unique in its file. */
  readonly id: string;
  /** The file that declares it, as in `Source.path`; relative links of its nodes lead from there. */
  readonly path: string;
  readonly title: string;
  /** A BCP 47 tag as written; `en` where nothing was. */
  readonly language: string;
  readonly direction: 'down' | 'right';
  readonly properties: ProcessProperties;
  readonly declarations: Declarations;
  /**
   * Everyone who owns a node: the customer first, then parties, then all others in order of declaration and first
   * use.
   */
  readonly owners: readonly Participant[];
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly stages: readonly Stage[];
}

/**
 * What is named in a process, with labels: all that it declares itself, in that order, then what it names and another
 * flow of its file or of a `use`d one declares, then what nobody declares, each in order of first use.
 */
export interface Declarations {
  readonly roles: readonly Participant[];
  /** Owners outside of the house. */
  readonly parties: readonly Participant[];
  readonly systems: readonly Participant[];
  readonly requests: readonly Named[];
  readonly terms: readonly Term[];
  /** Priorities or plans by which limits differ. */
  readonly levels: readonly Named[];
}

/** What something that is named gets its label from: this flow, another one, or only its name. */
export type Declared = 'here' | 'elsewhere' | 'nowhere';

export interface Named {
  readonly id: string;
  readonly label: string;
  readonly declared: Declared;
}

/** Who can own a node. `customer` is there without a declaration. */
export interface Participant extends Named {
  readonly kind: 'customer' | 'role' | 'system' | 'party';
  /** How many there are. */
  readonly staff?: number;
}

/** A word and what it means. The word need not be a name: `term "gold card" "…"`. */
export interface Term {
  readonly word: string;
  readonly meaning: string;
  readonly declared: Declared;
}

interface NodeBase {
  /**
   * The name given to it or, for a node without one, made from its kind and order (`step-3`); unique in its process.
   */
  readonly id: string;
  readonly label: string;
  /** True where it has a name of its own, so that it can be a target. */
  readonly named: boolean;
  /** Who does it; for an escalation, to whom it goes. */
  readonly owner?: string;
  /**
   * Who stands for it in a swimlane chart: its owner, or that of the step before it. Unset where no node has an owner.
   */
  readonly lane?: string;
  readonly stage?: string;
  readonly with: readonly string[];
  /** Whom it informs or who gets it; for an escalation, the first is its owner. */
  readonly to: readonly string[];
  readonly using: readonly string[];
  readonly say: readonly string[];
  readonly notes: readonly string[];
  readonly link?: string;
  readonly fields: readonly Field[];
}

/** What may be said of anything that a person looks at. */
export type Remarks = Pick<NodeBase, 'say' | 'notes' | 'link' | 'fields'>;

/** Work: the longest that it may take, and the one to three values that it usually does. */
interface Timed extends Limited {
  readonly takes: readonly Duration[];
  readonly takesByLevel: readonly AtLevel<readonly Duration[]>[];
  /** Who answers for it: the A of RACI. */
  readonly accountable?: string;
  /** Done once for each of these. */
  readonly each?: string;
  /** True where this time is not counted against promises. */
  readonly stopsClock?: true;
}

/** When something beside the work is done: again and again, or once. */
export interface Timing {
  readonly kind: 'every' | 'after';
  readonly duration?: Duration;
  readonly byLevel: readonly AtLevel<Duration>[];
}

/** A flow that is called or transferred to, and the file that declares it where it was found. */
export interface FlowRef {
  readonly id: string;
  readonly path?: string;
}

export interface Touchpoint extends NodeBase {
  readonly kind: 'touchpoint';
  /** The requests that come in here. */
  readonly requests: readonly string[];
  /** How many cases come in here in a time. */
  readonly volume?: { readonly count: number; readonly per: Duration };
}
/** What may happen wherever the case is, in its stage or in the flow: it has no incoming edge. */
export interface Anytime extends NodeBase {
  readonly kind: 'anytime';
  /** How many of the cases, 0 to 1. */
  readonly probability?: number;
}
/** What is done when a limit in its stage, or in the flow, has passed that has no timeout: no incoming edge. */
export interface Late extends NodeBase {
  readonly kind: 'late';
}
/** What is done beside the work of its stage, or of the flow, until that is over: no incoming edge. */
export interface Meanwhile extends NodeBase {
  readonly kind: 'meanwhile';
  /** What it is called, where it has a name; its label says when it is done, too. */
  readonly name?: string;
  readonly timing: Timing;
}
export interface Step extends NodeBase, Timed {
  readonly kind: 'step';
  readonly symbol?: SymbolName;
}
export interface Wait extends NodeBase, Timed {
  readonly kind: 'wait';
  readonly symbol?: SymbolName;
  /** The moment at which it is over, in words. */
  readonly until?: string;
}
export interface Escalation extends NodeBase, Timed {
  readonly kind: 'escalate';
  readonly symbol?: SymbolName;
  readonly handedUpBy?: string;
}
export interface Call extends NodeBase, Timed {
  readonly kind: 'call';
  readonly symbol?: SymbolName;
  readonly flow: FlowRef;
}
export interface Transfer extends NodeBase {
  readonly kind: 'transfer';
  readonly flow: FlowRef;
}
export interface Decision extends NodeBase {
  readonly kind: 'decision';
  /** An `if`, a `choose`, or the counting decision that `max` makes, with its number. */
  readonly decision: { readonly kind: 'if' | 'choose' } | { readonly kind: 'retry'; readonly max: number };
  /** True where every answer that applies is taken, and the id of the join at which they come together. */
  readonly several?: true;
  readonly partner?: string;
}
/** The bar at which what is done at the same time begins, and the one at which it comes together. */
export interface Fork extends NodeBase {
  readonly kind: 'fork';
  /** The id of its join; unset where every branch ends by itself. */
  readonly partner?: string;
  /** True where the first branch that is done ends the others. */
  readonly first?: true;
}
export interface Join extends NodeBase {
  readonly kind: 'join';
  /** The id of its fork, or of the decision whose answers come together here. */
  readonly partner: string;
  readonly first?: true;
}
export interface End extends NodeBase {
  readonly kind: 'end';
  readonly outcome?: 'success' | 'failure';
}

/** One symbol of the chart. */
export type Node =
  | Touchpoint
  | Anytime
  | Late
  | Meanwhile
  | Step
  | Wait
  | Escalation
  | Call
  | Transfer
  | Decision
  | Fork
  | Join
  | End;
export const nodeKinds = [
  'touchpoint',
  'anytime',
  'late',
  'meanwhile',
  'step',
  'wait',
  'escalate',
  'call',
  'transfer',
  'decision',
  'fork',
  'join',
  'end',
] as const satisfies readonly Node['kind'][];
export type NodeKind = Node['kind'];

/** A node that is work, or waiting for it: what may have a limit and exceptions. */
export type Activity = Step | Wait | Escalation | Call;

export const edgeKinds = [
  'next',
  'yes',
  'no',
  'when',
  'otherwise',
  'problem',
  'timeout',
  'meanwhile',
  'retry',
] as const;
export type EdgeKind = (typeof edgeKinds)[number];

export interface Edge {
  /** `from>to`, with `#2` … behind it for the second of the kind. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** What is written on the line, in the process's language. */
  readonly label?: string;
  /** 0 to 1. */
  readonly probability?: number;
  /** The name of a `timeout` or `meanwhile`, where it has one. */
  readonly name?: string;
  /** When a `meanwhile` is done. */
  readonly timing?: Timing;
  /** What is said of an answer. */
  readonly remarks?: Remarks;
  /** True where it was written as `-> id`. */
  readonly jump: boolean;
}

/** A phase of the work: a frame around nodes. Frames may stand in frames. Their ids are not those of nodes. */
export interface Stage extends Limited, Remarks {
  readonly id: string;
  readonly label: string;
  /** True where it has a name of its own, so that whoever writes it again can keep that. */
  readonly named: boolean;
  readonly parent?: string;
  /** Who answers for the phase. */
  readonly owner?: string;
  readonly accountable?: string;
  readonly with: readonly string[];
  readonly using: readonly string[];
  /** Done once for each of these. */
  readonly each?: string;
}
