import type {
  Attribute,
  Branch,
  Chain,
  Choose,
  Exception,
  Flow,
  IfArm,
  Meanwhile,
  MeanwhileException,
  Otherwise,
  Parallel,
  Statement,
  Target,
  When,
} from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';

/**
 * A branch that no path may leave by a jump, and none may enter so: one of a `parallel` or of a `choose all`, or what
 * is done in a `meanwhile`; and the one around it.
 */
export interface ClosedBranch {
  readonly of: Parallel | Choose | Meanwhile | MeanwhileException;
  /** The word that begins the branch. */
  readonly keyword: Span;
  /** True where what it belongs to could not be read whole, so that what is in it may belong elsewhere. */
  readonly uncertain: boolean;
  readonly around?: ClosedBranch;
}

/**
 * Something that a flow is made of: a statement, one question of an `if`, or what an arrow leads to. `broken` is that
 * of the statement it stands in.
 */
export interface FlowPart {
  readonly item: Statement | IfPart | AnswerPart | ExceptionPart | Target;
  readonly place?: ClosedBranch;
  readonly broken: boolean;
}

export interface IfPart {
  readonly kind: 'if-arm';
  readonly arm: IfArm;
}

/** An answer of a `choose`, or an event of a `wait`. */
export interface AnswerPart {
  readonly kind: 'answer';
  readonly answer: When | Otherwise;
}

export interface ExceptionPart {
  readonly kind: 'exception';
  readonly exception: Exception;
}

/** What is around the statements that a walk comes to next. */
interface Surroundings {
  readonly place?: ClosedBranch;
  readonly broken: boolean;
}

/**
 * All parts of a flow in the order of the text. Blocks nest as deep as the reader allows; chains of any length are
 * flat.
 */
export function partsOfFlow(flow: Flow): readonly FlowPart[] {
  const parts: FlowPart[] = [];
  addStatements(parts, flow.statements, { broken: false });
  return parts;
}

function addStatements(parts: FlowPart[], statements: readonly Statement[], around: Surroundings): void {
  for (const statement of statements) {
    const { broken } = statement;
    addStatement(parts, statement, broken === around.broken ? around : { ...around, broken });
  }
}

function addPart(parts: FlowPart[], item: FlowPart['item'], { place, broken }: Surroundings): void {
  parts.push(place === undefined ? { item, broken } : { item, place, broken });
}

function addStatement(parts: FlowPart[], statement: Statement, around: Surroundings): void {
  addPart(parts, statement, around);
  switch (statement.kind) {
    case 'touchpoint':
      if (statement.branch !== undefined) addBranch(parts, statement.branch, around);
      return;
    case 'anytime':
    case 'late':
      addBranch(parts, statement.branch, around);
      return;
    case 'meanwhile':
      addBranch(parts, statement.branch, within(statement, statement.keyword, around));
      return;
    case 'stage':
      addStatements(parts, statement.block.statements, around);
      return;
    case 'step':
    case 'wait':
    case 'escalate':
    case 'call':
      if (statement.chain !== undefined) addChain(parts, statement.chain, around);
      if (statement.kind !== 'call') addAnswers(parts, statement.events?.cases ?? [], () => around, around);
      addExceptions(parts, statement.exceptions, around);
      return;
    case 'if':
      for (const arm of statement.arms) {
        addPart(parts, { kind: 'if-arm', arm }, around);
        addBranch(parts, arm.branch, around);
      }
      if (statement.otherwise?.branch !== undefined) addBranch(parts, statement.otherwise.branch, around);
      return;
    case 'choose': {
      const { cases, otherwise, all } = statement;
      addAnswers(
        parts,
        otherwise === undefined ? cases : [...cases, otherwise],
        ({ keyword }) => (all === undefined ? around : within(statement, keyword, around)),
        around,
      );
      return;
    }
    case 'parallel':
      for (const branch of statement.branches)
        addStatements(parts, branch.block.statements, within(statement, branch.keyword, around));
      return;
    case 'arrow':
      addChain(parts, statement.chain, around);
      return;
    case 'transfer':
    case 'end':
    case 'unreadable':
      return;
  }
}

/** The surroundings of what stands in a closed branch. */
const within = (of: ClosedBranch['of'], keyword: Span, around: Surroundings): Surroundings => ({
  ...around,
  place: {
    of,
    keyword,
    uncertain: around.broken || around.place?.uncertain === true,
    ...(around.place === undefined ? {} : { around: around.place }),
  },
});

function addAnswers(
  parts: FlowPart[],
  answers: readonly (When | Otherwise)[],
  inside: (answer: When | Otherwise) => Surroundings,
  around: Surroundings,
): void {
  for (const answer of answers) {
    addPart(parts, { kind: 'answer', answer }, around);
    if (answer.branch !== undefined) addBranch(parts, answer.branch, inside(answer));
  }
}

function addExceptions(parts: FlowPart[], exceptions: readonly Exception[], around: Surroundings): void {
  for (const exception of exceptions) {
    addPart(parts, { kind: 'exception', exception }, around);
    addBranch(
      parts,
      exception.branch,
      exception.kind === 'meanwhile' ? within(exception, exception.keyword, around) : around,
    );
  }
}

function addBranch(parts: FlowPart[], branch: Branch, around: Surroundings): void {
  if (branch.kind === 'block') addStatements(parts, branch.statements, around);
  else addChain(parts, branch, around);
}

/** `max … then` goes on with a chain of its own; those are stacked, not called, as they can be as long as the file. */
function addChain(parts: FlowPart[], chain: Chain, around: Surroundings): void {
  const waiting = [...chain.links].reverse();
  for (let link = waiting.pop(); link !== undefined; link = waiting.pop()) {
    addPart(parts, link.target, around);
    if (link.target.kind === 'call') addExceptions(parts, link.target.exceptions, around);
    if (link.target.kind === 'jump' && link.target.retry?.chain !== undefined) {
      const { links } = link.target.retry.chain;
      for (let at = links.length - 1; at >= 0; at -= 1) {
        const next = links[at];
        if (next !== undefined) waiting.push(next);
      }
    }
  }
}

/** The attributes of a part, where it can have some. */
export function attributesOf(item: FlowPart['item']): readonly Attribute[] {
  switch (item.kind) {
    case 'step':
    case 'wait':
    case 'escalate':
    case 'call':
    case 'inline-step':
    case 'touchpoint':
    case 'stage':
    case 'choose':
    case 'end':
      return item.attributes;
    case 'if-arm':
      return item.arm.attributes;
    case 'answer':
      return item.answer.attributes;
    default:
      return [];
  }
}

/** The text of a part. */
export function spanOfPart(item: FlowPart['item']): Span {
  switch (item.kind) {
    case 'if-arm':
      return item.arm.span;
    case 'answer':
      return item.answer.span;
    case 'exception':
      return item.exception.span;
    default:
      return item.span;
  }
}
