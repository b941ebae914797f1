import type { Edge, Node, Participant, Stage } from '../model/process.ts';
import type { ShapeName } from '../shapes/all-shapes.ts';
import type { FittedText } from '../type/fit.ts';
import type { LineMark } from './drawing.ts';

/**
 * A flow made ready for placing: every node has its shape and size, every pair of nodes at most one edge each way, and
 * the loops are known. Nodes and edges are known by their index. Lengths in px.
 */
export interface Chart {
  readonly direction: 'down' | 'right';
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly ChartEdge[];
  /** Indexes of all nodes: each stands after all that lead to it by an edge that does not go back. */
  readonly order: readonly number[];
  /** From left to right (top to bottom where the flow goes right); empty without swimlanes. */
  readonly lanes: readonly ChartLane[];
  /** A frame stands before the frames in it. */
  readonly stages: readonly ChartStage[];
}

export interface ChartNode {
  readonly index: number;
  readonly source: Node;
  readonly shape: ShapeName;
  readonly width: number;
  readonly height: number;
  /** Its label (block 0) and its details, which are set smaller. */
  readonly text: NodeText;
  /** What is said beside it. */
  readonly annotation: LabelText | undefined;
  /** An index into `lanes`; 0 without swimlanes. */
  readonly lane: number;
  /** The other one of a fork and its join. */
  readonly partner: number | undefined;
  /** An index into `stages`. */
  readonly stage: number | undefined;
  /** Indexes into `edges`, in document order. */
  readonly incoming: readonly number[];
  readonly outgoing: readonly number[];
}

/** What stands in a node, its lines with the marks before them. */
export interface NodeText extends FittedText {
  readonly lines: readonly (FittedText['lines'][number] & { readonly mark?: LineMark })[];
}

export interface ChartEdge {
  readonly index: number;
  readonly source: Edge;
  /** Ids of further edges between the same two nodes, which this one stands for. */
  readonly also: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Goes back to something that came before; so does an edge from a node to itself. */
  readonly back: boolean;
  /** The exit by which the eye goes on from `from`: straight along the flow. */
  readonly main: boolean;
  readonly label: LabelText | undefined;
}

/** A label's size, and its lines relative to its top left corner: `x` is their middle, `y` their baseline. */
export interface LabelText {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly {
    readonly text: string;
    readonly width: number;
    readonly x: number;
    readonly y: number;
    readonly rightToLeft: boolean;
    readonly mark?: LineMark;
    /** In px, where it is not that of the whole text. */
    readonly size?: number;
  }[];
}

export interface ChartLane {
  readonly source: Participant;
  /**
   * The header in lines as short as may be, then in longer ones, down to a single line: for lanes that have the room.
   */
  readonly headers: readonly [LabelText, ...LabelText[]];
}

export interface ChartStage {
  readonly source: Stage;
  readonly title: LabelText;
  readonly parent: number | undefined;
  /** 0 for the outermost. */
  readonly depth: number;
}
