import type { Handover } from '../analysis/endless-circles.ts';
import type { FlowSummary } from '../analysis/flow-summary.ts';
import type { StuckCalls } from '../analysis/stuck-calls.ts';
import type { CheckedFile, CheckedFlow } from '../check/checked-file.ts';
import type { FlowPart } from '../check/parts-of-flow.ts';
import type { Digraph } from '../graph/digraph.ts';
import type { Reached } from '../graph/reach.ts';
import type { Built } from '../model/built.ts';
import type { OpenExit } from '../model/gaps.ts';
import type { Edge, FlowRef, Node, Participant, Process } from '../model/process.ts';
import type { Span } from '../text/span.ts';
import type { NameUse } from './name-uses.ts';
import type { UsedDeclarations } from './used-declarations.ts';
import type { UsesOfFile } from './uses-of-file.ts';

/** All files that are judged together. */
export interface ProjectContext {
  /** `2026-11-21`. */
  readonly today: string;
  files(): readonly FileContext[];
  flows(): readonly FlowContext[];
  /** What a call or transfer leads to, where it is among the files. */
  flowAt(flow: FlowRef | undefined): FlowContext | undefined;
  /** The flows that call this one, or hand over to it. */
  callersOf(flow: Process): readonly Process[];
  /** False only for a flow of which is certain that a call of it never comes back. */
  comesBack(flow: FlowRef | undefined): boolean;
  /** The calls that never come back though something stands after them. */
  stuckCalls(): StuckCalls;
  /** Circles of flows that hand a case round for ever, each by the flow to report it in. */
  endlessCircles(): ReadonlyMap<FlowContext, readonly Handover[]>;
  usedDeclarations(): UsedDeclarations;
  /** What is known of a called flow; nothing where it is not among the files, or is being summarised. */
  summaryOf(flow: FlowRef | undefined): FlowSummary | undefined;
}

/** What file rules see. */
export interface FileContext {
  readonly path: string;
  readonly text: string;
  readonly checked: CheckedFile;
  readonly project: ProjectContext;
  flows(): readonly FlowContext[];
  nameUses(): readonly NameUse[];
  uses(): UsesOfFile;
}

/**
 * What flow rules see: one flow, what is known of the others, and the analyses that several rules need, each made once.
 * Nodes are named by their index. A node that leads anywhere was made from a broken statement, or jumps to a name
 * that is none: what comes of it is another error's business.
 */
export interface FlowContext extends Built {
  readonly checked: CheckedFlow;
  readonly file: FileContext;
  readonly project: ProjectContext;
  readonly shape: Digraph;
  node(index: number): Node;
  edge(index: number): Edge;
  indexOf(id: string): number;
  /** The head of the statement that made a node: from its word to its last attribute. */
  headSpan(node: Pick<Node, 'id'>): Span;
  /** The name or label of a node: where findings point. */
  nameSpan(node: Pick<Node, 'id'>): Span;
  /** The jump, branch or statement that made an edge or an open exit. */
  exitSpan(exit: Pick<Edge | OpenExit, 'id'>): Span;
  /** True for a node made from a statement with errors. */
  hasErrors(node: Pick<Node, 'id'>): boolean;
  leadsAnywhere(index: number): boolean;
  /** All touchpoints; the first node too where the flow has none, or others call it. */
  readonly entries: readonly number[];
  /** From the entries; every node in a flow of which a part leads anywhere. */
  reached(): Reached;
  /** Where a path is over as it should be: an end, a transfer, the call of a flow that doesn't come back. */
  isEnd(index: number): boolean;
  /** True where a path can stop: at an end, but also at a missing one, or where it leads anywhere. */
  canStop(index: number): boolean;
  /** Nodes from which a path can stop. */
  finishing(): Reached;
  /** What can be gone round again and again among the nodes that are reached. */
  loops(): readonly (readonly number[])[];
  /** The ways out of a node, those that lead to nothing among them. */
  exits(index: number): readonly (Edge | OpenExit)[];
  /** What was written for a node. */
  item(index: number): FlowPart['item'] | undefined;
  /** How an owner is called; the name itself where nobody declared it. */
  ownerLabel(id: string): string;
  ownerKind(id: string): Participant['kind'];
}
