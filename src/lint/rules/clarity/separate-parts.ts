import { counted } from '../../../diagnostic/counted.ts';
import { components } from '../../../graph/components.ts';
import { digraph } from '../../../graph/digraph.ts';
import { flowKey } from '../../../model/flow-key.ts';
import { flowOf } from '../../../model/node-parts.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule } from '../../rule.ts';
import { listed, shortQuote } from '../../wording.ts';

export const separateParts = flowRule({
  name: 'separate-parts',
  chapter: 'clarity',
  place: 20,
  summary: 'parts of a flow that never meet: several flows under one name',
  severity: 'info',
  sets: ['service'],
  fixKind: 'none',
  explanation: {
    why: 'Two processes on one sheet have one owner, one promise and one review, though nothing that is done in one ever touches the other. Readers look for the connection; perhaps it was forgotten.',
    repair:
      'Let the parts come together where they should, with `-> name`; or make a `flow` of each. Parts that hand over to the same flow do meet.',
    failing: `flow shop "Shop"
touchpoint phone "Customer orders" {
  step take "Take the order"
  end ordered "Ordered"
}
touchpoint mail "Customer complains" {
  step read "Read the complaint"
  end answered "Answered"
}
`,
    passing: `flow shop "Order"
touchpoint phone "Customer orders"
step take "Take the order"
end ordered "Ordered"

flow complaint "Complaint"
touchpoint mail "Customer complains"
step read "Read the complaint"
end answered "Answered"
`,
  },
  check(flow) {
    const { process } = flow;
    // Nobody knows what meets as long as a way is not known.
    if (process.nodes.some((_, at) => flow.leadsAnywhere(at))) return [];
    const entries = flow.entries.filter((at) => flow.node(at).kind === 'touchpoint');
    const partOf = parts(flow);
    const firsts = [...Map.groupBy(entries, partOf).values()].flatMap(([first]) => first ?? []);
    const [first, second, ...others] = firsts;
    if (first === undefined || second === undefined) return [];
    const labels = firsts.map((at) => shortQuote(flow.node(at).label));
    return [
      {
        span: flow.nameSpan(flow.node(second)),
        message: `What begins with ${listed(labels)} never meets: these are ${counted(firsts.length, 'flow')} under one name`,
        related: [first, ...others].map((at) => ({
          span: flow.nameSpan(flow.node(at)),
          message: 'a part of its own begins here',
        })),
        help: 'Let them come together where they should, or make a flow of each',
      },
    ];
  },
});

/** The part of each node: nodes that edges connect, whatever their direction, and those that lead to one other flow. */
function parts({ process, ways, indexOf }: FlowContext): (at: number) => number | undefined {
  const flows = new Map<string, number>();
  const links = process.nodes.flatMap((node, at) => {
    const flow = flowOf(node);
    if (flow === undefined) return [];
    const key = flowKey(flow);
    const first = flows.get(key) ?? indexOf(node.id);
    flows.set(key, first);
    return [[at, first] as const];
  });
  const pairs = [...links, ...ways.from.map((from, edge) => [from, ways.to[edge] ?? from] as const)].flatMap(
    ([one, other]) => [[one, other] as const, [other, one] as const],
  );
  const { of } = components(digraph(ways.size, pairs));
  return (at) => of[at];
}
