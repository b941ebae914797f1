import { outcomeOf } from '../model/node-parts.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { isInTouch, isWork } from './service-view.ts';

/** An end that a case can come to without the customer having heard what came of the work. */
export interface UntoldEnd {
  readonly end: number;
  /** From the last work to the end. */
  readonly way: readonly number[];
}

/**
 * What holds before a node on some way to it: nothing was done yet; something was done that the customer has not heard
 * of; he has heard of all; or (the number of a node) but for this one step, which that message told of or which wraps
 * up: “write the article”, “close the file”.
 */
type Fact = 'idle' | 'untold' | 'told' | number;

/** A node that was come to with a fact, and from where. */
interface Visit {
  readonly at: number;
  readonly fact: Fact;
  readonly before: Visit | undefined;
}

/**
 * The success ends of a flow that can be come to untold and do not tell the customer themselves, by a breadth-first
 * search over nodes and facts. Of the steps that may be the one behind a message only two are kept at a node, since a
 * further step is another than one of them: so it takes time in proportion to the flow.
 */
export function untoldEnds(flow: AnalysedFlow): readonly UntoldEnd[] {
  const { process, ways, entries } = flow;
  const facts = new Map<number, Fact[]>();
  const visits: Visit[] = [];
  const visit = (at: number, fact: Fact, before?: Visit): void => {
    const known = facts.get(at) ?? [];
    const isSpare = typeof fact === 'number' && known.filter((one) => typeof one === 'number').length === 2;
    if (known.includes(fact) || isSpare) return;
    facts.set(at, [...known, fact]);
    visits.push({ at, fact, before });
  };
  for (const entry of entries) visit(entry, 'idle');
  for (const here of visits) {
    const fact = factAfter(flow, here);
    for (const edge of ways.outgoing[here.at] ?? []) visit(ways.to[edge] ?? 0, fact, here);
  }
  const untold = new Map(
    visits.flatMap((each) => (each.fact === 'untold' ? [[each.at, each] as const] : [])),
  );
  return process.nodes.flatMap((node, end) => {
    const found = untold.get(end);
    return outcomeOf(node) === 'success' && found !== undefined && !tells(flow, end)
      ? [{ end, way: wayFromWork(flow, found) }]
      : [];
  });
}

function factAfter(flow: AnalysedFlow, { at, fact }: Visit): Fact {
  if (tells(flow, at)) return 'told';
  if (!works(flow, at) || fact === at) return fact;
  return fact === 'told' && flow.node(at).kind !== 'call' ? at : 'untold';
}

function wayFromWork(flow: AnalysedFlow, end: Visit): readonly number[] {
  const way = [end.at];
  for (let here = end.before; here !== undefined; here = here.before) {
    way.push(here.at);
    if (works(flow, here.at)) break;
  }
  return way.reverse();
}

/** What was not read whole may have told the customer. */
function tells(flow: AnalysedFlow, at: number): boolean {
  const node = flow.node(at);
  if (flow.hasErrors(node) || isInTouch(flow, at)) return true;
  return node.kind === 'call' && (flow.collection.summaryOf(node.flow)?.toldAtEnd ?? true);
}

const works = (flow: AnalysedFlow, at: number): boolean =>
  !tells(flow, at) && isWork(flow, at) && !flow.leadsAnywhere(at);
