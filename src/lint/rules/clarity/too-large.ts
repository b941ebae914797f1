import { regionOfSize } from '../../../graph/regions.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule } from '../../rule.ts';
import { nodeName, shortQuote } from '../../wording.ts';

export const tooLarge = flowRule({
  name: 'too-large',
  chapter: 'clarity',
  place: 10,
  summary: 'a flow of more than 50 nodes; a part of it is proposed that can be a flow of its own',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  options: {
    max: { kind: 'count', default: 50, least: 1, summary: 'how many nodes a flow may have' },
  },
  explanation: {
    why: 'Beyond some fifty symbols people no longer find their way, and make mistakes when they change something: this is rule 7 of the “seven process modeling guidelines” of Mendling, Reijers and van der Aalst (2010), from counting errors in thousands of real charts. An agent with a customer on the line has no time to search.',
    repair:
      'Make a flow of its own of a part that has one way in and one way out, and `call` it. flowc proposes such a part.',
    failing: order(''),
    passing: order('call delivery'),
  },
  check(flow, { max }) {
    const { process } = flow;
    const nodes = process.nodes.length;
    if (nodes <= max) return [];
    const region = proposal(flow, nodes, max);
    const names = (at: number) => nodeName(flow.node(at));
    return [
      {
        span: flow.origin.flow,
        message: `${shortQuote(process.title)} has ${nodes} symbols, and people lose their way beyond ${max}`,
        related:
          region === undefined
            ? []
            : [
                {
                  span: flow.nameSpan(flow.node(region.entry)),
                  message: `from here, ${region.size} symbols …`,
                },
                {
                  span: flow.nameSpan(flow.node(region.exit)),
                  message: '… to here could be a flow of its own',
                },
              ],
        help:
          region === undefined
            ? 'Make flows of its own of some parts, and “call” them; no part of it has one way in and one way out'
            : `From ${names(region.entry)} to ${names(region.exit)} there is one way in and one way out: make a flow of it, and “call” it here`,
      },
    ];
  },
});

/** About half of it, so that one cut does it; of a flow twice as large as it may be, as much as may be. */
const proposal = (flow: FlowContext, nodes: number, max: number) =>
  regionOfSize(
    flow.ways,
    flow.entries,
    flow.process.nodes.flatMap((_, at) => (flow.canStop(at) ? [at] : [])),
    { least: Math.min(5, max), wanted: Math.min(Math.ceil(nodes / 2), max), most: max },
  );

/** An example with more than fifty steps, or the same with half of them in a flow of their own. */
function order(call: string): string {
  const steps = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `step s${from + at} "Step ${from + at + 1}"\n`).join('');
  const head = 'flow order "Order"\ntouchpoint phone "Customer orders"\n';
  const end = (id: string) => `end ${id} "Done"\n`;
  return call === ''
    ? `${head}${steps(0, 50)}${end('done')}`
    : `${head}${steps(0, 25)}${call}\n${end('done')}\nflow delivery "Delivery"\n${steps(25, 50)}${end('arrived')}`;
}
