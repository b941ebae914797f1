import { at } from '../../../text/insertion.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const missingOwner = flowRule({
  name: 'missing-owner',
  chapter: 'completeness',
  place: 130,
  summary: 'a step without `by`, in a flow whose other steps have it',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'hint',
  explanation: {
    why: 'What belongs to nobody is done by nobody. In a chart that names who does what, a step without a name is where a case lies until the customer asks.',
    repair:
      'Say who does it: `by` and a role, a system, or `customer`. The rule speaks where at least half of the steps have an owner.',
    failing: `flow repair "Repair"
role agent "Agent"
role engineer "Engineer"
touchpoint phone "Customer reports a fault"
step record "Record the details" by agent
step order-part "Order the part"
step mend "Mend it" by engineer
end mended "Mended"
`,
    passing: `flow repair "Repair"
role agent "Agent"
role engineer "Engineer"
touchpoint phone "Customer reports a fault"
step record "Record the details" by agent
step order-part "Order the part" by agent
step mend "Mend it" by engineer
end mended "Mended"
`,
  },
  check(flow) {
    const steps = flow.process.nodes.flatMap((node, index) =>
      node.kind === 'step' ? [{ node, index }] : [],
    );
    const owned = steps.filter(({ node }) => node.owner !== undefined).length;
    if (owned * 2 < steps.length) return [];
    const { scope } = flow.checked;
    // Another may be misspelt.
    const isDeclared = (id: string): boolean =>
      scope.roles.has(id) || scope.parties.has(id) || scope.systems.has(id);
    return steps.flatMap(({ node, index }) => {
      if (node.owner !== undefined || flow.hasErrors(node) || !flow.reached().has(index)) return [];
      // Who does what is before it; the customer most likely not.
      const receivers = receiversAt(flow, index);
      const roles = flow.process.owners.filter(
        ({ kind, id }) => kind === 'role' && id !== 'customer' && !receivers.has(id),
      );
      const { lane } = node;
      const isLikely = lane !== undefined && lane !== 'customer' && isDeclared(lane) && !receivers.has(lane);
      const known =
        roles.find(({ id }) => isDeclared(id))?.id ??
        [...scope.roles.keys()].find((id) => !receivers.has(id));
      const likely = isLikely ? lane : (known ?? roles[0]?.id ?? 'customer');
      return [
        {
          span: flow.nameSpan(node),
          message: `Nobody is named who does ${shortQuote(node.label)}, though the other steps of this flow say who does them`,
          help: 'Add “by” and the role, the system, or “customer”',
          fix: {
            kind: 'hint',
            title: 'Say who does it',
            edits: [{ span: at(flow.nameSpan(node).end), text: ` by ${likely}` }],
          },
        },
      ];
    });
  },
});

/** To whom the work goes up here or right after it: whoever hands it up is another. */
function receiversAt(flow: FlowContext, index: number): ReadonlySet<string> {
  const next = (flow.shape.outgoing[index] ?? []).map((edge) => flow.shape.to[edge] ?? index);
  return new Set(
    [index, ...next].flatMap((at) => {
      const item = flow.item(at);
      if (item?.kind !== 'escalate') return [];
      return item.attributes.flatMap((each) => (each.kind === 'to' ? each.ids.map(({ name }) => name) : []));
    }),
  );
}
