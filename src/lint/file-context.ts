import type { CheckedFile } from '../check/checked-file.ts';
import type { FlowContext } from './flow-context.ts';
import type { NameUse } from './name-uses.ts';
import type { ProjectContext } from './project-context.ts';

/** What file rules see. */
export interface FileContext {
  readonly path: string;
  readonly text: string;
  readonly checked: CheckedFile;
  readonly project: ProjectContext;
  flows(): readonly FlowContext[];
  nameUses(): readonly NameUse[];
}
