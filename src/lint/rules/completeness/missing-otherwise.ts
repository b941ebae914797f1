import { asksWhatCame } from '../../../analysis/asks-what-came.ts';
import { lazy } from '../../../analysis/lazy.ts';
import { goesOn } from '../../../check/goes-on.ts';
import type { Choose } from '../../../syntax/ast.ts';
import { labelOfQuestion } from '../../../syntax/label.ts';
import { insertBelow } from '../../../text/insertion.ts';
import { flowRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const missingOtherwise = flowRule({
  name: 'missing-otherwise',
  chapter: 'completeness',
  place: 70,
  summary: 'a `choose` without `otherwise`',
  severity: 'warning',
  sets: ['service'],
  fixKind: 'hint',
  explanation: {
    why: 'Sooner or later a customer comes who fits none of the answers. Then each agent decides for himself, and every customer of this kind is treated differently.',
    repair:
      'Write `otherwise` and what is done then, be it only to ask someone who knows. If the answers can’t leave anything out, silence the rule here and say why; answers that all have their percent, and those that are waited for, need none.',
    failing: `flow menu "Telephone menu"
touchpoint phone "Customer calls"
choose topic "What is it about?" {
  when "Order" -> "Take the order"
  when "Fault" -> "Take the fault report"
}
end served "Served"
`,
    passing: `flow menu "Telephone menu"
touchpoint phone "Customer calls"
choose topic "What is it about?" {
  when "Order" -> "Take the order"
  when "Fault" -> "Take the fault report"
  otherwise -> "Put the customer through to a person"
}
end served "Served"
`,
  },
  check(flow) {
    /** The questions that ask what has come. */
    const awaited = lazy(
      () =>
        new Set(
          flow.process.nodes.flatMap((node, at) =>
            node.kind === 'decision' && asksWhatCame(flow, at) ? [flow.nameSpan(node).start] : [],
          ),
        ),
    );
    return flow.checked.parts.flatMap(({ item, broken }) => {
      // One answer alone is what `single-answer` tells.
      const last = item.kind === 'choose' ? item.cases.at(-1) : undefined;
      if (item.kind !== 'choose' || broken || item.otherwise !== undefined || item.cases.length < 2)
        return [];
      if (isComplete(item) || awaited().has(item.question.span.start)) return [];
      const question = shortQuote(labelOfQuestion(item.question, '?'));
      return [
        {
          span: item.question.span,
          message: `${question} does not say what is done ${item.all === undefined ? 'with any other answer' : 'where none of its answers applies'}`,
          help: 'Write “otherwise”, and what is done then',
          ...(last === undefined
            ? {}
            : {
                fix: {
                  kind: 'hint' as const,
                  title: 'Say what is done then',
                  edits: [
                    insertBelow(
                      flow.file.text,
                      last.span,
                      goesOn(flow.checked.flow, item.span.start)
                        ? 'otherwise -> "Ask someone who knows"'
                        : 'otherwise -> "Ask someone who knows" -> end "Passed on"',
                    ),
                  ],
                },
              }),
        },
      ];
    });
  },
});

/**
 * True where each answer has its percent: there are no other cases (and what they add up to is what `percent-sum` sees
 * to). Where several may apply, their percents say nothing of the cases in which none does.
 */
const isComplete = ({ cases, all }: Choose): boolean =>
  all === undefined && cases.every(({ percent }) => percent !== undefined);
