import type { EdgeKind, Remarks, Timing } from './process.ts';

/** What is missing in a process that was read: nothing in one that is whole. */
export interface Gaps {
  /** Exits on which control is still on its way when the flow is over: the missing end states. */
  readonly openExits: readonly OpenExit[];
  /** Exits by a jump whose target is not there (an error of its own): for the analyses they lead anywhere. */
  readonly lostExits: readonly OpenExit[];
  /**
   * Ids of nodes made from a statement with errors: rules report nothing about them and assume that they lead anywhere.
   */
  readonly nodesWithErrors: ReadonlySet<string>;
}

/** An edge that leads nowhere. */
export interface OpenExit {
  /** `from>`, with `#2` … behind it for the second of the kind: unique among edges and open exits. */
  readonly id: string;
  readonly from: string;
  readonly kind: EdgeKind;
  readonly label?: string;
  /** 0 to 1. */
  readonly probability?: number;
  readonly name?: string;
  readonly timing?: Timing;
  readonly remarks?: Remarks;
}
