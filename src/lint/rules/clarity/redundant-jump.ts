import type { Branch, Chain, Statement } from '../../../syntax/ast.ts';
import { removal } from '../../../text/insertion.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const redundantJump = flowRule({
  name: 'redundant-jump',
  chapter: 'clarity',
  place: 100,
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
    return chainsWithNext(flow.statements).flatMap(({ chain, next, isAlone }): readonly RuleFinding[] => {
      const link = chain.links.at(-1);
      if (link?.target.kind !== 'jump' || link.target.retry !== undefined || next === undefined) return [];
      const { id } = link.target;
      if (id.name === '' || next.broken || nameOf(next) !== id.name) return [];
      const span = { start: link.arrow.start, end: link.target.span.end };
      return [
        {
          span,
          message: `${shortQuote(id.name)} comes next anyway`,
          related: [{ span: next.keyword, message: 'it follows here' }],
          help: 'Delete the jump: statements follow each other by themselves',
          // A stage that nothing stands in is worse.
          ...(isAlone
            ? {}
            : { fix: { kind: 'safe' as const, title: 'Delete the jump', edits: [removal(text, span)] } }),
        },
      ];
    });
  },
});

/** A chain that stands in a row of statements, and the next one of them, to which the path goes on behind it. */
interface ChainPlace {
  readonly chain: Chain;
  readonly next: Statement | undefined;
  /** Whether it is one arrow, and all that stands in its block. */
  readonly isAlone: boolean;
}

/** Blocks nest as deep as the reader allows, so this may call itself. */
function chainsWithNext(statements: readonly Statement[], after?: Statement): readonly ChainPlace[] {
  return statements.flatMap((statement, at): readonly ChainPlace[] => {
    const next = statements[at + 1] ?? after;
    const inBranches = branchesOf(statement).flatMap((branch) =>
      branch.kind === 'block' ? chainsWithNext(branch.statements) : [],
    );
    if (statement.broken) return [];
    switch (statement.kind) {
      case 'arrow':
        return [
          {
            chain: statement.chain,
            next,
            isAlone: statements.length === 1 && statement.chain.links.length === 1,
          },
        ];
      case 'touchpoint':
        return statement.branch?.kind === 'chain'
          ? [{ chain: statement.branch, next, isAlone: false }]
          : inBranches;
      case 'stage':
        return chainsWithNext(statement.block.statements, next);
      case 'step':
      case 'wait':
      case 'escalate':
      case 'call':
        return statement.chain === undefined
          ? inBranches
          : [{ chain: statement.chain, next, isAlone: false }];
      default:
        return inBranches;
    }
  });
}

function branchesOf(statement: Statement): readonly Branch[] {
  switch (statement.kind) {
    case 'touchpoint':
      return statement.branch === undefined ? [] : [statement.branch];
    case 'anytime':
    case 'late':
    case 'meanwhile':
      return [statement.branch];
    case 'step':
    case 'wait':
    case 'escalate':
      return [...(statement.events?.cases ?? []), ...statement.exceptions].flatMap(
        ({ branch }) => branch ?? [],
      );
    case 'call':
      return statement.exceptions.map(({ branch }) => branch);
    case 'if':
      return [...statement.arms, ...(statement.otherwise === undefined ? [] : [statement.otherwise])].flatMap(
        ({ branch }) => branch ?? [],
      );
    case 'choose':
      return [
        ...statement.cases,
        ...(statement.otherwise === undefined ? [] : [statement.otherwise]),
      ].flatMap(({ branch }) => branch ?? []);
    case 'parallel':
      return statement.branches.map(({ block }) => block);
    default:
      return [];
  }
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
