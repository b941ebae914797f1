import type { CheckedFile } from '../check/checked-file.ts';
import { components } from '../graph/components.ts';
import { digraph } from '../graph/digraph.ts';
import type { FlowGraph, FlowNode } from '../model/flow-graph.ts';
import { endlessCircles, type Handover } from './endless-circles.ts';
import type { FileContext } from './file-context.ts';
import { type FlowContext, flowContext } from './flow-context.ts';
import { type FlowSummary, summarise } from './flow-summary.ts';
import { lazy } from './lazy.ts';
import { nameUses } from './name-uses.ts';
import { reachTogether } from './reach-together.ts';
import { type StuckCalls, stuckCalls } from './stuck-calls.ts';
import { type UsedDeclarations, usedDeclarations } from './used-declarations.ts';

/** A file to judge: its names resolved, and the graph of each of its flows, in order. */
export interface LintFile {
  readonly checked: CheckedFile;
  readonly graphs: readonly FlowGraph[];
}

/** All files that are judged together. */
export interface ProjectContext {
  /** `2026-11-21`. */
  readonly today: string;
  files(): readonly FileContext[];
  flows(): readonly FlowContext[];
  /** What a call or transfer leads to, where it is among the files. */
  flowAt(flow: FlowNode['flow']): FlowContext | undefined;
  /** The flows that call this one, or hand over to it. */
  callersOf(flow: FlowGraph): readonly FlowGraph[];
  /** False only for a flow of which is certain that a call of it never comes back. */
  comesBack(flow: FlowNode['flow']): boolean;
  /** The calls that never come back though something stands after them. */
  stuckCalls(): StuckCalls;
  /** Circles of flows that hand a case round for ever, each by the flow to tell of it in. */
  endlessCircles(): ReadonlyMap<FlowContext, readonly Handover[]>;
  usedDeclarations(): UsedDeclarations;
  /** What is known of a called flow; nothing where it is not among the files, or being looked at. */
  summaryOf(flow: FlowNode['flow']): FlowSummary | undefined;
}

export function projectContext(input: readonly LintFile[], today: string): ProjectContext {
  const graphs = input.flatMap((file) => file.graphs);
  const callers = new Map<string, FlowGraph[]>();
  for (const graph of graphs)
    for (const key of new Set(graph.nodes.flatMap(({ flow }) => (flow === undefined ? [] : [keyOf(flow)])))) {
      const known = callers.get(key);
      if (known === undefined) callers.set(key, [graph]);
      else known.push(graph);
    }
  const project: ProjectContext = {
    today,
    files: lazy(() =>
      input.map((file) => {
        const context: FileContext = {
          path: file.checked.parsed.source.path,
          text: file.checked.parsed.source.text,
          checked: file.checked,
          project,
          nameUses: lazy(() => nameUses(context)),
          flows: lazy(() =>
            file.graphs.flatMap((graph, at) => {
              const checked = file.checked.flows[at];
              return checked === undefined ? [] : [flowContext(graph, checked, context, project)];
            }),
          ),
        };
        return context;
      }),
    ),
    flows: lazy(() => project.files().flatMap((file) => file.flows())),
    flowAt: (flow) => (flow === undefined ? undefined : byKey().get(keyOf(flow))),
    callersOf: (graph) => callers.get(keyOf(graph)) ?? [],
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
    for (const flow of project.flows()) if (!flows.has(keyOf(flow.graph))) flows.set(keyOf(flow.graph), flow);
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

const keyOf = ({ id, path = '' }: { readonly id: string; readonly path?: string }): string =>
  `${path}\n${id}`;

/** All flows, those that are called before those that call them; a circle of calls is one group. */
function calledFirst(project: ProjectContext): readonly (readonly FlowContext[])[] {
  const flows = project.flows();
  const numbers = new Map(flows.map((flow, number) => [flow, number]));
  const calls = flows.flatMap(({ graph }, from) =>
    graph.nodes.flatMap(({ kind, flow }) => {
      const called = kind === 'call' ? project.flowAt(flow) : undefined;
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
  const { graph, project } = flow;
  const open = new Set(graph.openExits.map(({ from }) => from));
  if (graph.nodes.some((_, at) => flow.leadsAnywhere(at))) return true;
  const isStuck = (at: number): boolean => {
    const { kind, flow: called } = flow.node(at);
    const target = kind === 'call' ? project.flowAt(called) : undefined;
    return target !== undefined && !comingBack.has(target);
  };
  const ends = (at: number): boolean => flow.node(at).kind === 'end' || open.has(flow.node(at).id);
  if (reachTogether(flow, isStuck).some((at) => ends(at) && !isStuck(at))) return true;
  return !reachTogether(flow, () => false).some((at) => ends(at) || flow.node(at).kind === 'transfer');
}
