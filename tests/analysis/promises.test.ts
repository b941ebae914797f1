import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysedFlow } from '../../src/analysis/analysed-flow.ts';
import { branchesBeside } from '../../src/analysis/branches-beside.ts';
import { withinAt } from '../../src/analysis/level-limits.ts';
import { limitOf } from '../../src/analysis/longest-limit.ts';
import { promisedCases } from '../../src/analysis/longest-promise.ts';
import { longestWaits } from '../../src/analysis/longest-wait.ts';
import { roundsOf } from '../../src/analysis/service-view.ts';
import { stagesAround } from '../../src/analysis/stages-around.ts';
import { digraph } from '../../src/graph/digraph.ts';
import { durationSeconds } from '../../src/language/duration.ts';
import { elapsedSeconds } from '../../src/language/total-time.ts';
import type { Stage } from '../../src/model/process.ts';
import { asInVersion1 } from '../generate-flow.ts';
import { backEdges, everyWalk, isReducible } from '../graph/small-digraph.ts';
import { analysed, flowWithCalls, smallFlow } from './small-flow.ts';

/** Gives a flow other limits for a level, and those that it has for all others. */
const byLevel = (text: string): string =>
  text
    .replace('\n', '\nlevel urgent "Urgent"\nlevel usual "Usual"\n')
    .replaceAll(/ within (\w+)/g, ' within urgent 1h, $1');

/** What can be reached from a node, as a graph of its own with the same numbers. */
function fromNode({ ways }: AnalysedFlow, start: number) {
  const inside = new Set([start]);
  for (const at of inside) for (const edge of ways.outgoing[at] ?? []) inside.add(ways.to[edge] ?? at);
  return {
    inside,
    graph: digraph(
      ways.size,
      ways.from.map((from, edge) => [from, ways.to[edge] ?? 0] as const),
    ),
  };
}

describe('a promise from one step to another', () => {
  it('is judged by the longest of all walks between the two, at each level', () => {
    let compared = 0;
    fc.assert(
      fc.property(smallFlow, fc.nat(), fc.nat(), (text, one, other) => {
        const flow = analysed(byLevel(text));
        const { nodes } = flow.process;
        const steps = nodes.flatMap(({ kind }, at) => (kind === 'step' || kind === 'wait' ? [at] : []));
        const [begin, end] = [steps[one % steps.length], steps[other % steps.length]];
        if (begin === undefined || end === undefined) return;
        const { inside, graph } = fromNode(flow, begin);
        const isInLoop = graph.from.some((from, edge) => graph.to[edge] === begin && inside.has(from));
        const isBeside = [...inside].some((at) => branchesBeside(flow, at).length > 0);
        if (isInLoop || isBeside || !isReducible(graph, begin) || backEdges(graph, begin).size > 3) return;
        if (graph.from.some((_, edge) => roundsOf(flow, edge) > 2)) return;
        const [from, to] = [nodes[begin]?.id ?? '', nodes[end]?.id ?? ''];
        const promise = { within: [{ value: 1, unit: 's' as const }], withinByLevel: [], from, to };
        const found = promisedCases(flow, promise);
        expect(found.map(({ level }) => level)).toEqual(['urgent', 'usual']);
        for (const { level, worst } of found) {
          const limits = nodes.map((_, at) => elapsedSeconds(limitOf(flow, at, level)));
          let longest = -1;
          everyWalk(
            graph,
            begin,
            (edge) => roundsOf(flow, edge),
            (walk) => {
              if (walk.at(-1) !== end || walk.slice(0, -1).includes(end)) return;
              longest = Math.max(
                longest,
                walk.reduce((sum, at) => sum + (limits[at] ?? 0), 0),
              );
            },
          );
          if (longest >= 0) compared += 1;
          expect(worst?.seconds ?? -1).toBe(Math.round(longest));
        }
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(50);
  });
});

/** When each node of a walk is done, by its limits and those of the stages around it. */
function timesOf(flow: AnalysedFlow, walk: readonly number[]): readonly number[] {
  const { process } = flow;
  const around = stagesAround(process);
  const own = (at: number): number => elapsedSeconds(limitOf(flow, at));
  const takesTime = (at: number): boolean => {
    const node = flow.node(at);
    return 'takes' in node && (node.owner === undefined || flow.ownerKind(node.owner) !== 'system');
  };
  const stagesAt = (at: number): readonly Stage[] =>
    [...around(flow.node(at).stage)].reverse().filter((stage) => withinAt(stage, undefined) !== undefined);
  const times: number[] = [];
  for (const [place, at] of walk.entries()) {
    const before = times[place - 1] ?? 0;
    const limits = stagesAt(at).flatMap((stage) => {
      let entry = place;
      while (entry > 0 && around(flow.node(walk[entry - 1] ?? 0).stage).includes(stage)) entry -= 1;
      const steps = walk.slice(entry, place + 1);
      const most = durationSeconds(withinAt(stage, undefined) ?? []);
      const sum = steps.reduce((all, step) => all + own(step), 0);
      const isOpen = steps.some((step) => takesTime(step) && own(step) === 0);
      return isOpen || sum > most ? [(times[entry - 1] ?? 0) + most] : [];
    });
    times.push(limits[0] ?? before + own(at));
  }
  return times;
}

/** True where each stage is come into at one node only: of several, the limit is counted from the first. */
function entersAtOneNode({ process, ways, node }: AnalysedFlow): boolean {
  const around = stagesAround(process);
  return process.stages.every((stage) => {
    const isInside = (at: number): boolean => around(node(at).stage).includes(stage);
    const entered = ways.to.filter((to, edge) => isInside(to) && !isInside(ways.from[edge] ?? 0));
    return new Set(entered).size < 2;
  });
}

describe('a stage with a limit', () => {
  const staged = flowWithCalls({
    ...asInVersion1,
    size: 4,
    depth: 3,
    stages: true,
    sound: false,
    parallel: false,
  }).map((text) => {
    let [stage, step] = [0, 0];
    return text
      .replaceAll(/(\bstage\b[^\n{]*)\{/g, (_, head: string) => {
        stage += 1;
        return `${head}${['', 'within 1h ', 'within 20min ', 'within 5d '][stage % 4]}{`;
      })
      .replaceAll(/^(\s*step (?:[\w-]+ )?"[^"\n]*")(?![^\n]*within)/gm, (_, head: string) => {
        step += 1;
        return `${head}${['', ' within 10min', ' within 2h', ' within 30min'][(step * 7) % 4]}`;
      });
  });

  it('lasts no longer than its limit on any walk, and as long where a step in it has none', () => {
    let compared = 0;
    fc.assert(
      fc.property(staged, (text) => {
        const flow = analysed(text);
        const { ways } = flow;
        const [start = 0, second] = flow.entries;
        if (second !== undefined || !isReducible(ways, start) || backEdges(ways, start).size > 2) return;
        if (ways.from.some((_, edge) => roundsOf(flow, edge) > 2)) return;
        if (!entersAtOneNode(flow)) return;
        const longest = new Map<number, number>();
        everyWalk(
          ways,
          start,
          (edge) => roundsOf(flow, edge),
          (walk) => {
            const last = walk.at(-1) ?? 0;
            longest.set(last, Math.max(longest.get(last) ?? 0, timesOf(flow, walk).at(-1) ?? 0));
          },
        );
        const waits = longestWaits(flow, [start]);
        for (const [node, seconds] of longest) expect(waits.total[node]).toBeCloseTo(seconds, 3);
        if (flow.process.stages.some(({ within }) => within !== undefined)) compared += 1;
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(10);
  });
});
