import type { Span } from '../text/span.ts';

/** The places in its text where each part of a process was written: spans by id. */
export interface Origin {
  /** The flow's name: where findings about the flow as a whole point. */
  readonly flow: Span;
  readonly nodes: ReadonlyMap<string, NodeOrigin>;
  /** Edges and open exits: the jump, the branch or the statement that made each. */
  readonly edges: ReadonlyMap<string, Span>;
  readonly stages: ReadonlyMap<string, Span>;
  /** Jumps that stand behind a closed path, so that they have no edge. */
  readonly unreachedJumps: readonly UnreachedJump[];
}

/** The head of the statement that made a node, and its name or label in there: where findings point. */
export interface NodeOrigin {
  readonly head: Span;
  readonly name: Span;
}

/** `to` is the id of the node to which it would lead. */
export interface UnreachedJump {
  readonly to: string;
  readonly span: Span;
}
