import type {
  FlowEdge,
  FlowGraph,
  FlowNode,
  FlowProperties,
  OpenExit,
  StageFrame,
} from '../model/flow-graph.ts';
import { type Duration, durationSeconds } from '../language/duration.ts';
import { relativePath } from '../text/relative-path.ts';

/**
 * A flow graph as JSON, in the form of `flow-graph.schema.json`: with every attribute, without places in the text, what is
 * not there left out. Keys stand in one order, the text is indented by two spaces and ends in a line break, so that
 * the same graph gives the same bytes and a small change gives a small difference. Paths lead from the flow's own file.
 */
export function exportJson(graph: FlowGraph): string {
  const value = {
    version: 1,
    flow: {
      id: graph.id,
      title: graph.title,
      language: graph.language,
      direction: graph.direction,
      properties: properties(graph.properties),
    },
    owners: graph.owners.map(({ id, label, kind }) => ({ id, label, kind })),
    stages: graph.stages.map(stage),
    nodes: graph.nodes.map((each) => node(each, graph.path)),
    edges: graph.edges.map(edge),
    openExits: graph.openExits.map(exit),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** `undefined` stands for what is left out: JSON has no word for it. */
const properties = (of: FlowProperties) => ({
  department: of.department,
  purpose: of.purpose,
  owner: of.owner,
  version: of.version,
  reviewed: of.reviewed && { date: of.reviewed.date, every: duration(of.reviewed.every) },
  audience: list(of.audience),
  promise: duration(of.promise),
});

const stage = ({ id, label, parent }: StageFrame) => ({ id, label, parent });

const node = (of: FlowNode, path: string) => ({
  id: of.id,
  kind: of.kind,
  label: of.label,
  named: of.named,
  owner: of.owner,
  handedUpBy: of.handedUpBy,
  lane: of.lane,
  stage: of.stage,
  with: list(of.with),
  to: list(of.to),
  using: list(of.using),
  within: duration(of.within),
  takes: list(of.takes)?.map(duration),
  symbol: of.symbol,
  say: list(of.say),
  notes: list(of.notes),
  link: of.link,
  flow: of.flow && {
    id: of.flow.id,
    path: of.flow.path === undefined ? undefined : relativePath(path, of.flow.path),
  },
  requests: list(of.requests),
  outcome: of.outcome,
  decision: of.decision,
  partner: of.partner,
  recovered: of.recovered || undefined,
});

const edge = ({ from, to, kind, label, probability, jump }: FlowEdge) => ({
  from,
  to,
  kind,
  label,
  probability,
  jump: jump || undefined,
});

const exit = ({ from, kind, label, probability }: OpenExit) => ({ from, kind, label, probability });

/** As it is written in the language, and how long that is. */
const duration = (of: Duration | undefined) =>
  of && {
    written: of.parts.map(({ value, unit }) => `${value}${unit}`).join(''),
    seconds: durationSeconds(of.parts),
  };

const list = <Item>(items: readonly Item[]): readonly Item[] | undefined =>
  items.length === 0 ? undefined : items;
