import { longestPaths } from '../graph/longest-path.ts';
import { type Reached, reach } from '../graph/reach.ts';
import { elapsedSeconds, type TotalTime, totalOf } from '../language/total-time.ts';
import { isSideEntry } from '../model/node-parts.ts';
import type { Stage } from '../model/process.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { type CaseLevel, withinAt } from './level-limits.ts';
import { roundsOf } from './service-view.ts';

/** A stage whose own limit counts in place of those of its steps, from some of them on. */
export interface CoveredStage {
  readonly stage: Stage;
  /** The nodes in it that a case comes to without anything being late, but for those that a stage around it covers. */
  readonly inside: ReadonlySet<number>;
  /** Those of them which a case comes to after a time that only the limit of the stage tells. */
  readonly covered: ReadonlySet<number>;
}

/**
 * The stages whose limit counts, the outermost first. It does for what stands behind a step without a limit, and where
 * the steps up to there can take longer together; before, the limits of the steps say more. In a stage that is come
 * into at several nodes, what one way covers counts as covered for all of them, so that no way comes out too short.
 */
export function coveredStages(
  flow: AnalysedFlow,
  level: CaseLevel,
  limit: (at: number) => TotalTime,
  counts: (at: number) => boolean,
): readonly CoveredStage[] {
  const { process, ways } = flow;
  const limited = process.stages.filter((stage) => withinAt(stage, level) !== undefined);
  if (limited.length === 0) return [];
  const hours = flow.hours();
  const usual = usualNodes(flow);
  const taken = new Set<number>();
  return limited.flatMap((stage): readonly CoveredStage[] => {
    const inside = new Set(
      process.nodes.flatMap(({ stage: nodeStage }, at) =>
        flow.stagesAround(nodeStage).includes(stage) && !taken.has(at) && usual.has(at) ? [at] : [],
      ),
    );
    const most = Math.round(elapsedSeconds(totalOf(withinAt(stage, level) ?? [], hours), hours));
    const isOpen = (at: number): boolean =>
      counts(at) && takesTime(flow, at) && elapsedSeconds(limit(at), hours) === 0;
    const { total } = longestPaths(ways, {
      starts: [...inside].filter((at) => isEntered(flow, at, inside)),
      weight: (at) => (inside.has(at) ? elapsedSeconds(limit(at), hours) : 0),
      rounds: (edge) => roundsOf(flow, edge),
      stopsAt: (at) => !inside.has(at),
    });
    const first = [...inside].filter((at) => isOpen(at) || Math.round(total[at] ?? 0) > most);
    const covered = new Set(reach(ways, first, { takes: (edge) => inside.has(ways.to[edge] ?? -1) }).order);
    for (const at of covered) taken.add(at);
    return covered.size === 0 ? [] : [{ stage, inside, covered }];
  });
}

/** The nodes that a case comes to without anything being late: what is done then, or meanwhile, is in no limit. */
const usualNodes = ({ shape, entries, node, isBeside }: AnalysedFlow): Reached =>
  reach(
    shape,
    entries.filter((at) => !isSideEntry(node(at))),
    { takes: (edge) => !isBeside(shape.to[edge] ?? 0) },
  );

/** True for what takes time: what systems do is done at once. */
function takesTime({ node, ownerKind }: AnalysedFlow, at: number): boolean {
  const of = node(at);
  return 'takes' in of && (of.owner === undefined || ownerKind(of.owner) !== 'system');
}

/** True where a case can come in from outside, or begin. */
function isEntered({ ways }: AnalysedFlow, at: number, inside: ReadonlySet<number>): boolean {
  const incoming = ways.incoming[at] ?? [];
  return incoming.length === 0 || incoming.some((edge) => !inside.has(ways.from[edge] ?? -1));
}
