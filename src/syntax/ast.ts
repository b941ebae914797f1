import type { SymbolName } from '../shapes/all-shapes.ts';
import type { Span } from '../text/span.ts';
import type { DurationLiteral } from './duration-literal.ts';

/**
 * The tree of a `.flow` file: what was written, nothing resolved. Every node has the span of its text. A statement that
 * could not be read whole is kept with `broken: true` and whatever of it was understood, so that nothing cascades.
 */
export interface Document {
  readonly span: Span;
  readonly uses: readonly Use[];
  readonly flows: readonly Flow[];
  readonly comments: readonly Comment[];
}

/** `text` is without the `#` and surrounding space; `ownLine` when nothing but space stands before it. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
  readonly ownLine: boolean;
}

/** `name` is in Unicode form NFC, in which names are compared. */
export interface Identifier {
  readonly span: Span;
  readonly name: string;
}

/** `value` has its escapes resolved and, for `"""`, its indentation removed; `span` holds the quotes. */
export interface StringLiteral {
  readonly span: Span;
  readonly value: string;
}

/** An identifier, a label, or both; never neither but in a broken statement. */
export interface Name {
  readonly span: Span;
  readonly id?: Identifier;
  readonly label?: StringLiteral;
}

/** `stock?`, `stock? "In stock?"` or `"In stock?"`; the id is without its question mark. `mark` is that mark. */
export interface Question extends Name {
  readonly mark?: Span;
}

/** 0 to 1; `85%` is 0.85. */
export interface Percent {
  readonly span: Span;
  readonly value: number;
}

export interface DateLiteral {
  readonly span: Span;
  /** `2026-11-21`, a day that exists; the nearest one where another was written. */
  readonly value: string;
}

export interface IntegerLiteral {
  readonly span: Span;
  readonly value: number;
}

/** A word of the language that stands for a value, such as a direction or a symbol. */
export interface Word<Value extends string = string> {
  readonly span: Span;
  readonly value: Value;
}

export interface Use {
  readonly kind: 'use';
  readonly span: Span;
  readonly path: StringLiteral;
}

export interface Flow {
  readonly kind: 'flow';
  readonly span: Span;
  /** The span of the word `flow`. */
  readonly keyword: Span;
  /** Its name is empty where none was written; `keyword` is empty where statements stand before any flow. */
  readonly id: Identifier;
  readonly label?: StringLiteral;
  readonly properties: readonly Property[];
  readonly statements: readonly Statement[];
  /** True where the head of the flow could not be read whole. */
  readonly broken: boolean;
}

export type Property =
  | TextProperty
  | Reviewed
  | Audience
  | Language
  | DirectionProperty
  | Promised
  | NameDeclaration
  | Term
  | AccountableProperty
  | ReferenceProperty
  | Approved
  | Revised
  | MeasureProperty
  | Hours
  | FieldProperty;

interface PropertyBase {
  readonly span: Span;
  readonly keyword: Span;
}
export interface TextProperty extends PropertyBase {
  readonly kind: 'department' | 'purpose' | 'owner' | 'version' | 'scope';
  readonly value: StringLiteral;
}
export interface Reviewed extends PropertyBase {
  readonly kind: 'reviewed';
  readonly date: DateLiteral;
  readonly every?: DurationLiteral;
}
export interface Audience extends PropertyBase {
  readonly kind: 'audience';
  readonly values: readonly StringLiteral[];
}
export interface Language extends PropertyBase {
  readonly kind: 'language';
  readonly tag: Word;
}
export interface DirectionProperty extends PropertyBase {
  readonly kind: 'direction';
  readonly value: Word<'down' | 'right'>;
}
/** What the customer was promised. `promise p1 4h` has no name: whether `p1` is its name or a level, names decide. */
export interface Promised extends PropertyBase {
  readonly kind: 'promise';
  readonly name?: Name;
  readonly limits: readonly Limit[];
  readonly from?: Identifier;
  readonly to?: Identifier;
}
export interface NameDeclaration extends PropertyBase {
  readonly kind: 'role' | 'system' | 'request' | 'party' | 'level';
  readonly id: Identifier;
  readonly label?: StringLiteral;
  /** How many there are of a role. */
  readonly staff?: IntegerLiteral;
}
export interface AccountableProperty extends PropertyBase {
  readonly kind: 'accountable';
  readonly id: Identifier;
}
export interface ReferenceProperty extends PropertyBase {
  readonly kind: 'reference';
  readonly title: StringLiteral;
  readonly link?: StringLiteral;
}
export interface Approved extends PropertyBase {
  readonly kind: 'approved';
  readonly who: StringLiteral;
  readonly date: DateLiteral;
}
export interface Revised extends PropertyBase {
  readonly kind: 'revised';
  readonly date: DateLiteral;
  readonly what: StringLiteral;
}
export interface MeasureProperty extends PropertyBase {
  readonly kind: 'measure';
  readonly what: StringLiteral;
  readonly percent?: Percent;
  readonly within?: WithinAttribute;
}
export interface Hours extends PropertyBase {
  readonly kind: 'hours';
  readonly values: readonly StringLiteral[];
}
export interface FieldProperty extends PropertyBase {
  readonly kind: 'field';
  readonly key: Identifier | StringLiteral;
  readonly value: StringLiteral;
}
export interface Term extends PropertyBase {
  readonly kind: 'term';
  readonly term: Identifier | StringLiteral;
  readonly meaning: StringLiteral;
}

