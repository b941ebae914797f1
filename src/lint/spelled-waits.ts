import { type LongestWaits, waitTo } from '../analysis/longest-wait.ts';
import { counted } from '../diagnostic/counted.ts';
import type { RelatedPlace } from '../diagnostic/diagnostic.ts';
import { longestWay } from '../graph/longest-path.ts';
import { elapsedSeconds } from '../language/total-time.ts';
import type { Span } from '../text/span.ts';
import type { FlowContext } from './context.ts';
import { nodeName, shortQuote, spelledParts, spelledTotal } from './wording.ts';

/** How long the longest way to a node lasts, in words; “at least” where something on the ways there is unknown. */
export function spelledWait(flow: FlowContext, waits: LongestWaits, node: number): string {
  const total = waitTo(waits, node);
  if (!total.unknown) return spelledKnown(flow, waits, node);
  return elapsedSeconds(total) <= 0 ? 'nobody knows how long' : `at least ${spelledKnown(flow, waits, node)}`;
}

/**
 * What is known of how long the longest way to a node lasts: as it was written where it is one time, with its working
 * time apart where it is a sum.
 */
export function spelledKnown(flow: FlowContext, waits: LongestWaits, node: number): string {
  const total = waitTo(waits, node);
  const way = longestWay(waits.graph, waits, node);
  const timed = way.filter((at) => elapsedSeconds(waits.limit(at)) > 0);
  const [only] = timed;
  const isSum = timed.length > 1 || way.some((at) => roundsAt(waits, at).length > 0);
  const written = isSum || only === undefined ? undefined : waits.written(only);
  return written === undefined ? spelledTotal(total, flow.hours()) : spelledParts(written);
}

const roundsAt = (waits: LongestWaits, at: number) =>
  (waits.loops.get(at) ?? []).filter(({ once, rounds }) => once > 0 && rounds > 0);

/** What takes longest on the way to a node, at most five places, in the order of the way. */
export function shares(flow: FlowContext, waits: LongestWaits, to: number): readonly RelatedPlace[] {
  const spelled = (seconds: number, working: number): string =>
    spelledTotal(waits.timeOf(seconds, working), flow.hours());
  const parts = longestWay(waits.graph, waits, to).flatMap((at) => {
    const limit = waits.limit(at);
    const own = elapsedSeconds(limit, flow.hours());
    const written = waits.written(at);
    const length = written === undefined ? spelledTotal(limit, flow.hours()) : spelledParts(written);
    const rounds = roundsAt(waits, at);
    return [
      ...(own === 0 ? [] : [{ seconds: own, ...placeOf(flow, waits, at, length) }]),
      ...rounds.map(({ edge, rounds: times, once, share }) => ({
        seconds: once * times,
        span: backSpan(flow, waits, edge, at),
        message: `going back to ${nameAt(flow, waits, at)} ${times === 1 ? 'once' : counted(times, 'time')} adds ${spelled(once * times, share * times)}`,
      })),
    ];
  });
  const least = parts.map(({ seconds }) => seconds).sort((a, b) => b - a)[4] ?? 0;
  return parts
    .filter(({ seconds }) => seconds >= least)
    .slice(0, 5)
    .map(({ span, message }) => ({ span, message }));
}

function placeOf(flow: FlowContext, waits: LongestWaits, at: number, length: string): RelatedPlace {
  const stage = waits.stage(at);
  const span = spanAt(flow, waits, at);
  return stage === undefined
    ? { span, message: `up to ${length}` }
    : { span, message: `up to ${length} in all of ${shortQuote(stage.label)}` };
}

function spanAt(flow: FlowContext, waits: LongestWaits, at: number): Span {
  const stage = waits.stage(at);
  return stage === undefined
    ? flow.nameSpan(flow.node(at))
    : (flow.origin.stages.get(stage.id) ?? flow.origin.flow);
}

function nameAt(flow: FlowContext, waits: LongestWaits, at: number): string {
  const stage = waits.stage(at);
  return stage === undefined ? nodeName(flow.node(at)) : shortQuote(stage.label);
}

/** The jump back, where it is one of the text; else what it leads back to. */
const backSpan = (flow: FlowContext, waits: LongestWaits, edge: number, at: number): Span =>
  edge < flow.process.edges.length ? flow.exitSpan(flow.edge(edge)) : spanAt(flow, waits, at);
