import { loops, wayRound } from '../../graph/components.ts';
import type { FlowContext } from '../flow-context.ts';
import { at } from '../insertion.ts';
import { type Finding, flowRule } from '../rule.ts';
import { roundTrip } from '../witness.ts';
import { quoted, wayOf } from '../wording.ts';

export const unboundedRetry = flowRule({
  name: 'unbounded-retry',
  summary: 'a loop that one party can turn for ever: no way out but its own question, and no `max`',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'hint',
  explanation: {
    why: 'As long as the answer stays the same, the same things are done again: the customer enters his number for the seventh time, the agent makes the fifth offer. Nothing in the chart says that enough is enough.',
    repair:
      'Say how often, and what happens then: `-> offer max 3 then -> supervisor`. A `timeout`, a `problem` or a second question that leads out of the loop will do too.',
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
  check: (flow) =>
    loops(flow.shape, {
      nodes: flow.reached().has,
      edges: (edge) => flow.edge(edge).kind !== 'retry',
    }).flatMap((loop) => {
      const question = onlyWayOut(flow, loop);
      return question === undefined ? [] : [finding(flow, loop, question)];
    }),
});

/** The decision that alone can end a loop; nothing where something else can, or where other rules speak of it. */
function onlyWayOut(flow: FlowContext, loop: readonly number[]): number | undefined {
  const inside = new Set(loop);
  const isAsking = (node: number) => flow.node(node).kind === 'decision';
  const isDone = loop.some((node) => !isAsking(node));
  const leaving = loop.filter(
    (node) =>
      flow.canStop(node) ||
      flow.shape.outgoing[node]?.some(
        (edge) => flow.edge(edge).kind === 'retry' || !inside.has(flow.shape.to[edge] ?? -1),
      ),
  );
  const [only, second] = leaving;
  if (!isDone || only === undefined || second !== undefined || flow.leadsAnywhere(only)) return undefined;
  return isAsking(only) && flow.node(only).decision?.kind !== 'retry' ? only : undefined;
}

function finding(flow: FlowContext, loop: readonly number[], question: number): Finding {
  const { shape } = flow;
  const round = wayRound(flow.shape, loop, loop[0], (edge) => flow.edge(edge).kind !== 'retry');
  const labels = round.map((node) => flow.node(node).label);
  const inside = new Set(loop);
  const within = loop.flatMap((node) =>
    (shape.outgoing[node] ?? []).filter((edge) => inside.has(shape.to[edge] ?? -1)),
  );
  const isUp = (edge: number) => (shape.to[edge] ?? 0) <= (shape.from[edge] ?? 0);
  const back =
    within.findLast((edge) => isUp(edge) && flow.edge(edge).jump) ?? within.findLast(isUp) ?? within[0];
  const asked = flow.node(question);
  const start = flow.node(back === undefined ? (loop[0] ?? 0) : (shape.to[back] ?? 0));
  const jump = back === undefined ? undefined : flow.edge(back);
  return {
    span: jump?.span ?? start.nameSpan,
    message: `It can go back to ${quoted(start.label)} for ever: only the answer to ${quoted(asked.label)} ends it`,
    related: [{ span: asked.nameSpan, message: 'the only way out' }],
    ...roundTrip(flow, round),
    help: `It goes round: ${wayOf([...labels, ...labels.slice(0, 1)])}. Say how often with “max”, and what is done then`,
    ...(jump?.jump === true
      ? {
          fix: {
            kind: 'hint',
            title: 'Go back three times at most',
            edits: [{ span: at(jump.span.end), text: ' max 3 then -> "Hand over to someone with more say"' }],
          },
        }
      : {}),
  };
}
