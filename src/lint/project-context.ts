import { endlessCircles } from '../analysis/endless-circles.ts';
import { type FlowSummary, summarise } from '../analysis/flow-summary.ts';
import { lazy } from '../analysis/lazy.ts';
import { reachTogether } from '../analysis/reach-together.ts';
import { stuckCalls } from '../analysis/stuck-calls.ts';
import type { CheckedFile } from '../check/checked-file.ts';
import { components } from '../graph/components.ts';
import { digraph } from '../graph/digraph.ts';
import type { Built } from '../model/built.ts';
import { flowKey } from '../model/flow-key.ts';
import type { Process } from '../model/process.ts';
import type { FileContext, FlowContext, ProjectContext } from './context.ts';
import { flowContext } from './flow-context.ts';
import { nameUses } from './name-uses.ts';
import { usedDeclarations } from './used-declarations.ts';
import { type UsesOfFile, usesOfFile } from './uses-of-file.ts';

/** A file to judge: its names resolved, and what each of its flows was built to, in order. Nothing of it is asked for before a rule needs it. */
export interface LintFile {
  readonly checked: CheckedFile;
  readonly built: readonly Built[];
  /** Where these two are not set, they come from the others. */
  readonly path?: string;
  readonly uses?: UsesOfFile;
}

export function projectContext(input: readonly LintFile[], today: string): ProjectContext {
  const callers = new Map<string, Process[]>();
  for (const { process } of input.flatMap(({ built }) => built))
    for (const key of new Set(
      process.nodes.flatMap((node) => ('flow' in node ? [flowKey(node.flow)] : [])),
    )) {
      const known = callers.get(key);
      if (known === undefined) callers.set(key, [process]);
      else known.push(process);
    }
  const project: ProjectContext = {
    today,
    files: lazy(() =>
      input.map((file) => {
        const context: FileContext = {
          path: file.path ?? file.checked.parsed.source.path,
          get text() {
            return file.checked.parsed.source.text;
          },
          get checked() {
            return file.checked;
          },
          project,
          nameUses: lazy(() => nameUses(context)),
          uses: lazy(
            () =>
              file.uses ??
              usesOfFile(
                file.checked,
                file.built.map(({ process }) => process),
              ),
          ),
          flows: lazy(() => file.built.map((built, at) => flowContext(built, at, context, project))),
        };
        return context;
      }),
    ),
    flows: lazy(() => project.files().flatMap((file) => file.flows())),
    flowAt: (flow) => (flow === undefined ? undefined : byKey().get(flowKey(flow))),
    callersOf: (process) => callers.get(flowKey(process)) ?? [],
    comesBack: (flow) => {
      const context = project.flowAt(flow);
      return context === undefined || returning().has(context);
    },
    stuckCalls: lazy(() => stuckCalls(project, callOrder())),
    endlessCircles: lazy(() => endlessCircles(project)),
    usedDeclarations: lazy(() => usedDeclarations(project)),
    summaryOf: (flow) => {
      const context = project.flowAt(flow);
      if (!isSummarising) summariseAll();
      return context === undefined ? undefined : known.get(context);
    },
  };
  let isSummarising = false;
  const byKey = lazy(() => {
    const flows = new Map<string, FlowContext>();
    for (const flow of project.flows())
      if (!flows.has(flowKey(flow.process))) flows.set(flowKey(flow.process), flow);
    return flows;
  });
  const callOrder = lazy(() => calledFirst(project));
  const returning = lazy(() => flowsThatComeBack(callOrder()));
  const known = new Map<FlowContext, FlowSummary>();
  const summariseAll = lazy(() => {
    // Each sees those made before it: of the flows that it calls.
    isSummarising = true;
    for (const flow of callOrder().flat()) known.set(flow, summarise(flow));
    isSummarising = false;
  });
  return project;
}

/** All flows, those that are called before those that call them; a circle of calls is one group. */
function calledFirst(project: ProjectContext): readonly (readonly FlowContext[])[] {
  const flows = project.flows();
  const numbers = new Map(flows.map((flow, number) => [flow, number]));
  const calls = flows.flatMap(({ process }, from) =>
    process.nodes.flatMap((node) => {
      const called = node.kind === 'call' ? project.flowAt(node.flow) : undefined;
      const to = called === undefined ? undefined : numbers.get(called);
      return to === undefined ? [] : [[from, to] as const];
    }),
  );
  return components(digraph(flows.length, calls)).members.map((members) =>
    members.flatMap((member) => flows[member] ?? []),
  );
}

/**
 * The least set of flows that can come back to a caller: some path comes to an end past calls that come back. Called
 * flows are looked at before their callers; a circle of calls until nothing changes. A flow that can't finish for a
 * fault of its own (a loop, no end written) counts as coming back: the fault is reported there, not at every call.
 */
function flowsThatComeBack(callOrder: readonly (readonly FlowContext[])[]): ReadonlySet<FlowContext> {
  const comingBack = new Set<FlowContext>();
  for (const circle of callOrder)
    for (let before = -1; before !== comingBack.size; ) {
      before = comingBack.size;
      for (const flow of circle)
        if (!comingBack.has(flow) && canComeBack(flow, comingBack)) comingBack.add(flow);
    }
  return comingBack;
}

function canComeBack(flow: FlowContext, comingBack: ReadonlySet<FlowContext>): boolean {
  const { process, project } = flow;
  const open = new Set(flow.gaps.openExits.map(({ from }) => from));
  if (process.nodes.some((_, at) => flow.leadsAnywhere(at))) return true;
  const isStuck = (at: number): boolean => {
    const node = flow.node(at);
    const target = node.kind === 'call' ? project.flowAt(node.flow) : undefined;
    return target !== undefined && !comingBack.has(target);
  };
  const ends = (at: number): boolean => flow.node(at).kind === 'end' || open.has(flow.node(at).id);
  if (reachTogether(flow, isStuck).some((at) => ends(at) && !isStuck(at))) return true;
  return !reachTogether(flow, () => false).some((at) => ends(at) || flow.node(at).kind === 'transfer');
}
