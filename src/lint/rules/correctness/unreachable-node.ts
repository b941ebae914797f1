import type { RelatedPlace } from '../../../diagnostic/diagnostic.ts';
import { components } from '../../../graph/components.ts';
import { predecessors, successors } from '../../../graph/digraph.ts';
import { isForking } from '../../../model/node-parts.ts';
import type { Node } from '../../../model/process.ts';
import type { Span } from '../../../text/span.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
import { listed, nodeName } from '../../wording.ts';

export const unreachableNode = flowRule({
  name: 'unreachable-node',
  chapter: 'correctness',
  place: 10,
  summary: 'a step to which no path leads',
  severity: 'error',
  sets: ['recommended', 'service'],
  fixKind: 'unsafe',
  explanation: {
    why: 'What stands there is never done. Most often a jump is missing, or one leads past it: the refund that nobody sends, the call back that nobody makes. The chart looks complete, and the customer waits.',
    repair:
      'Lead there: with a jump (`-> name`) from where it should begin, or by opening the path before it. If it is no longer wanted, delete it. One finding stands for all that hangs on the same place.',
    failing: `flow refund "Refund"
touchpoint phone "Customer calls"
step check "Check the purchase"
-> pay
step apologise "Apologise and send a voucher"
step pay "Pay the money back"
end paid "Money is back"
`,
    passing: `flow refund "Refund"
touchpoint phone "Customer calls"
step check "Check the purchase"
if late? "Older than 30 days?" -> apologise
-> pay
step apologise "Apologise and send a voucher"
step pay "Pay the money back"
end paid "Money is back"
`,
  },
  check(flow) {
    const { shape } = flow;
    const reached = flow.reached();
    if (reached.order.length === shape.size) return [];
    const dead = components(shape, { nodes: (node) => !reached.has(node) });
    return dead.members.flatMap((members, component) => {
      const isSource = members.every((node) =>
        predecessors(shape, node).every((before) => dead.of[before] === component),
      );
      const [first] = members;
      if (!isSource || first === undefined || isTwin(flow, first)) return [];
      return [aboveTouchpoint(flow, first) ?? finding(flow, first, members)];
    });
  },
});

/** Whether a node has a name that another has before it, which is reported already. */
const isTwin = (flow: FlowContext, node: number): boolean =>
  flow.file.checked.diagnostics.some(
    ({ code, span }) => code === 'duplicate-name' && span.start === flow.nameSpan(flow.node(node)).start,
  );

/** What stands above the first touchpoint, where nobody comes in. */
function aboveTouchpoint(flow: FlowContext, first: number): RuleFinding | undefined {
  const { statements } = flow.checked.flow;
  const touchpoint = statements.find(({ kind }) => kind === 'touchpoint');
  const [top] = statements;
  const node = flow.node(first);
  if (top === undefined || touchpoint === undefined || top.kind === 'stage') return undefined;
  if (flow.nameSpan(node).start < top.span.start || flow.nameSpan(node).start > touchpoint.span.start)
    return undefined;
  const { text } = flow.file;
  const line = lineOf(text, touchpoint.span);
  const isAlone = touchpoint.kind === 'touchpoint' && touchpoint.branch === undefined;
  const place = lineOf(text, top.span).start;
  return {
    span: flow.nameSpan(node),
    message: `${nodeName(node)} stands above the touchpoint, where no customer has come in yet`,
    related: [{ span: touchpoint.span, message: 'customers come in here' }],
    help: 'Put the touchpoint before it',
    ...(isAlone && {
      fix: {
        kind: 'unsafe',
        title: 'Move the touchpoint up',
        edits: [
          {
            span: { start: place, end: place },
            text: `${text.slice(line.start, line.end).replace(/\r?\n$/, '')}\n`,
          },
          { span: line, text: '' },
        ],
      },
    }),
  };
}

/** The lines that something stands on, with the line break at their end. */
function lineOf(text: string, { start, end }: Span): Span {
  const feed = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: feed === -1 ? text.length : feed + 1 };
}

function finding(flow: FlowContext, first: number, members: readonly number[]): RuleFinding {
  const node = flow.node(first);
  const also = countAfter(flow, members) - (node.kind === 'fork' ? 0 : 1);
  const steps = also > countedMost ? `more than ${countedMost} steps` : `${also} steps`;
  const others = also > 1 ? `, nor to the ${steps} after it` : also === 1 ? ', nor to the step after it' : '';
  return {
    span: flow.nameSpan(node),
    message: `No path leads to ${nodeName(node)}${others}`,
    related: whyDead(flow, first),
    help: node.named
      ? `Lead there with “-> ${node.id}” from where it belongs, or delete it`
      : 'Give it a name and lead there with “->” from where it belongs, or delete it',
  };
}

/** What stands before a dead node: branches that are over by themselves, or a path that goes on elsewhere. */
function whyDead(flow: FlowContext, node: number): readonly RelatedPlace[] {
  const all = flow.process.nodes.findLastIndex(
    (each, at) => at < node && isUnjoined(each) && flow.reached().has(at),
  );
  const item = all === -1 ? undefined : flow.item(all);
  if (item !== undefined && 'span' in item && isNextAfter(flow, item.span.end, node))
    return [
      {
        span: 'keyword' in item ? item.keyword : item.span,
        message: 'each branch of this ends by itself, so that nothing goes on from here',
      },
    ];
  const before = lastBefore(flow, node);
  return before === undefined
    ? []
    : [{ span: before.span, message: `the path before it goes on from ${before.name} to ${before.to}` }];
}

/** True for the beginning of what is done at the same time and never comes together. */
const isUnjoined = (node: Node): boolean => isForking(node) && node.partner === undefined;

/** Whether a node is the first that is written behind an offset. */
const isNextAfter = (flow: FlowContext, offset: number, node: number): boolean =>
  flow.headSpan(flow.node(node)).start >= offset &&
  (node === 0 || flow.headSpan(flow.node(node - 1)).start < offset);

/** The node in the text before a dead one, where the path leaves it for somewhere else. */
function lastBefore(flow: FlowContext, node: number) {
  const before = node === 0 ? undefined : flow.node(node - 1);
  if (before === undefined || !flow.reached().has(node - 1)) return undefined;
  const exits = flow.shape.outgoing[node - 1] ?? [];
  const to = exits.map((edge) => nodeName(flow.node(flow.shape.to[edge] ?? 0)));
  return exits.length === 0
    ? undefined
    : { span: flow.nameSpan(before), name: nodeName(before), to: listed([...new Set(to)]) };
}

/**
 * How many dead nodes a dead region leads to, itself among them, without the bars of `parallel`; of very many no more
 * are counted than are reported.
 */
function countAfter({ shape, reached, node }: FlowContext, members: readonly number[]): number {
  const found = new Set(members);
  for (const each of found) {
    if (found.size > countedMost + 1) break;
    for (const next of successors(shape, each)) if (!reached().has(next)) found.add(next);
  }
  return [...found].filter((each) => !['fork', 'join'].includes(node(each).kind)).length;
}

const countedMost = 100;
