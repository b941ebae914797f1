import { asksWhatCame } from '../../../analysis/asks-what-came.ts';
import { decisionOf } from '../../../model/node-parts.ts';
import type { Edge } from '../../../model/process.ts';
import { folded } from '../../folded-text.ts';
import { flowRule } from '../../rule.ts';
import { listed, nodeName, shortQuote } from '../../wording.ts';

export const duplicateBranch = flowRule({
  name: 'duplicate-branch',
  chapter: 'correctness',
  place: 60,
  summary: 'two answers that lead straight to the same step',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'The question makes no difference, so the customer is asked for nothing. Or it should make one, and somebody has written the wrong target: then one kind of customer gets what was meant for another.',
    repair:
      'Check where each answer should lead. If they really lead to the same place, make one answer of them, or drop the question. Branches that come together after something was done in each are fine, and so are two events that were waited for, in a `choose` straight behind a `wait`.',
    failing: `flow parcel "Parcel"
touchpoint phone "Customer asks for a parcel"
if insured? "Is the parcel insured?" -> search
else -> search
step search "Search for the parcel"
end found "Parcel is found"
`,
    passing: `flow parcel "Parcel"
touchpoint phone "Customer asks for a parcel"
if insured? "Is the parcel insured?" -> "Open a claim" -> search
else -> search
step search "Search for the parcel"
end found "Parcel is found"
`,
  },
  check: (flow) =>
    [...flow.reached().order]
      .sort((a, b) => a - b)
      .flatMap((at) => {
        const node = flow.node(at);
        const decision = decisionOf(node);
        if (decision === undefined || decision.kind === 'retry' || flow.hasErrors(node)) return [];
        if (decision.kind === 'choose' && asksWhatCame(flow, at)) return [];
        const byTarget = new Map<string, Edge[]>();
        for (const number of flow.shape.outgoing[at] ?? []) {
          const edge = flow.edge(number);
          const same = byTarget.get(edge.to);
          if (same === undefined) byTarget.set(edge.to, [edge]);
          else if (!same.some(({ label = '' }) => folded(label) === folded(edge.label ?? '')))
            same.push(edge);
        }
        return [...byTarget.values()].flatMap((edges) => {
          const [first, second] = edges;
          if (first === undefined || second === undefined) return [];
          const target = flow.node(flow.indexOf(first.to));
          const answers = listed(edges.map(({ label, kind }) => shortQuote(label ?? kind)));
          return [
            {
              span: flow.exitSpan(second),
              message: `The answers ${answers} to ${shortQuote(node.label)} lead straight to the same place: ${target.kind === 'join' ? 'where all answers come together' : nodeName(target)}`,
              related:
                flow.exitSpan(first).start === flow.exitSpan(second).start
                  ? []
                  : [
                      {
                        span: flow.exitSpan(first),
                        message: `${shortQuote(first.label ?? first.kind)} leads there already`,
                      },
                    ],
              help: `If one of them leads to the wrong place, correct it; if not, ${
                edges.length < flow.exits(at).length
                  ? 'make one answer of them'
                  : 'the question changes nothing here'
              }`,
            },
          ];
        });
      }),
});
