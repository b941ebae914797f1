import type { Node } from '../model/process.ts';
import type { Exit } from './exit.ts';

/** What stands in one place of the text: a statement of its own, a parallel with all that is in it, or a stage. */
export type Unit = NodeUnit | ParallelUnit | StageUnit;

interface UnitBase {
  /** Those that lead out of it; in a branch of a parallel, what leads to the join leads to the open end. */
  readonly exits: readonly Exit[];
  /** All nodes that are in it. */
  readonly all: readonly number[];
}

export interface NodeUnit extends UnitBase {
  readonly kind: 'node';
  readonly at: number;
  readonly node: Node;
  /** What is done beside it, which no exit of its own leads to. */
  readonly branches: readonly UnitBranch[];
}

export interface ParallelUnit extends UnitBase {
  readonly kind: 'parallel';
  /** The fork, or the question of which several answers may apply. */
  readonly at: number;
  readonly node: Node;
  readonly branches: readonly UnitBranch[];
}

export interface UnitBranch {
  readonly exit: Exit;
  readonly units: readonly (NodeUnit | ParallelUnit)[];
  /** The node that the branch begins with; undefined for one in which nothing is done. */
  readonly first?: number;
}

export interface StageUnit extends UnitBase {
  readonly kind: 'stage';
  readonly stage: string;
  readonly units: readonly (NodeUnit | ParallelUnit)[];
  /** The node at which a path falls into it; all other ways in are arrows. */
  readonly head?: number;
  /** Whether cases come in inside of it, or something begins beside the work. */
  readonly isEntered: boolean;
}
