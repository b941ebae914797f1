import { reach } from '../graph/reach.ts';
import { dayCountSeconds } from '../language/duration.ts';
import { dayCountOf } from '../language/total-time.ts';
import type { Timing } from '../model/process.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { type CaseLevel, valueAt } from './level-limits.ts';
import { limitOf } from './longest-limit.ts';
import { isInTouch } from './service-view.ts';

/**
 * The longest that a customer hears nothing while a case is at a node, in seconds with a working day as a day, where
 * something is done meanwhile that tells him: again and again for all of its stage or of the flow, or beside that node.
 */
export function toldMeanwhile(flow: AnalysedFlow, level: CaseLevel): (at: number) => number | undefined {
  const { process, shape } = flow;
  const hours = flow.hours();
  const tells = (first: number): boolean => reach(shape, [first]).order.some((at) => isInTouch(flow, at));
  const lengthOf = ({ duration, byLevel }: Timing): number | undefined => {
    const length = valueAt(duration, byLevel, level);
    return length === undefined ? undefined : dayCountSeconds(length, hours);
  };
  const everywhere = process.nodes.flatMap((node, at) => {
    const length =
      node.kind === 'meanwhile' && node.timing.kind === 'every' ? lengthOf(node.timing) : undefined;
    return length === undefined || !tells(at) ? [] : [{ stage: node.stage, length }];
  });
  return (at) => {
    const stages = everywhere.length === 0 ? [] : flow.stagesAround(flow.node(at).stage).map(({ id }) => id);
    const gaps = everywhere.flatMap(({ stage, length }) =>
      stage === undefined || stages.includes(stage) ? [length] : [],
    );
    const moments: number[] = [];
    for (const number of shape.outgoing[at] ?? []) {
      const { kind, timing } = flow.edge(number);
      if (kind !== 'meanwhile' || timing === undefined || !tells(shape.to[number] ?? at)) continue;
      const length = lengthOf(timing);
      if (length !== undefined) (timing.kind === 'every' ? gaps : moments).push(length);
    }
    if (moments.length > 0) {
      const over = dayCountOf(limitOf(flow, at, level), hours);
      const all = [0, ...moments.sort((a, b) => a - b), Math.max(over, moments.at(-1) ?? 0)];
      gaps.push(Math.max(...all.map((moment, place) => moment - (all[place - 1] ?? 0))));
    }
    return gaps.length === 0 ? undefined : Math.min(...gaps);
  };
}
