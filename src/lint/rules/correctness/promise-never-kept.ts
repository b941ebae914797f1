import { branchesBeside } from '../../../analysis/branches-beside.ts';
import { waitStarts } from '../../../analysis/longest-wait.ts';
import type { Fix } from '../../../diagnostic/diagnostic.ts';
import { reach } from '../../../graph/reach.ts';
import { isSideEntry } from '../../../model/node-parts.ts';
import type { Promised } from '../../../syntax/ast.ts';
import type { FlowContext } from '../../context.ts';
import { promiseName, writtenPromises } from '../../promise-places.ts';
import { flowRule } from '../../rule.ts';
import { nodeName } from '../../wording.ts';

export const promiseNeverKept = flowRule({
  name: 'promise-never-kept',
  chapter: 'correctness',
  place: 130,
  summary: 'a promise whose end no path reaches from where it begins',
  severity: 'error',
  sets: ['recommended', 'service'],
  fixKind: 'unsafe',
  explanation: {
    why: 'The clock of this promise starts, and nothing that follows ever stops it. No case can keep it, and nobody can say whether one did.',
    repair:
      'Let the promise end at a step that comes after the one where it begins. `from` and `to` are often written the wrong way round.',
    failing: `flow claim "Claim"
promise 5d from decide to examine
touchpoint mail "Customer sends a claim"
step examine "Examine the claim" within 2d
step decide "Decide" within 1d
end decided "Decided"
`,
    passing: `flow claim "Claim"
promise 5d from examine to decide
touchpoint mail "Customer sends a claim"
step examine "Examine the claim" within 2d
step decide "Decide" within 1d
end decided "Decided"
`,
  },
  check: (flow) =>
    writtenPromises(flow).flatMap(({ promise, written }) => {
      if (promise.to === undefined || written.to === undefined) return [];
      const end = flow.indexOf(promise.to);
      const begins = promise.from === undefined ? waitStarts(flow) : [flow.indexOf(promise.from)];
      const reached = flow.reached();
      // What no path leads to is reported as that.
      if (!reached.has(end) || !begins.some(reached.has) || leadsTo(flow, begins, end)) return [];
      const [begin] = promise.from === undefined ? [] : begins;
      const isTurned = begin !== undefined && leadsTo(flow, [end], begin);
      const last = nodeName(flow.node(end));
      const from = begin === undefined ? 'where customers come in' : nodeName(flow.node(begin));
      return [
        {
          span: written.to.span,
          message: `${promiseName(promise)} ends with ${last}, to which no path leads from ${from}`,
          help: isTurned
            ? `${last} comes before ${from}: write it the other way round`
            : 'Let it end with a step that comes after it began',
          ...(begin === undefined || !isTurned
            ? {}
            : {
                related: [{ span: flow.nameSpan(flow.node(begin)), message: 'it begins here' }],
                fix: turned(written),
              }),
        },
      ];
    }),
});

/** Whether a case can come from a node to another, be it by what happens at any time or by what is done beside. */
function leadsTo(flow: FlowContext, from: readonly number[], to: number): boolean {
  const sides = flow.process.nodes.flatMap((node, at) => (isSideEntry(node) ? [at] : []));
  const besides = from.flatMap((at) => branchesBeside(flow, at).flatMap(({ firsts }) => firsts));
  const found = reach(flow.shape, [...from, ...sides, ...besides]);
  return found.has(to) || found.order.some((at) => flow.leadsAnywhere(at));
}

/** The two names in the place of each other. */
function turned({ from, to }: Promised): Fix {
  if (from === undefined || to === undefined) return { kind: 'unsafe', title: 'Turn it round', edits: [] };
  return {
    kind: 'unsafe',
    title: `Write from ${to.name} to ${from.name}`,
    edits: [
      { span: from.span, text: to.name },
      { span: to.span, text: from.name },
    ],
  };
}
