import { mostChanges } from '../../../analysis/most-changes.ts';
import { ownersAt, usualWays } from '../../../analysis/owners-at.ts';
import { counted } from '../../../diagnostic/counted.ts';
import { flowRule } from '../../rule.ts';
import { witness } from '../../witness.ts';

export const tooManyHandovers = flowRule({
  name: 'too-many-handovers',
  chapter: 'service',
  place: 30,
  summary: 'a path with more than 3 changes of owner',
  severity: 'warning',
  sets: ['service'],
  fixKind: 'none',
  options: {
    max: { kind: 'count', default: 3, least: 0, summary: 'how many changes of owner one path may have' },
  },
  explanation: {
    why: 'At each hand-over the case lies in somebody’s inbox, something is left out, and the customer has to tell it all again. More than three, and he no longer knows who is responsible; nor does anybody else.',
    repair:
      'Let one role do what lies next to what it does anyway, give it the right to decide, or work on it together (`with`). Counted is on one path, not on the chart, of those on which nothing goes wrong; what the customer or a system does, and whom one waits for, is no hand-over, and a call counts by who does its first and its last step.',
    failing: `flow order "Order"
role agent "Agent"
role finance "Finance"
role store "Warehouse"
role driver "Driver"
touchpoint phone "Customer orders"
step take "Take the order" by agent
step check "Check the credit" by finance
step pack "Pack the goods" by store
step confirm "Confirm the weight" by agent
step deliver "Deliver" by driver
end delivered "Delivered"
`,
    passing: `flow order "Order"
role agent "Agent"
role store "Warehouse"
role driver "Driver"
touchpoint phone "Customer orders"
step take "Take the order" by agent
step check "Check the credit" by agent
step pack "Pack the goods and weigh them" by store
step deliver "Deliver" by driver
end delivered "Delivered"
`,
  },
  check(flow, { max }) {
    // What is done when a limit has passed is nothing usual, as it is with a timeout.
    const starts = flow.entries.filter((at) => flow.node(at).kind !== 'late');
    const changes = mostChanges(usualWays(flow), starts, (at) => ownersAt(flow, at));
    const last = changes.at(-1);
    const [first] = changes;
    if (last === undefined || first === undefined || changes.length <= max) return [];
    const owners = [first.from, ...changes.map(({ to }) => to)].map(flow.ownerLabel);
    return [
      {
        span: flow.nameSpan(flow.node(last.node)),
        message: `On the way here a case is handed over ${counted(changes.length, 'time')}: ${shortened(owners).join(' → ')}`,
        related: changes.slice(0, -1).map(({ node, from, to }) => ({
          span: flow.nameSpan(flow.node(node)),
          message: `from ${flow.ownerLabel(from)} to ${flow.ownerLabel(to)}`,
        })),
        ...witness(
          flow,
          changes.map(({ node }) => node),
        ),
        help: `Let one role do more of it; ${max} hand-overs on a path are the most`,
      },
    ];
  },
});

const shortened = (owners: readonly string[]): readonly string[] =>
  owners.length > 9 ? [...owners.slice(0, 4), '…', ...owners.slice(-4)] : owners;
