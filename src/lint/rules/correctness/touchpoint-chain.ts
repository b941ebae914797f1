import { type Digraph, digraphOf, reversed } from '../../../graph/digraph.ts';
import { reach } from '../../../graph/reach.ts';
import type { Chain, Statement, Touchpoint } from '../../../syntax/ast.ts';
import { indentationAt, lineBreakNear } from '../../../text/insertion.ts';
import type { TextEdit } from '../../../text/text-edit.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
import { nodeName, shortQuote } from '../../wording.ts';

export const touchpointChain = flowRule({
  name: 'touchpoint-chain',
  chapter: 'correctness',
  place: 85,
  summary: 'an arrow behind a touchpoint that in version 1.0 of the language was for those above it too',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'safe',
  explanation: {
    why: 'Since version 1.1 of the language, an arrow behind a touchpoint leads its own customers on, and nobody else. In version 1.0 whoever came in above it went along, though nothing showed it. A chart that was written then leads some of its customers elsewhere now.',
    repair:
      'If all of them are to go there, write the arrow on a line of its own, below the touchpoint: `flowc lint --fix` does it, and the chart is as it was. If it is right as it is now, put the arrow into braces, as a block of the touchpoint. This rule stays until the next release.',
    failing: `flow emergency "Emergency call"
touchpoint form "Customer fills in the form"
touchpoint pager "Customer presses the emergency button" -> page
touchpoint phone "Customer calls"
step sort "Sort it in"
-> done
step page "Page the engineer"
end done "Done"
`,
    passing: `flow emergency "Emergency call"
touchpoint form "Customer fills in the form"
touchpoint pager "Customer presses the emergency button" {
  -> page
}
touchpoint phone "Customer calls"
step sort "Sort it in"
-> done
step page "Page the engineer"
end done "Done"
`,
  },
  check(flow) {
    const chains = chainsPassed(flow);
    if (chains.length === 0) return [];
    const versionOne = asInVersionOne(flow, chains);
    const reached = reach(versionOne, flow.entries);
    const stops = flow.process.nodes.flatMap((_, at) => (flow.canStop(at) ? [at] : []));
    const finishing = reach(reversed(versionOne), stops);
    // A chart of version 1.0 had errors where this would not have been reached, or never ended: so it was written as it
    // is meant now.
    return chains
      .filter(({ next, from }) => (next === undefined || reached.has(next)) && from.every(finishing.has))
      .map((chain) => finding(flow, chain));
  },
});

/** An arrow behind a touchpoint past which a path goes that is open before it. */
interface PassedChain {
  readonly touchpoint: number;
  /** The offset of the arrow. */
  readonly arrow: number;
  /** The nodes from which the path goes past it. */
  readonly from: readonly number[];
  /** The edges by which it does. */
  readonly edges: readonly number[];
  /** The node to which it goes on; none where it is open to the end of the flow. */
  readonly next: number | undefined;
}

/**
 * The arrows behind touchpoints that in version 1.0 took along what was open. The next such arrow has only what comes
 * behind it. Touchpoints stand in no branch, so a line that no arrow makes and that leads past one passes over it.
 */
function chainsPassed(flow: FlowContext): readonly PassedChain[] {
  const chained = new Map(
    chainedTouchpoints(flow.checked.flow.statements).map((item) => [item.span.start, item]),
  );
  if (chained.size === 0) return [];
  const { nodes } = flow.process;
  const open = new Set(flow.gaps.openExits.map(({ from }) => from));
  const found: PassedChain[] = [];
  let looked = 0;
  for (const [touchpoint, node] of nodes.entries()) {
    const item = node.kind === 'touchpoint' ? chained.get(flow.headSpan(node).start) : undefined;
    if (item === undefined) continue;
    const before = nodes.slice(looked, touchpoint).map((_, number) => looked + number);
    looked = touchpoint + 1;
    const edges = before.flatMap((from) =>
      (flow.shape.outgoing[from] ?? []).filter(
        (edge) => !flow.edge(edge).jump && (flow.shape.to[edge] ?? 0) > touchpoint,
      ),
    );
    const passing = new Set(edges.map((edge) => flow.shape.from[edge] ?? 0));
    const from = before.filter((at) => passing.has(at) || open.has(flow.node(at).id));
    const next = edges[0] === undefined ? undefined : flow.shape.to[edges[0]];
    const [link] = item.branch.links;
    if (item.broken || from.length === 0 || link === undefined || leadsTo(flow, touchpoint, next)) continue;
    found.push({ touchpoint, arrow: link.arrow.start, from, edges, next });
  }
  return found;
}

type ChainedTouchpoint = Touchpoint & { readonly branch: Chain };

/** Touchpoints with an arrow behind them, in the order of the text; they stand in stages only, or in none. */
const chainedTouchpoints = (statements: readonly Statement[]): readonly ChainedTouchpoint[] =>
  statements.flatMap((statement): readonly ChainedTouchpoint[] => {
    if (statement.kind === 'stage') return chainedTouchpoints(statement.block.statements);
    return isChained(statement) ? [statement] : [];
  });

const isChained = (statement: Statement): statement is ChainedTouchpoint =>
  statement.kind === 'touchpoint' && statement.branch?.kind === 'chain';

/** True where all that stands behind a touchpoint is an arrow to where the path before it goes on anyway. */
function leadsTo({ shape, edge }: FlowContext, touchpoint: number, next: number | undefined): boolean {
  const [only] = shape.outgoing[touchpoint] ?? [];
  return next !== undefined && only !== undefined && edge(only).jump && shape.to[only] === next;
}

/** The flow as it was when what is open went along with the arrow. */
function asInVersionOne({ shape }: FlowContext, chains: readonly PassedChain[]): Digraph {
  const to = [...shape.to];
  for (const { touchpoint, edges } of chains) {
    const [arrow = -1] = shape.outgoing[touchpoint] ?? [];
    for (const edge of edges) to[edge] = shape.to[arrow] ?? to[edge] ?? 0;
  }
  return digraphOf(shape.size, shape.from, to);
}

function finding(flow: FlowContext, { touchpoint, arrow, from, next }: PassedChain): RuleFinding {
  const onward = next === undefined ? 'passes by' : `goes on to ${nodeName(flow.node(next))}`;
  const node = flow.node(touchpoint);
  return {
    span: flow.nameSpan(node),
    message: `The arrow behind ${shortQuote(node.label)} leads only those who come in there: the path before it ${onward}`,
    related: from.slice(0, 1).map((at) => ({
      span: flow.nameSpan(flow.node(at)),
      message: 'in version 1.0 this went along with the arrow',
    })),
    help: 'Write the arrow on a line of its own if all are to go there, as in version 1.0; if not, put it into braces',
    fix: { kind: 'safe', title: 'Write the arrow on its own line', edits: [ownLine(flow.file.text, arrow)] },
  };
}

function ownLine(text: string, arrow: number): TextEdit {
  const before = text.slice(0, arrow).trimEnd().length;
  return {
    span: { start: before, end: arrow },
    text: lineBreakNear(text, arrow) + indentationAt(text, before),
  };
}
