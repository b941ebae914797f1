import type { Branch, Chain, Flow, Statement } from '../../syntax/ast.ts';
import { removal } from '../insertion.ts';
import { type Finding, flowRule } from '../rule.ts';
import { named } from '../wording.ts';

export const redundantJump = flowRule({
  name: 'redundant-jump',
  summary: 'a jump to the very next statement',
  severity: 'info',
  sets: ['recommended', 'service'],
  fixKind: 'safe',
  explanation: {
    why: 'Readers stop at every jump and look for where it leads. One that leads where the path goes anyway costs them that look, and hides the jumps that matter.',
    repair:
      'Delete it: statements follow each other by themselves. `flowc lint --fix` does it; the chart stays the same.',
    failing: `flow order "Order"
touchpoint phone "Customer orders"
step take "Take the order" -> pack
step pack "Pack the goods"
end packed "Packed"
`,
    passing: `flow order "Order"
touchpoint phone "Customer orders"
step take "Take the order"
step pack "Pack the goods"
end packed "Packed"
`,
  },
  check({ checked: { flow }, file: { text } }) {
    return chainsWithNext(flow).flatMap(({ chain, next, alone }): readonly Finding[] => {
      const link = chain.links.at(-1);
      if (link?.target.kind !== 'jump' || link.target.retry !== undefined || next === undefined) return [];
      const { id } = link.target;
      if (id.name === '' || next.broken || nameOf(next) !== id.name) return [];
      if (!alone && chain.links.length < 2) return [];
      const span = { start: link.arrow.start, end: link.target.span.end };
      return [
        {
          span,
          message: `${named(id.name)} comes next anyway`,
          related: [{ span: next.keyword, message: 'it follows here' }],
          help: 'Delete the jump: statements follow each other by themselves',
          fix: { kind: 'safe', title: 'delete the jump', edits: [removal(text, span)] },
        },
      ];
    });
  },
});

/** A chain, the statement to which the path goes on behind it, and whether the chain can go altogether. */
interface ChainPlace {
  readonly chain: Chain;
  readonly next: Statement | undefined;
  readonly alone: boolean;
}

/** Blocks nest as deep as the reader allows, so this may call itself. */
function chainsWithNext(flow: Flow): readonly ChainPlace[] {
  const places: ChainPlace[] = [];
  const visitBranch = (branch: Branch, next: Statement | undefined) => {
    if (branch.kind === 'block') visit(branch.statements, next);
    else places.push({ chain: branch, next, alone: false });
  };
  const visit = (statements: readonly Statement[], after: Statement | undefined) => {
    for (const [at, statement] of statements.entries()) {
      const next = statements[at + 1] ?? after;
      if (statement.broken) continue;
      switch (statement.kind) {
        case 'arrow':
          places.push({ chain: statement.chain, next, alone: true });
          break;
        case 'touchpoint':
          // What follows a touchpoint's block may be another touchpoint, which the path passes over.
          if (statement.branch?.kind === 'chain') places.push({ chain: statement.branch, next, alone: true });
          else visit(statement.branch?.statements ?? [], undefined);
          break;
        case 'stage':
          visit(statement.block.statements, next);
          break;
        case 'step':
        case 'wait':
        case 'escalate':
        case 'call':
          if (statement.chain !== undefined) places.push({ chain: statement.chain, next, alone: true });
          for (const { branch } of statement.exceptions) visitBranch(branch, next);
          break;
        case 'if':
          for (const { branch } of statement.arms) visitBranch(branch, next);
          if (statement.otherwise !== undefined) visitBranch(statement.otherwise.branch, next);
          break;
        case 'choose':
          for (const { branch } of statement.cases) visitBranch(branch, next);
          if (statement.otherwise !== undefined) visitBranch(statement.otherwise.branch, next);
          break;
        case 'parallel':
          for (const { block } of statement.branches) visit(block.statements, undefined);
          break;
        case 'transfer':
        case 'end':
        case 'unreadable':
          break;
      }
    }
  };
  visit(flow.statements, undefined);
  return places;
}

/** The name by which a jump leads to the first node of a statement. */
function nameOf(statement: Statement): string | undefined {
  switch (statement.kind) {
    case 'step':
    case 'wait':
    case 'escalate':
      return statement.name.id?.name;
    case 'call':
      return statement.flow.name;
    case 'if':
      return statement.arms[0]?.question.id?.name;
    case 'choose':
      return statement.question.id?.name;
    case 'parallel':
    case 'end':
      return statement.name?.id?.name;
    default:
      return undefined;
  }
}
