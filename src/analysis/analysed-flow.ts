import type { Digraph } from '../graph/digraph.ts';
import type { Reached } from '../graph/reach.ts';
import type { TotalTime } from '../language/total-time.ts';
import type { WorkingHours } from '../language/working-time.ts';
import type { Gaps, OpenExit } from '../model/gaps.ts';
import type { Edge, FlowRef, Node, Participant, Process, Stage } from '../model/process.ts';
import type { CaseLevel } from './level-limits.ts';

/** A process to analyse, and what is missing in it. */
export interface AnalysisInput {
  readonly process: Process;
  readonly gaps: Gaps;
}

/**
 * Processes that call each other, with what several analyses need of all of them, each worked out once, when asked for.
 */
export interface AnalysedCollection {
  flows(): readonly AnalysedFlow[];
  /** What a call or transfer leads to, where it is among them; the first of several with one name and file. */
  flowAt(flow: FlowRef | undefined): AnalysedFlow | undefined;
  /** The view of one of these very processes. */
  analysisOf(process: Process): AnalysedFlow | undefined;
  /** The flows that call this one, or hand over to it. */
  callersOf(flow: FlowRef): readonly Process[];
  /** False only for a flow of which is certain that a call of it never comes back. */
  comesBack(flow: FlowRef | undefined): boolean;
  /** The calls that never come back though something stands after them. */
  stuckCalls(): StuckCalls;
  /** Circles of flows that hand a case round for ever, each by the flow to report it in. */
  endlessCircles(): ReadonlyMap<Process, readonly CircleStep[]>;
  /** What is known of a called flow; nothing where it is not among them, or is being summarised. */
  summaryOf(flow: FlowRef | undefined): FlowSummary | undefined;
}

/**
 * One process as analyses see it: its shape, and the answers that several of them need, each worked out once. Nodes and
 * edges are named by their index. A node that leads anywhere was made from a broken statement, or jumps to a name that
 * is none: what comes of it is nobody's to judge.
 */
export interface AnalysedFlow extends AnalysisInput {
  readonly collection: AnalysedCollection;
  /** All of its nodes and edges. */
  readonly shape: Digraph;
  /**
   * The ways that a case goes: without edges to what is done meanwhile, and with those from a limit that has passed to
   * what is done `late`, whose numbers come behind those of the process.
   */
  readonly ways: Digraph;
  /** True for what is done meanwhile, beside the work: it is on no way, and over by itself. */
  isBeside(index: number): boolean;
  node(index: number): Node;
  /** An edge of the process, or one of `ways` that nobody wrote. */
  edge(index: number): Edge;
  /** The index of a node; −1 where there is none of this id. */
  indexOf(id: string): number;
  /** True for a node made from a statement with errors. */
  hasErrors(node: Pick<Node, 'id'>): boolean;
  leadsAnywhere(index: number): boolean;
  /**
   * All touchpoints; the first node too where the flow has none, or others call it; what may happen at any time, and
   * what is done `late` where no limit of the flow leads there.
   */
  readonly entries: readonly number[];
  /** What the entries lead to, and what is done meanwhile; every node in a flow of which a part leads anywhere. */
  reached(): Reached;
  /** True where a path is over as it should be: an end, a transfer, the call of a flow that doesn't come back. */
  isEnd(index: number): boolean;
  /**
   * True where a path can stop: at an end, but also at a missing one, where it leads anywhere, and beside the work.
   */
  canStop(index: number): boolean;
  /** Nodes from which a path can stop. */
  finishing(): Reached;
  /** What can be gone round again and again among the nodes that are reached. */
  loops(): readonly (readonly number[])[];
  /** The ways out of a node that were written, those that lead to nothing among them. */
  exits(index: number): readonly (Edge | OpenExit)[];
  /** The stage with an id and those around it, the innermost first. */
  stagesAround(id: string | undefined): readonly Stage[];
  /** When people work in it: what gives working days and hours their length. */
  hours(): WorkingHours;
  /** Roles unless the process says otherwise. */
  ownerKind(id: string): Participant['kind'];
}

/** The calls to report, by the process that they stand in. */
export type StuckCalls = ReadonlyMap<Process, readonly number[]>;

/** One flow of a circle, and the node at which it hands the case on to the next one. */
export interface CircleStep {
  readonly process: Process;
  readonly at: number;
}

/** What callers of a flow need to know of it. */
export interface FlowSummary {
  /** The longest path by `within`, to wherever it stops, for cases of a level. */
  longestAt(level: CaseLevel): TotalTime;
  /** The levels for which that can differ, and none. */
  readonly levels: readonly CaseLevel[];
  /** True where on every path to its end the customer has been told something since the last work. */
  readonly toldAtEnd: boolean;
  /** True where it can hand the case up, or over to another flow. */
  readonly escalates: boolean;
  /** True where a person can do something in it. */
  readonly hasPerson: boolean;
  /** Who does its first step, and who its last one, in the order of the text; not the customer, and no system. */
  readonly owners?: { readonly first: string; readonly last: string };
}
