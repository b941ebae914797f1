import type { Severity } from '../diagnostic/diagnostic.ts';
import type { Position } from '../text/line-index.ts';

/**
 * What is sent to a page that shows charts: plain data. Paths are as people name them; lines and columns count from 1.
 */
export interface PreviewState {
  /** In order of files, and of flows in them. */
  readonly flows: readonly PreviewedFlow[];
  /** Errors first, then by file and place. */
  readonly findings: readonly PreviewedFinding[];
  /** Why nothing could be read at all: a file that is gone, a configuration with a mistake. */
  readonly problem?: string;
}

/**
 * How a chart stands to its text. `current`: it shows the text. `outdated`: the text has errors, and the chart is that
 * of the last time it had none. `incomplete`: the text never was without errors, so the chart shows what of it was
 * understood.
 */
export type PictureState = 'current' | 'outdated' | 'incomplete';

export interface PreviewedFlow {
  /** Names it among all flows, across changes. */
  readonly key: string;
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly state: PictureState;
  /** The picture to show, by a name that is another one where the picture is. */
  readonly picture: string;
  /** The link to the place in an editor. */
  readonly editor?: string;
}

/** A chart, and where its nodes come from. */
export interface Picture {
  /** An SVG document; none where the flow could not be laid out. */
  readonly svg?: string;
  /** By `data-id`. */
  readonly nodes: Readonly<Record<string, NodePlace>>;
  readonly problem?: string;
}

export interface NodePlace extends Position {
  readonly end: Position;
  /** The key of the flow that a call or a transfer leads to, where that is shown too. */
  readonly flow?: string;
  readonly editor?: string;
}

export interface PreviewedFinding extends Position {
  readonly end: Position;
  readonly file: string;
  /** The key of the flow that it is in. */
  readonly flow?: string;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly editor?: string;
}
