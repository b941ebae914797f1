import { isCaughtByCallers } from '../../../analysis/callers.ts';
import { reversed } from '../../../graph/digraph.ts';
import { reach } from '../../../graph/reach.ts';
import { flowRule } from '../../rule.ts';
import { listed, shortQuote } from '../../wording.ts';

export const requestUnanswered = flowRule({
  name: 'request-unanswered',
  chapter: 'completeness',
  place: 170,
  summary: 'a touchpoint from which no success can be reached, in a flow that marks its ends',
  severity: 'error',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'Whoever comes in here can only be refused or lost, however well everybody works. Customers learn which channels are worth nothing, and all of them call.',
    repair:
      'Lead this way in to the steps that serve the request, or mark the end that is a success with `as success`.',
    failing: `flow order "Order"
touchpoint phone "Customer calls" {
  step take "Take the order"
  end ordered "Ordered" as success
}
touchpoint mail "Customer writes" {
  step refer "Ask the customer to call"
  end referred "Referred to the telephone" as failure
}
`,
    passing: `flow order "Order"
touchpoint phone "Customer calls" {
  step take "Take the order"
  end ordered "Ordered" as success
}
touchpoint mail "Customer writes" {
  if complete? "Is all in the letter?" -> take
  step refer "Ask the customer to call"
  end referred "Referred to the telephone" as failure
}
`,
  },
  check(flow) {
    const { process, ways } = flow;
    const ends = process.nodes.filter((node) => node.kind === 'end');
    if (ends.every(({ outcome }) => outcome === undefined)) return [];
    const marksSuccess = ends.some(({ outcome }) => outcome === 'success');
    // An end that says nothing is a success only where no other end is called one; what is over elsewhere may well be.
    const mayAnswer = process.nodes.flatMap((node, at) =>
      node.kind === 'end'
        ? node.outcome === 'success' || (node.outcome === undefined && !marksSuccess)
          ? [at]
          : []
        : flow.canStop(at)
          ? [at]
          : [],
    );
    const answered = reach(reversed(ways), mayAnswer);
    const unanswered = process.nodes.flatMap((node, at) =>
      node.kind === 'touchpoint' && !answered.has(at) && flow.finishing().has(at) ? [{ node, at }] : [],
    );
    // A part of another flow may only fail, where that one says what is done then.
    if (unanswered.length > 0 && isCaughtByCallers(flow, ['problem'])) return [];
    return unanswered.map(({ node, at }) => {
      const reached = reach(ways, [at]);
      const endLabels = process.nodes.flatMap(({ kind, label }, end) =>
        kind === 'end' && reached.has(end) ? [shortQuote(label)] : [],
      );
      return {
        span: flow.nameSpan(node),
        message: `Who comes in at ${shortQuote(node.label)} can’t be served: it leads only to ${listed(endLabels)}`,
        help: 'Lead it to the steps that serve the request, or mark the end that is a success “as success”',
      };
    });
  },
});
