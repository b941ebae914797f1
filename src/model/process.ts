import type { Duration } from '../language/duration.ts';
import type { SymbolName } from '../shapes/all-shapes.ts';

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
  /** Everyone who owns a node: the customer first, then in order of declaration, then in order of first use. */
  readonly owners: readonly Participant[];
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly stages: readonly Stage[];
}

export interface ProcessProperties {
  readonly department?: string;
  readonly purpose?: string;
  readonly owner?: string;
  readonly version?: string;
  /** Dates as `2026-11-21`. */
  readonly reviewed?: { readonly date: string; readonly every?: Duration };
  readonly audience: readonly string[];
  readonly promise?: Duration;
}

/**
 * What is named in a process, with labels: all that it declares itself, in that order, then what it names and another
 * flow of its file or of a `use`d one declares, then what nobody declares, each in order of first use.
 */
export interface Declarations {
  readonly roles: readonly Participant[];
  readonly systems: readonly Participant[];
  readonly requests: readonly Named[];
  readonly terms: readonly Term[];
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
  readonly kind: 'customer' | 'role' | 'system';
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
}

/** What work takes: the longest that it may, and the one to three values that it usually does. */
interface Timed {
  readonly within?: Duration;
  readonly takes: readonly Duration[];
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
}
export interface Step extends NodeBase, Timed {
  readonly kind: 'step';
  readonly symbol?: SymbolName;
}
export interface Wait extends NodeBase, Timed {
  readonly kind: 'wait';
  readonly symbol?: SymbolName;
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
}
/** The bar at which what is done at the same time begins, and the one at which it comes together. */
export interface Fork extends NodeBase {
  readonly kind: 'fork';
  /** The id of its join. */
  readonly partner: string;
}
export interface Join extends NodeBase {
  readonly kind: 'join';
  /** The id of its fork. */
  readonly partner: string;
}
export interface End extends NodeBase {
  readonly kind: 'end';
  readonly outcome?: 'success' | 'failure';
}

/** One symbol of the chart. */
export type Node = Touchpoint | Step | Wait | Escalation | Call | Transfer | Decision | Fork | Join | End;
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
] as const satisfies readonly Node['kind'][];
export type NodeKind = Node['kind'];

/** A node that is work, or waiting for it: what may have a limit and exceptions. */
export type Activity = Step | Wait | Escalation | Call;

export const edgeKinds = ['next', 'yes', 'no', 'when', 'otherwise', 'problem', 'timeout', 'retry'] as const;
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
  /** True where it was written as `-> id`. */
  readonly jump: boolean;
}

/** A phase of the work: a frame around nodes. Frames may stand in frames. Their ids are not those of nodes. */
export interface Stage {
  readonly id: string;
  readonly label: string;
  /** True where it has a name of its own, so that whoever writes it again can keep that. */
  readonly named: boolean;
  readonly parent?: string;
}
