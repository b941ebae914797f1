import { lazy } from '../../../analysis/lazy.ts';
import { onlyWayOut } from '../../../analysis/only-way-out.ts';
import { loops, wayRound } from '../../../graph/components.ts';
import { reach } from '../../../graph/reach.ts';
import { isSideEntry } from '../../../model/node-parts.ts';
import { flowRule } from '../../rule.ts';
import { roundTrip } from '../../witness.ts';
import { listed, nodeName, wayOf } from '../../wording.ts';

export const irreducibleLoop = flowRule({
  name: 'irreducible-loop',
  chapter: 'clarity',
  place: 40,
  summary: 'a loop that is entered at two places',
  severity: 'info',
  sets: ['service'],
  fixKind: 'none',
  explanation: {
    why: 'Where does it begin again? Two agents give two answers. Such loops can’t be written with “repeat until”, are drawn as a knot, and are where charts go wrong when they are changed.',
    repair:
      'Lead every way in to the same step, best the first one of the loop; or make two loops of it. A jump with `max` says by itself where it begins again, and how often: such loops are left out.',
    failing: `flow ticket "Ticket"
touchpoint mail "Customer writes"
if urgent? "Urgent?" -> work
step sort "Sort the ticket"
step work "Work on the ticket"
if solved? "Solved?" -> end solved-it "Solved"
if expert? "Can an expert help?" -> sort
end passed-on "Passed on"
`,
    passing: `flow ticket "Ticket"
touchpoint mail "Customer writes"
step sort "Sort the ticket, urgent ones first"
step work "Work on the ticket"
if solved? "Solved?" -> end solved-it "Solved"
if expert? "Can an expert help?" -> sort
end passed-on "Passed on"
`,
  },
  check(flow) {
    // No loop is known to be entered twice as long as a way is not known.
    if (flow.process.nodes.some((_, at) => flow.leadsAnywhere(at))) return [];
    // What comes at any time comes wherever the case is: it is no second way in.
    const entries = flow.entries.filter((at) => !isSideEntry(flow.node(at)));
    const usual = lazy(() => reach(flow.ways, entries));
    const isEndless = (edge: number): boolean => flow.edge(edge).kind !== 'retry';
    return loops(flow.ways, { nodes: flow.reached().has, edges: isEndless }).flatMap((loop) => {
      const inside = new Set(loop);
      const doors = loop.filter(
        (node) =>
          entries.includes(node) ||
          flow.ways.incoming[node]?.some((edge) => {
            if (!isEndless(edge)) return false;
            const from = flow.ways.from[edge] ?? 0;
            return !inside.has(from) && usual().has(from);
          }),
      );
      const [first, ...others] = doors;
      // A loop without an end of its own is reported as that.
      if (first === undefined || others.length === 0 || onlyWayOut(flow, loop) !== undefined) return [];
      const way = wayRound(flow.ways, loop, first, isEndless);
      const round = way.map(flow.node);
      return [
        {
          span: flow.nameSpan(flow.node(first)),
          message: `One loop is entered at ${listed(doors.map((node) => nodeName(flow.node(node))))}`,
          related: others.map((node) => ({ span: flow.nameSpan(flow.node(node)), message: 'and here' })),
          ...roundTrip(flow, way),
          help: `The loop is ${wayOf([...round, ...round.slice(0, 1)])}. Lead every way in to one step`,
        },
      ];
    });
  },
});
