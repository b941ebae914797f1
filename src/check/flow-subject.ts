import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { CheckedFlow } from './checked-file.ts';
import type { Suggest } from './suggestions.ts';

/** A flow as the checks look at it. */
export interface FlowSubject extends CheckedFlow {
  /** The text of the file. */
  readonly text: string;
  /** True where names may be missing from the scope because a file or the head of a flow could not be read. */
  readonly incomplete: boolean;
  /** The files of the project, used or not, that declare a flow of that name, in order of their paths. */
  readonly filesWithFlow: (name: string) => readonly string[];
  /** The names in scope, by what they can be used for: the same sets for all flows of a file. */
  readonly known: KnownNames;
  readonly suggest: Suggest;
  /** The offset at which a `use` for another file is to be written, at the beginning of a line. */
  readonly endOfUses: number;
}

export interface KnownNames {
  readonly flows: ReadonlySet<string>;
  /** Roles, parties, systems and the customer. */
  readonly owners: ReadonlySet<string>;
  readonly systems: ReadonlySet<string>;
  readonly requests: ReadonlySet<string>;
  readonly levels: ReadonlySet<string>;
}

export type FlowCheck = (subject: FlowSubject) => readonly Diagnostic[];
