import type { Edge, EdgeKind } from '../model/process.ts';

/** Target of an exit that leads to no node: the open end of the flow, or of a branch of a parallel. */
export const openEnd = -1;

/** A way out of a node; nodes are known by their index. */
export interface Exit extends Pick<Edge, 'name' | 'timing' | 'remarks'> {
  /** Its place among all exits of the shape. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly kind: EdgeKind;
  readonly label?: string;
  /** 0 to 1. */
  readonly probability?: number;
  /** True where it was written as an arrow to a name. */
  readonly jump: boolean;
}

/** An exit before it has a number. */
export type UnnumberedExit = Omit<Exit, 'index'>;
