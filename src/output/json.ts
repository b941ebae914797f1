import { type Duration, durationSeconds } from '../language/duration.ts';
import { readWorkingHours } from '../language/read-working-hours.ts';
import type { WorkingHours } from '../language/working-time.ts';
import type { Gaps, OpenExit } from '../model/gaps.ts';
import { decisionOf, handedUpByOf, outcomeOf, requestsOf, takesOf, withinOf } from '../model/node-parts.ts';
import type {
  Declarations,
  Edge,
  FlowRef,
  Named,
  Node,
  Participant,
  Process,
  Remarks,
  Stage,
  Timing,
} from '../model/process.ts';
import type { AtLevel, Measure, ProcessProperties, ServicePromise } from '../model/process-properties.ts';
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
  const duration = durationIn(readWorkingHours(process.properties.hours).value);
  const value = {
    version: 1,
    flow: {
      id: process.id,
      title: process.title,
      language: process.language,
      direction: process.direction,
      properties: properties(process.properties, duration),
    },
    declarations: declarations(process.declarations),
    owners: process.owners.map(({ id, label, kind }) => ({ id, label, kind })),
    stages: process.stages.map((each) => stage(each, duration)),
    nodes: process.nodes.map((each) => node(each, process.path, nodesWithErrors.has(each.id), duration)),
    edges: process.edges.map((each) => edge(each, duration)),
    openExits: openExits.map((each) => exit(each, duration)),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** `undefined` stands for what is left out: JSON has no word for it. */
const properties = (of: ProcessProperties, duration: WriteDuration) => {
  const endToEnd = of.promises.find(({ id, label, from, to }) => (id ?? label ?? from ?? to) === undefined);
  return {
    department: of.department,
    purpose: of.purpose,
    owner: of.owner,
    version: of.version,
    reviewed: of.reviewed && { date: of.reviewed.date, every: duration(of.reviewed.every) },
    audience: list(of.audience),
    promise: duration(endToEnd?.within),
    promiseByLevel: byLevel(endToEnd?.withinByLevel ?? [], duration),
    promises: list(of.promises)?.map((each) => promise(each, duration)),
    scope: of.scope,
    accountable: of.accountable,
    references: list(of.references)?.map(({ title, link }) => ({ title, link })),
    approved: list(of.approved)?.map(({ who, date }) => ({ who, date })),
    revised: list(of.revised)?.map(({ date, what }) => ({ date, what })),
    measures: list(of.measures)?.map((each) => measure(each, duration)),
    hours: list(of.hours),
    fields: fields(of),
  };
};

const promise = (
  { id, label, within, withinByLevel, from, to }: ServicePromise,
  duration: WriteDuration,
) => ({
  id,
  label,
  within: duration(within),
  withinByLevel: byLevel(withinByLevel, duration),
  from,
  to,
});

const measure = ({ what, target, within, withinByLevel }: Measure, duration: WriteDuration) => ({
  what,
  target,
  within: duration(within),
  withinByLevel: byLevel(withinByLevel, duration),
});

const declarations = ({ roles, systems, requests, terms, parties, levels }: Declarations) => ({
  roles: roles.map(participant),
  systems: systems.map(participant),
  requests: requests.map(named),
  terms: terms.map(({ word, meaning, declared }) => ({ word, meaning, declared })),
  parties: parties.map(participant),
  levels: levels.map(named),
});

const named = ({ id, label, declared }: Named) => ({ id, label, declared });

const participant = (of: Participant) => ({ ...named(of), staff: of.staff });

const stage = (of: Stage, duration: WriteDuration) => ({
  id: of.id,
  label: of.label,
  named: of.named,
  parent: of.parent,
  owner: of.owner,
  accountable: of.accountable,
  with: list(of.with),
  using: list(of.using),
  within: duration(of.within),
  withinByLevel: byLevel(of.withinByLevel, duration),
  each: of.each,
  ...remarks(of),
});

const node = (of: Node, path: string, hasErrors: boolean, duration: WriteDuration) => ({
  id: of.id,
  kind: of.kind,
  label: of.label,
  named: of.named,
  owner: of.owner,
  handedUpBy: handedUpByOf(of),
  accountable: 'accountable' in of ? of.accountable : undefined,
  lane: of.lane,
  stage: of.stage,
  with: list(of.with),
  to: list(of.to),
  using: list(of.using),
  within: duration(withinOf(of)),
  withinByLevel: 'withinByLevel' in of ? byLevel(of.withinByLevel, duration) : undefined,
  until: 'until' in of ? of.until : undefined,
  takes: list(takesOf(of))?.map(duration),
  takesByLevel:
    'takesByLevel' in of ? byLevel(of.takesByLevel, (takes) => list(takes)?.map(duration)) : undefined,
  stopsClock: 'stopsClock' in of ? of.stopsClock : undefined,
  each: 'each' in of ? of.each : undefined,
  symbol: 'symbol' in of ? of.symbol : undefined,
  ...remarks(of),
  flow: 'flow' in of ? flowRef(of.flow, path) : undefined,
  requests: list(requestsOf(of)),
  volume: 'volume' in of ? of.volume && { count: of.volume.count, per: duration(of.volume.per) } : undefined,
  probability: 'probability' in of ? of.probability : undefined,
  ...(of.kind === 'meanwhile' ? { name: of.name, ...timing(of.timing, duration) } : {}),
  outcome: outcomeOf(of),
  decision: decisionOf(of),
  several: 'several' in of ? of.several : undefined,
  first: 'first' in of ? of.first : undefined,
  partner: 'partner' in of ? of.partner : undefined,
  recovered: hasErrors || undefined,
});

const flowRef = ({ id, path }: FlowRef, from: string) => ({
  id,
  path: path === undefined ? undefined : pathFromFile(from, path),
});

const edge = ({ id, from, to, kind, label, probability, jump, ...said }: Edge, duration: WriteDuration) => ({
  id,
  from,
  to,
  kind,
  label,
  probability,
  jump: jump || undefined,
  ...saidOfExit(said, duration),
});

const exit = ({ from, kind, label, probability, ...said }: OpenExit, duration: WriteDuration) => ({
  from,
  kind,
  label,
  probability,
  ...saidOfExit(said, duration),
});

const saidOfExit = (of: Pick<Edge, 'name' | 'timing' | 'remarks'>, duration: WriteDuration) => ({
  name: of.name,
  ...(of.timing && timing(of.timing, duration)),
  ...(of.remarks && remarks(of.remarks)),
});

const remarks = (of: Remarks) => ({
  say: list(of.say),
  notes: list(of.notes),
  link: of.link,
  fields: fields(of),
});

const fields = ({ fields: all }: Pick<Remarks, 'fields'>) =>
  list(all)?.map(({ key, value }) => ({ key, value }));

/** When something is done beside the work: `every` or `after`, and the like by level. */
const timing = (of: Timing, duration: WriteDuration) => ({
  [of.kind]: duration(of.duration),
  [`${of.kind}ByLevel`]: byLevel(of.byLevel, duration),
});

/** Values by the ids of their levels, which begin with a letter, so that an object keeps their order. */
const byLevel = <Value, Written>(values: readonly AtLevel<Value>[], written: (value: Value) => Written) =>
  values.length === 0
    ? undefined
    : Object.fromEntries(values.map(({ level, value }) => [level, written(value)]));

type WriteDuration = ReturnType<typeof durationIn>;

/** Writes a duration as it is written in the language, and how long that is, by the hours in which people work. */
const durationIn = (hours: WorkingHours) => (of: Duration | undefined) =>
  of && {
    written: of.map(({ value, unit }) => `${value}${unit}`).join(''),
    seconds: durationSeconds(of, hours),
  };

const list = <Item>(items: readonly Item[]): readonly Item[] | undefined =>
  items.length === 0 ? undefined : items;
