import { onlyWayOut } from '../../../analysis/only-way-out.ts';
import { isInParallel } from '../../../check/goes-on.ts';
import { loops, wayRound } from '../../../graph/components.ts';
import { at } from '../../../text/insertion.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
import { roundTrip } from '../../witness.ts';
import { nodeName, shortQuote, wayOf } from '../../wording.ts';

export const unboundedRetry = flowRule({
  name: 'unbounded-retry',
  chapter: 'service',
  place: 20,
  summary: 'a loop that one party can turn for ever: no way out but its own question, and no `max`',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'hint',
  explanation: {
    why: 'As long as the answer stays the same, the same things are done again: the customer enters his number for the seventh time, the agent makes the fifth offer. Nothing in the chart says that enough is enough.',
    repair:
      'Say how often, and what happens then: `-> offer max 3 then -> supervisor`. A `timeout`, a `problem` or a second question that leads out of the loop will do too. A `timeout` that only leads back to its own wait, with or without a reminder, is such a loop as well.',
    failing: `flow complaint "Complaint"
touchpoint phone "Customer complains"
step offer "Offer a solution"
if accepts? "Customer accepts?" -> end solved "Solved"
-> offer
`,
    passing: `flow complaint "Complaint"
touchpoint phone "Customer complains"
step offer "Offer a solution"
if accepts? "Customer accepts?" -> end solved "Solved"
-> offer max 3 then -> end unsolved "Pass on to the manager"
`,
  },
  check(flow) {
    const inLoops = new Set(flow.loops().flat());
    if (inLoops.size === 0) return [];
    return loops(flow.ways, {
      nodes: (node) => inLoops.has(node),
      edges: (edge) => flow.edge(edge).kind !== 'retry',
    }).flatMap((loop) => {
      const exit = onlyWayOut(flow, loop);
      return exit === undefined ? [] : [finding(flow, loop, exit)];
    });
  },
});

/** What is done after the last time. It ends the path, but among branches that come together, where none may end. */
const givingUp = ({ checked }: FlowContext, place: number): string =>
  isInParallel(checked.flow, place)
    ? '"Hand over to someone with more say"'
    : 'end "Passed on to a manager" as failure';

function finding(flow: FlowContext, loop: readonly number[], exit: number): RuleFinding {
  const { ways } = flow;
  const round = wayRound(flow.ways, loop, loop[0], (edge) => flow.edge(edge).kind !== 'retry');
  const nodes = round.map(flow.node);
  const inside = new Set(loop);
  const within = loop.flatMap((node) =>
    (ways.outgoing[node] ?? []).filter(
      (edge) => inside.has(ways.to[edge] ?? -1) && flow.edge(edge).kind !== 'retry',
    ),
  );
  const isUp = (edge: number) => (ways.to[edge] ?? 0) <= (ways.from[edge] ?? 0);
  const isJump = (edge: number) => flow.edge(edge).jump;
  const back =
    within.findLast((edge) => isUp(edge) && isJump(edge)) ??
    // What is done late may stand above the step that it leads back to.
    within.findLast(isJump) ??
    within.findLast(isUp) ??
    within[0];
  const start = flow.node(back === undefined ? (loop[0] ?? 0) : (ways.to[back] ?? 0));
  const jump = back === undefined ? undefined : flow.edge(back);
  const wayOut = flow.node(exit);
  const hasTimeout = flow.exits(exit).some(({ kind }) => kind === 'timeout');
  return {
    span: jump === undefined ? flow.nameSpan(start) : flow.exitSpan(jump),
    message:
      wayOut.kind === 'decision'
        ? `It can go back to ${nodeName(start)} for ever: only the answer to ${shortQuote(wayOut.label)} ends it`
        : `${nodeName(wayOut)} can begin again for ever: ${hasTimeout ? 'its timeout leads' : 'what is done late leads'} back to it, without a “max”`,
    related: [{ span: flow.nameSpan(wayOut), message: 'the only way out' }],
    ...roundTrip(flow, round),
    help: `It goes round: ${wayOf([...nodes, ...nodes.slice(0, 1)])}. Say how often with “max”, and what is done then`,
    ...(jump?.jump === true
      ? {
          fix: {
            kind: 'hint',
            title: 'Go back three times at most',
            edits: [
              {
                span: at(flow.exitSpan(jump).end),
                text: ` max 3 then -> ${givingUp(flow, flow.exitSpan(jump).end)}`,
              },
            ],
          },
        }
      : {}),
  };
}
