import { type Duration, durationSeconds } from '../language/duration.ts';
import type { Gaps, OpenExit } from '../model/gaps.ts';
import { decisionOf, handedUpByOf, outcomeOf, requestsOf, takesOf, withinOf } from '../model/node-parts.ts';
import type {
  Declarations,
  Edge,
  FlowRef,
  Named,
  Node,
  Process,
  ProcessProperties,
  Stage,
} from '../model/process.ts';
import { pathFromFile } from '../text/relative-path.ts';
import type { ProcessOutput } from './output.ts';

/** The process as JSON, for other programs. */
export const json: ProcessOutput<'json'> = {
  name: 'json',
  extension: 'json',
  summary: 'the process as data, for other programs',
  of: 'process',
  fresh: 'same-bytes',
  make: (process, gaps) => processJson(process, gaps),
};

/**
 * A process as JSON, in the form of `flow-graph.schema.json`: with every attribute, without places in the text, what is
 * not there left out. Keys stand in one order, the text is indented by two spaces and ends in a line break, so that the
 * same process gives the same bytes and a small change gives a small difference. Paths lead from the flow's own file.
 */
function processJson(process: Process, { openExits, nodesWithErrors }: Gaps): string {
  const value = {
    version: 1,
    flow: {
      id: process.id,
      title: process.title,
      language: process.language,
      direction: process.direction,
      properties: properties(process.properties),
    },
    declarations: declarations(process.declarations),
    owners: process.owners.map(({ id, label, kind }) => ({ id, label, kind })),
    stages: process.stages.map(stage),
    nodes: process.nodes.map((each) => node(each, process.path, nodesWithErrors.has(each.id))),
    edges: process.edges.map(edge),
    openExits: openExits.map(exit),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** `undefined` stands for what is left out: JSON has no word for it. */
const properties = (of: ProcessProperties) => ({
  department: of.department,
  purpose: of.purpose,
  owner: of.owner,
  version: of.version,
  reviewed: of.reviewed && { date: of.reviewed.date, every: duration(of.reviewed.every) },
  audience: list(of.audience),
  promise: duration(
    of.promises.find(({ id, label, from, to }) => (id ?? label ?? from ?? to) === undefined)?.within,
  ),
});

const declarations = ({ roles, systems, requests, terms }: Declarations) => ({
  roles: roles.map(named),
  systems: systems.map(named),
  requests: requests.map(named),
  terms: terms.map(({ word, meaning, declared }) => ({ word, meaning, declared })),
});

const named = ({ id, label, declared }: Named) => ({ id, label, declared });

const stage = ({ id, label, named, parent }: Stage) => ({ id, label, named, parent });

const node = (of: Node, path: string, hasErrors: boolean) => ({
  id: of.id,
  kind: of.kind,
  label: of.label,
  named: of.named,
  owner: of.owner,
  handedUpBy: handedUpByOf(of),
  lane: of.lane,
  stage: of.stage,
  with: list(of.with),
  to: list(of.to),
  using: list(of.using),
  within: duration(withinOf(of)),
  takes: list(takesOf(of))?.map(duration),
  symbol: 'symbol' in of ? of.symbol : undefined,
  say: list(of.say),
  notes: list(of.notes),
  link: of.link,
  flow: 'flow' in of ? flowRef(of.flow, path) : undefined,
  requests: list(requestsOf(of)),
  outcome: outcomeOf(of),
  decision: decisionOf(of),
  partner: 'partner' in of ? of.partner : undefined,
  recovered: hasErrors || undefined,
});

const flowRef = ({ id, path }: FlowRef, from: string) => ({
  id,
  path: path === undefined ? undefined : pathFromFile(from, path),
});

const edge = ({ id, from, to, kind, label, probability, jump }: Edge) => ({
  id,
  from,
  to,
  kind,
  label,
  probability,
  jump: jump || undefined,
});

const exit = ({ from, kind, label, probability }: OpenExit) => ({ from, kind, label, probability });

/** A duration as it is written in the language, and how long that is. */
const duration = (of: Duration | undefined) =>
  of && {
    written: of.map(({ value, unit }) => `${value}${unit}`).join(''),
    seconds: durationSeconds(of),
  };

const list = <Item>(items: readonly Item[]): readonly Item[] | undefined =>
  items.length === 0 ? undefined : items;
