import { withinOf } from '../../../model/node-parts.ts';
import type { Node } from '../../../model/process.ts';
import { folded } from '../../folded-text.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
import { shortQuote, spelledParts } from '../../wording.ts';
import { hasWord } from '../../words.ts';

export const duplicateLabel = flowRule({
  name: 'duplicate-label',
  chapter: 'clarity',
  place: 60,
  summary: 'two steps with different ids that look the same: one label, owner and time limit',
  severity: 'info',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'On the chart both look the same, and people take them for one step. When the work changes, one of them is corrected and the other one is not.',
    repair:
      'If it is one step, keep one and lead there with `-> name`. If there are two, say in the label what is different. The same work by somebody else, or with another time limit, as for each priority, can be told apart.',
    failing: `flow order "Order"
touchpoint phone "Customer orders"
if new? "New customer?" {
  step open "Record the details"
} else {
  step update "Record the details"
}
end ordered "Ordered"
`,
    passing: `flow order "Order"
touchpoint phone "Customer orders"
if new? "New customer?" {
  step open "Record the details"
} else {
  step update "Correct the details"
}
end ordered "Ordered"
`,
  },
  check(flow) {
    const first = new Map<string, Node>();
    return flow.process.nodes.flatMap((node): readonly RuleFinding[] => {
      if (node.kind !== 'step' || !node.named || flow.hasErrors(node) || !hasWord(node.label)) return [];
      const look = looksOf(node);
      const before = first.get(look);
      if (before === undefined) {
        first.set(look, node);
        return [];
      }
      return [
        {
          span: flow.nameSpan(node),
          message: `${shortQuote(before.id)} and ${shortQuote(node.id)} read the same: ${shortQuote(node.label)}`,
          related: [{ span: flow.nameSpan(before), message: 'the other one' }],
          help: `If it is one step, lead to it with “-> ${before.id}”; if not, say what is different`,
        },
      ];
    });
  },
});

/** What people see of a step on the chart: its text, who does it, and how long it may last. */
const looksOf = (node: Node): string => {
  const within = withinOf(node);
  const byLevel = 'withinByLevel' in node ? node.withinByLevel : [];
  return [
    folded(node.label),
    node.owner ?? '',
    within === undefined ? '' : spelledParts(within),
    ...byLevel.map(({ level, value }) => `${level} ${spelledParts(value)}`),
  ].join('\n');
};
