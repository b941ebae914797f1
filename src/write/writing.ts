import type { Stage } from '../model/process.ts';
import type { NodeWriting } from './node-text.ts';
import type { ProcessShape } from './shape.ts';

/** What writing the statements of a flow needs to know. */
export interface Writing extends NodeWriting {
  readonly shape: ProcessShape;
  /** The name of a stage, where it has one in the text. */
  stageName(stage: Stage): string | undefined;
  /** The stages in which nothing is done, by the one around them. */
  readonly emptyStages: ReadonlyMap<string | undefined, readonly Stage[]>;
}
