import type { Block, Branch, Flow, Statement, When } from '../syntax/ast.ts';
import { isEntry } from './node-names.ts';

/**
 * Whether a path that is left open at an offset goes on: a statement follows that takes it, in the same block or in one
 * around it, or the branches of a `parallel` come together there. Where it does not, whatever is written there needs an
 * end.
 */
export function goesOn(flow: Flow, offset: number): boolean {
  let found = false;
  let list: readonly Statement[] | undefined = flow.statements;
  while (list !== undefined) {
    const statements: readonly Statement[] = list;
    const index = statements.findIndex(({ span }) => span.start <= offset && offset <= span.end);
    const statement = statements[index];
    if (statement === undefined) return found;
    // A touchpoint takes no path; what comes behind it does.
    found ||= statements.slice(index + 1).some((each) => !isEntry(each));
    const inner = blocksOf(statement).find(({ span }) => span.start < offset && offset < span.end);
    found ||= inner !== undefined && comesTogether(statement);
    list = inner?.statements;
  }
  return found;
}

/** Whether an offset is in a branch of a `parallel`, where no path may end and none may leave. */
export function isInParallel(flow: Flow, offset: number): boolean {
  let list: readonly Statement[] | undefined = flow.statements;
  while (list !== undefined) {
    const statements: readonly Statement[] = list;
    const statement = statements.find(({ span }) => span.start <= offset && offset <= span.end);
    const inner =
      statement && blocksOf(statement).find(({ span }) => span.start < offset && offset < span.end);
    if (inner !== undefined && statement !== undefined && comesTogether(statement)) return true;
    list = inner?.statements;
  }
  return false;
}

/** The blocks that stand in a statement. */
function blocksOf(statement: Statement): readonly Block[] {
  const branches: Branch[] = [];
  switch (statement.kind) {
    case 'touchpoint':
      if (statement.branch !== undefined) branches.push(statement.branch);
      break;
    case 'anytime':
    case 'late':
    case 'meanwhile':
      branches.push(statement.branch);
      break;
    case 'stage':
      branches.push(statement.block);
      break;
    case 'step':
    case 'wait':
    case 'escalate':
    case 'call':
      branches.push(...statement.exceptions.map(({ branch }) => branch));
      if (statement.kind !== 'call') branches.push(...answered(statement.events?.cases ?? []));
      break;
    case 'if':
      branches.push(...statement.arms.map(({ branch }) => branch));
      if (statement.otherwise?.branch !== undefined) branches.push(statement.otherwise.branch);
      break;
    case 'choose':
      branches.push(...answered(statement.cases));
      if (statement.otherwise?.branch !== undefined) branches.push(statement.otherwise.branch);
      break;
    case 'parallel':
      branches.push(...statement.branches.map(({ block }) => block));
      break;
    case 'transfer':
    case 'end':
    case 'arrow':
    case 'unreadable':
      break;
  }
  return branches.flatMap((branch) => (branch.kind === 'block' ? [branch] : []));
}

const answered = (cases: readonly When[]): readonly Branch[] =>
  cases.flatMap(({ branch }) => (branch === undefined ? [] : [branch]));

/** Whether the branches of a statement come together behind it, or end by themselves. */
const comesTogether = (statement: Statement): boolean =>
  statement.kind === 'parallel' ||
  statement.kind === 'meanwhile' ||
  (statement.kind === 'choose' && statement.all !== undefined);