export type Statement =
  | Touchpoint
  | Anytime
  | Late
  | Meanwhile
  | Stage
  | Step
  | Call
  | Transfer
  | If
  | Choose
  | Parallel
  | End
  | Arrow
  | Unreadable;

interface StatementBase {
  readonly span: Span;
  /** The span of the statement's word; of the arrow itself for an arrow. */
  readonly keyword: Span;
  readonly broken: boolean;
}
export interface Touchpoint extends StatementBase {
  readonly kind: 'touchpoint';
  readonly name: Name;
  readonly attributes: readonly Attribute[];
  readonly branch?: Branch;
}
/** What may happen wherever the case is. */
export interface Anytime extends StatementBase {
  readonly kind: 'anytime';
  readonly name: Name;
  readonly percent?: Percent;
  readonly branch: Branch;
}
/** What is done when a time limit has passed that has no timeout of its own. */
export interface Late extends StatementBase {
  readonly kind: 'late';
  readonly name: Name;
  readonly branch: Branch;
}
/** What is done beside the work: beside a step as an exception of it, or as a statement beside a flow or a stage. */
export interface MeanwhileException {
  readonly kind: 'meanwhile';
  readonly span: Span;
  readonly keyword: Span;
  readonly name?: Name;
  readonly timing: Word<'every' | 'after'>;
  readonly limits: readonly Limit[];
  readonly branch: Branch;
}
export interface Meanwhile extends MeanwhileException {
  readonly broken: boolean;
}
export interface Stage extends StatementBase {
  readonly kind: 'stage';
  readonly name: Name;
  readonly attributes: readonly Attribute[];
  readonly block: Block;
}
export interface Step extends StatementBase {
  readonly kind: 'step' | 'wait' | 'escalate';
  readonly name: Name;
  readonly attributes: readonly Attribute[];
  /** Those in the block of a wait are among them. */
  readonly exceptions: readonly Exception[];
  /** What a wait waits for, where it stands in a block. */
  readonly events?: Events;
  readonly chain?: Chain;
}
/** The block of a wait: the first of its events leads on. */
export interface Events {
  /** From brace to brace. */
  readonly span: Span;
  readonly cases: readonly When[];
}
export interface Call extends StatementBase {
  readonly kind: 'call';
  readonly flow: Identifier;
  readonly label?: StringLiteral;
  readonly attributes: readonly Attribute[];
  readonly exceptions: readonly Exception[];
  readonly chain?: Chain;
}
export interface Transfer extends StatementBase {
  readonly kind: 'transfer';
  readonly flow: Identifier;
  readonly label?: StringLiteral;
}
export interface If extends StatementBase {
  readonly kind: 'if';
  /** The `if` and each `else if`, at least one. */
  readonly arms: readonly IfArm[];
  readonly otherwise?: Otherwise;
}
export interface IfArm {
  readonly span: Span;
  /** From `if` or `else` to the end of `if`. */
  readonly keyword: Span;
  readonly question: Question;
  readonly attributes: readonly Attribute[];
  readonly percent?: Percent;
  readonly branch: Branch;
}
/** The `else` of an `if`, or the `otherwise` of a `choose`. One without a branch goes on with what follows. */
export interface Otherwise {
  readonly span: Span;
  readonly keyword: Span;
  readonly attributes: readonly Attribute[];
  readonly percent?: Percent;
  readonly branch?: Branch;
}
export interface Choose extends StatementBase {
  readonly kind: 'choose';
  /** The word `all`, where every answer that applies is taken. */
  readonly all?: Span;
  readonly question: Question;
  readonly attributes: readonly Attribute[];
  readonly cases: readonly When[];
  readonly otherwise?: Otherwise;
}
/** An answer, or an event. One without a branch goes on with what follows. */
export interface When {
  readonly span: Span;
  readonly keyword: Span;
  readonly name: Name;
  readonly attributes: readonly Attribute[];
  readonly percent?: Percent;
  readonly branch?: Branch;
}
export interface Parallel extends StatementBase {
  readonly kind: 'parallel';
  /** The word `first`, where the first branch that is done ends the others. */
  readonly first?: Span;
  readonly name?: Name;
  readonly branches: readonly ParallelBranch[];
}
export interface ParallelBranch {
  readonly span: Span;
  readonly keyword: Span;
  readonly name?: Name;
  readonly block: Block;
}
export interface End extends StatementBase {
  readonly kind: 'end';
  readonly name?: Name;
  readonly attributes: readonly Attribute[];
}
export interface Arrow extends StatementBase {
  readonly kind: 'arrow';
  readonly chain: Chain;
}
/** A statement of which not even the kind is certain. Always broken. */
export interface Unreadable extends StatementBase {
  readonly kind: 'unreadable';
  readonly name?: Name;
}

