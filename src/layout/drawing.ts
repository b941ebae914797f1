import type { EdgeKind, NodeKind } from '../model/process.ts';
import type { ShapeName } from '../shapes/all-shapes.ts';
import type { Box, Point, Side } from '../shapes/geometry.ts';

/** A chart with every place decided: plain data in px. What draws it measures nothing. */
export interface Drawing {
  readonly flow: string;
  readonly title: string;
  /** What the chart is about, for those who hear it read. */
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  readonly rightToLeft: boolean;
  readonly direction: 'down' | 'right';
  readonly width: number;
  readonly height: number;
  /** The sheet that it is a page for, in mm, and which one of how many; unset for a picture of its own size. */
  readonly paper?: {
    readonly width: number;
    readonly height: number;
    readonly page: number;
    readonly pages: number;
  };
  readonly heading: readonly TextLine[];
  readonly lanes: readonly DrawnLane[];
  readonly stages: readonly DrawnStage[];
  readonly nodes: readonly DrawnNode[];
  readonly annotations: readonly DrawnAnnotation[];
  readonly edges: readonly DrawnEdge[];
  /** What reaches over a part of the chart, beside it. */
  readonly brackets: readonly DrawnBracket[];
  /** What stands below the chart. */
  readonly list?: DrawnList;
}

/** The roles that text plays; a theme gives each its colour and weight. */
export type TextRole =
  | 'title'
  | 'subtitle'
  | 'label'
  | 'detail'
  | 'edge-label'
  | 'lane'
  | 'stage'
  | 'annotation';

/**
 * One line of text, measured and broken already: alone it is ordered as within its text, with characters in it that
 * see to that where it must be. `x` is its middle, `y` its baseline; `width` is its length when set in Noto Sans at
 * `size` px. `rotation` turns it about (x, y), in degrees clockwise.
 */
export interface TextLine {
  readonly text: string;
  readonly role: TextRole;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** The base direction of the text that the line is a part of. */
  readonly rightToLeft: boolean;
  readonly rotation?: -90 | 90;
  /** Stands before the text, at the side where its line begins; `width` is that of the text alone. */
  readonly mark?: LineMark;
}

/**
 * A small sign that says of a text what it is about: a time limit, something again and again, a message, work done
 * once for each of several things, a time that does not count, several answers that apply.
 */
export type LineMark = 'clock' | 'loop' | 'envelope' | 'bars' | 'stopped-clock' | 'ring';

export interface DrawnNode extends Box {
  readonly id: string;
  /** `connector` where a line ends that goes on elsewhere under the same number, or begins again. */
  readonly kind: NodeKind | 'connector';
  readonly shape: ShapeName;
  readonly outcome?: 'success' | 'failure';
  readonly lane?: string;
  readonly stage?: string;
  readonly lines: readonly TextLine[];
  /** One sentence for those who hear the chart: label, owner, limit, and where each answer leads. */
  readonly spoken: string;
  /** A relative path or a safe address. */
  readonly link?: string;
}

export interface DrawnEdge {
  readonly id: string;
  /** Ids of further edges from the same node to the same one, which are drawn as this line. */
  readonly also?: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** A loop back to something that came before. */
  readonly back: boolean;
  /** From outline to outline, at least two, each stretch horizontal or vertical. */
  readonly points: readonly Point[];
  readonly label?: DrawnLabel;
}

/** The box that the label fills, and its lines in there. */
export interface DrawnLabel extends Box {
  readonly lines: readonly TextLine[];
}

/**
 * What is said beside a node, in its box: an open bracket at one side of it, and a dashed line from the node to that.
 */
export interface DrawnAnnotation extends Box {
  readonly node: string;
  readonly side: Side;
  readonly line: readonly [Point, Point];
  readonly lines: readonly TextLine[];
}

/** A bracket beside the chart: its box, whose one side is the spine, and what it stands for, in the box `label`. */
export interface DrawnBracket extends Box {
  readonly side: Side;
  /** Those of its ends at which it goes on in another place. */
  readonly open?: readonly Side[];
  readonly label: Box;
  readonly lines: readonly TextLine[];
}

export interface DrawnList extends Box {
  readonly lines: readonly TextLine[];
}

export interface DrawnLane extends Box {
  readonly id: string;
  /** True for one from outside of the house. */
  readonly party?: true;
  readonly header: Box;
  readonly lines: readonly TextLine[];
}

export interface DrawnStage extends Box {
  readonly id: string;
  /** 0 for the outermost. */
  readonly depth: number;
  /** The sides at which it goes on in another place: no line there. */
  readonly open?: readonly Side[];
  readonly lines: readonly TextLine[];
}
