import type { TextEdit } from '../text/text-edit.ts';

export type ProposalKind =
  | 'word'
  | 'target'
  | 'role'
  | 'party'
  | 'system'
  | 'level'
  | 'request'
  | 'flow'
  | 'term'
  | 'file'
  | 'rule'
  | 'value'
  | 'snippet';

/** Something that may stand at the cursor. */
export interface Proposal {
  readonly label: string;
  readonly kind: ProposalKind;
  /** What people call it, or where it is from; short. */
  readonly detail?: string;
  /** More of it, in Markdown. */
  readonly help?: string;
  /** What is written, where that is not the label. With places to fill in where the kind is `snippet`. */
  readonly text?: string;
  /** What else changes when it is taken. */
  readonly also?: readonly TextEdit[];
}