export type Branch = Block | Chain;
export interface Block {
  readonly kind: 'block';
  /** From brace to brace. */
  readonly span: Span;
  readonly statements: readonly Statement[];
}
export interface Chain {
  readonly kind: 'chain';
  /** From the first arrow to the end of the last target. */
  readonly span: Span;
  /** At least one, but in a broken statement. */
  readonly links: readonly ChainLink[];
}
/** One arrow and what it leads to. */
export interface ChainLink {
  readonly arrow: Span;
  readonly target: Target;
}
export type Target = Jump | InlineStep | End | Call | Transfer;
export interface Jump {
  readonly kind: 'jump';
  readonly span: Span;
  readonly id: Identifier;
  readonly retry?: Retry;
}
export interface Retry {
  readonly span: Span;
  readonly max: IntegerLiteral;
  /** What is done after the last time; what follows, where nothing is written. */
  readonly chain?: Chain;
}
export interface InlineStep {
  readonly kind: 'inline-step';
  readonly span: Span;
  readonly label: StringLiteral;
  readonly attributes: readonly Attribute[];
}

/** A time of a list: for a level, or for all that have none of their own there. */
export interface Limit {
  readonly span: Span;
  readonly level?: Identifier;
  readonly duration: DurationLiteral;
}

export type Attribute =
  | OwnerAttribute
  | NamesAttribute
  | WithinAttribute
  | TakesAttribute
  | SymbolAttribute
  | OutcomeAttribute
  | TextAttribute
  | FieldAttribute
  | VolumeAttribute
  | StopsAttribute;
interface AttributeBase {
  readonly span: Span;
  readonly keyword: Span;
}
export interface OwnerAttribute extends AttributeBase {
  readonly kind: 'by' | 'accountable';
  readonly id: Identifier;
}
export interface NamesAttribute extends AttributeBase {
  readonly kind: 'with' | 'to' | 'using' | 'for';
  readonly ids: readonly Identifier[];
}
export interface WithinAttribute extends AttributeBase {
  readonly kind: 'within';
  readonly limits: readonly Limit[];
}
export interface TakesAttribute extends AttributeBase {
  readonly kind: 'takes';
  readonly times: readonly UsualTime[];
}
/**
 * One to three durations: usual; from..to; least..likely..most. For a level, or for all that have none of their own.
 */
export interface UsualTime {
  readonly span: Span;
  readonly level?: Identifier;
  readonly durations: readonly DurationLiteral[];
}
export interface SymbolAttribute extends AttributeBase {
  readonly kind: 'as';
  readonly symbol: Word<SymbolName>;
}
/** The `as` of an end. */
export interface OutcomeAttribute extends AttributeBase {
  readonly kind: 'outcome';
  readonly outcome: Word<'success' | 'failure'>;
}
export interface TextAttribute extends AttributeBase {
  readonly kind: 'say' | 'note' | 'link' | 'each' | 'until';
  readonly text: StringLiteral;
}
export interface FieldAttribute extends AttributeBase {
  readonly kind: 'field';
  readonly key: Identifier | StringLiteral;
  readonly value: StringLiteral;
}
/** How many cases come in at a touchpoint, and in which time. */
export interface VolumeAttribute extends AttributeBase {
  readonly kind: 'volume';
  readonly count: IntegerLiteral;
  readonly per: DurationLiteral;
}
/** `stops clock`: this time is not counted against promises. */
export interface StopsAttribute extends AttributeBase {
  readonly kind: 'stops';
}

export type Exception = Problem | Timeout | MeanwhileException;
export interface Problem {
  readonly kind: 'problem';
  readonly span: Span;
  readonly keyword: Span;
  readonly name: Name;
  readonly percent?: Percent;
  readonly branch: Branch;
}
/** One with a label needs no time limit: its length may be what nobody knows. */
export interface Timeout {
  readonly kind: 'timeout';
  readonly span: Span;
  readonly keyword: Span;
  readonly label?: StringLiteral;
  readonly percent?: Percent;
  readonly branch: Branch;
}
