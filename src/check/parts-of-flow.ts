import type {
  Attribute,
  Branch,
  Chain,
  Flow,
  IfArm,
  Parallel,
  ParallelBranch,
  Statement,
  Target,
} from '../syntax/ast.ts';

/** A branch of a `parallel`, and the one around it. */
export interface ParallelPlace {
  readonly parallel: Parallel;
  readonly branch: ParallelBranch;
  readonly around?: ParallelPlace;
}

/**
 * Something that a flow is made of: a statement, one question of an `if`, or what an arrow leads to. `broken` is that
 * of the statement it stands in.
 */
export interface FlowPart {
  readonly item: Statement | IfPart | Target;
  readonly place?: ParallelPlace;
  readonly broken: boolean;
}

export interface IfPart {
  readonly kind: 'if-arm';
  readonly arm: IfArm;
}

/** What is around the statements that a walk comes to next. */
interface Surroundings {
  readonly place?: ParallelPlace;
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
    case 'stage':
      addStatements(parts, statement.block.statements, around);
      return;
    case 'step':
    case 'wait':
    case 'escalate':
    case 'call':
      if (statement.chain !== undefined) addChain(parts, statement.chain, around);
      for (const { branch } of statement.exceptions) addBranch(parts, branch, around);
      return;
    case 'if':
      for (const arm of statement.arms) {
        addPart(parts, { kind: 'if-arm', arm }, around);
        addBranch(parts, arm.branch, around);
      }
      if (statement.otherwise !== undefined) addBranch(parts, statement.otherwise.branch, around);
      return;
    case 'choose':
      for (const { branch } of statement.cases) addBranch(parts, branch, around);
      if (statement.otherwise !== undefined) addBranch(parts, statement.otherwise.branch, around);
      return;
    case 'parallel':
      for (const branch of statement.branches) {
        const place: ParallelPlace = {
          parallel: statement,
          branch,
          ...(around.place === undefined ? {} : { around: around.place }),
        };
        addStatements(parts, branch.block.statements, { ...around, place });
      }
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

function addBranch(parts: FlowPart[], branch: Branch, around: Surroundings): void {
  if (branch.kind === 'block') addStatements(parts, branch.statements, around);
  else addChain(parts, branch, around);
}

/** `max … then` goes on with a chain of its own; those are stacked, not called, as they can be as long as the file. */
function addChain(parts: FlowPart[], chain: Chain, around: Surroundings): void {
  const waiting = [...chain.links].reverse();
  for (let link = waiting.pop(); link !== undefined; link = waiting.pop()) {
    addPart(parts, link.target, around);
    if (link.target.kind === 'call')
      for (const { branch } of link.target.exceptions) addBranch(parts, branch, around);
    if (link.target.kind === 'jump' && link.target.retry !== undefined) {
      const { links } = link.target.retry.chain;
      for (let at = links.length - 1; at >= 0; at -= 1) {
        const next = links[at];
        if (next !== undefined) waiting.push(next);
      }
    }
  }
}

/** True where one of the `parallel`s around could not be read whole, so that what is in it may belong elsewhere. */
export function isUncertain(place: ParallelPlace | undefined): boolean {
  for (let at = place; at !== undefined; at = at.around) if (at.parallel.broken) return true;
  return false;
}

/** The attributes of a part, where it can have some. */
export function attributesOf(item: FlowPart['item']): readonly Attribute[] {
  switch (item.kind) {
    case 'step':
    case 'wait':
    case 'escalate':
    case 'call':
    case 'inline-step':
      return item.attributes;
    default:
      return [];
  }
}
