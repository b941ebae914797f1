import { counted } from '../../../diagnostic/counted.ts';
import { labelOfName } from '../../../syntax/label.ts';
import { flowRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const idleBranch = flowRule({
  name: 'idle-branch',
  chapter: 'completeness',
  place: 40,
  summary: 'a `parallel` in which a branch is empty, or that has only one',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'A chart with two bars says that several people work at once. Where only one branch has something in it, either what the others do was forgotten, or readers look for it in vain.',
    repair:
      'Write what is done in the other branch. If there is nothing, drop the empty branch; and where only one is left, write its steps without `parallel`.',
    failing: `flow order "Order"
touchpoint phone "Customer orders"
parallel {
  branch { step bill "Write the bill" }
  branch { }
}
end done "Done"
`,
    passing: `flow order "Order"
touchpoint phone "Customer orders"
parallel {
  branch { step bill "Write the bill" }
  branch { step pack "Pack the goods" }
}
end done "Done"
`,
  },
  check: (flow) =>
    flow.checked.parts.flatMap(({ item, broken }) => {
      if (item.kind !== 'parallel' || broken || item.branches.length === 0) return [];
      const idle = item.branches.filter(({ block }) => block.statements.length === 0);
      const working = item.branches.length - idle.length;
      const [first, ...others] = idle;
      if (working > 1 && first === undefined) return [];
      const name = item.name === undefined ? '' : labelOfName(item.name);
      const where = name === '' ? 'here' : `in ${shortQuote(name)}`;
      return [
        {
          span: working > 1 && first !== undefined ? first.keyword : item.keyword,
          message:
            working > 1
              ? `Nothing is done in ${counted(idle.length, 'branch', 'branches')} ${where}`
              : working === 1
                ? `Nothing is done at the same time ${where}: only one branch has something in it`
                : `Nothing is done ${where}: all branches are empty`,
          related: (working > 1 ? others : idle).map(({ keyword }) => ({
            span: keyword,
            message: 'this branch is empty',
          })),
          help:
            working > 1
              ? 'Say what is done there, or drop the branch'
              : 'Say what is done in the other branches, or write it without “parallel”',
        },
      ];
    }),
});
