import type { OpenExit } from '../model/gaps.ts';
import { decisionOf } from '../model/node-parts.ts';
import type { Edge } from '../model/process.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/** The node that alone can end a loop; nothing where another can too, or where other rules speak of it. */
export function onlyWayOut(flow: AnalysedFlow, loop: readonly number[]): number | undefined {
  const inside = new Set(loop);
  const isAsking = (node: number) => flow.node(node).kind === 'decision';
  const isDone = loop.some((node) => !isAsking(node));
  const leaving = loop.filter(
    (node) =>
      flow.canStop(node) || flow.ways.outgoing[node]?.some((edge) => !inside.has(flow.ways.to[edge] ?? -1)),
  );
  const [only, second] = leaving;
  if (!isDone || only === undefined || second !== undefined || flow.leadsAnywhere(only)) return undefined;
  const turnsIt = isAsking(only)
    ? decisionOf(flow.node(only))?.kind !== 'retry'
    : beginsAgain(flow, only, inside);
  return turnsIt ? only : undefined;
}

/** True for what goes on when it is done, and begins again each time that its limit has passed. */
function beginsAgain(flow: AnalysedFlow, node: number, inside: ReadonlySet<number>): boolean {
  const exits = flow.exits(node).filter(({ kind }) => kind !== 'meanwhile');
  const isAgain = (exit: Edge | OpenExit) => 'to' in exit && inside.has(flow.indexOf(exit.to));
  return exits.every((exit) => exit.kind === (isAgain(exit) ? 'timeout' : 'next'));
}
