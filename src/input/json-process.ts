import type { Duration } from '../language/duration.ts';
import type { Edge, Participant, Process, Stage } from '../model/process.ts';
import type { AtLevel } from '../model/process-properties.ts';
import { timingOfJson } from './json-by-level.ts';
import { isOtherVersion, type JsonEdge, type JsonFile, jsonFile } from './json-file.ts';
import { jsonNode } from './json-node.ts';
import type { JsonPath } from './json-place.ts';
import { checkReferences } from './json-references.ts';
import { jsonLink, remarksOfJson } from './json-remarks.ts';
import type { JsonReport } from './json-shape.ts';

/** The process that a JSON value says; undefined where it cannot be one, which is reported. */
export function processFile(value: unknown, report: JsonReport): Process | undefined {
  if (isOtherVersion(value)) {
    report.mistake(['version'], 'This file is of another version than 1, which is the one that can be read');
    return undefined;
  }
  const file = jsonFile.read(value, [], report);
  if (file === undefined) return undefined;
  const nodes = file.nodes.map((node, index) => jsonNode(node, ['nodes', index], report));
  const whole = nodes.filter((node) => node !== undefined);
  if (whole.length < nodes.length || !checkReferences(file, report)) return undefined;
  const { id, title, language, direction, properties } = file.flow;
  const declarations = declarationsOfJson(file);
  return {
    id,
    path: '',
    title,
    language,
    direction,
    properties: propertiesOfJson(properties, ['flow', 'properties'], report),
    declarations,
    owners: ownersOfJson(file, declarations),
    nodes: whole,
    edges: file.edges.map((edge, index) => edgeOfJson(edge, ['edges', index], report)),
    stages: file.stages.map((stage, index) => stageOfJson(stage, ['stages', index], report)),
  };
}

function propertiesOfJson(
  { promise, promiseByLevel, ...said }: JsonFile['flow']['properties'],
  path: JsonPath,
  report: JsonReport,
): Process['properties'] {
  const endToEnd =
    promise === undefined && promiseByLevel === undefined
      ? []
      : [{ ...(promise === undefined ? {} : { within: promise }), withinByLevel: promiseByLevel }];
  return {
    ...said,
    audience: said.audience ?? [],
    // All promises are in one list since language 1.1; a file from before it has the one.
    promises: (said.promises ?? endToEnd).map(withLevels),
    references: (said.references ?? []).map(({ title, link }, index) => ({
      title,
      ...jsonLink(link, [...path, 'references', index], report),
    })),
    approved: said.approved ?? [],
    revised: said.revised ?? [],
    measures: (said.measures ?? []).map(withLevels),
    hours: said.hours ?? [],
    fields: said.fields ?? [],
  };
}

const withLevels = <Value extends { readonly withinByLevel?: readonly AtLevel<Duration>[] | undefined }>({
  withinByLevel = [],
  ...said
}: Value) => ({ ...said, withinByLevel });

const declarationsOfJson = ({ declarations }: JsonFile): Process['declarations'] => ({
  roles: declarations.roles.map(
    (role): Participant => ({ ...role, kind: role.id === 'customer' ? 'customer' : 'role' }),
  ),
  systems: declarations.systems.map((system): Participant => ({ ...system, kind: 'system' })),
  requests: declarations.requests,
  terms: declarations.terms,
  parties: (declarations.parties ?? []).map((party): Participant => ({ ...party, kind: 'party' })),
  levels: declarations.levels ?? [],
});

/** Owners say in the file what they are; all else of them is said among the declarations. */
function ownersOfJson(
  { owners }: JsonFile,
  { roles, systems, parties }: Process['declarations'],
): readonly Participant[] {
  const known = new Map(
    [...systems, ...parties, ...roles].map((participant) => [participant.id, participant]),
  );
  return owners.map((owner) => {
    const { declared = 'nowhere', staff } = known.get(owner.id) ?? {};
    return { ...owner, declared, ...(staff === undefined ? {} : { staff }) };
  });
}

function edgeOfJson(edge: JsonEdge, path: JsonPath, report: JsonReport): Edge {
  const { id, from, to, kind, label, probability, name, jump = false } = edge;
  const timing = timingOfJson(edge);
  const remarks = remarksOfJson(edge, path, report);
  const isSaid = [edge.say, edge.notes, edge.link, edge.fields].some((said) => said !== undefined);
  return {
    id,
    from,
    to,
    kind,
    ...(label === undefined ? {} : { label }),
    ...(probability === undefined ? {} : { probability }),
    ...(name === undefined ? {} : { name }),
    ...(timing === undefined ? {} : { timing }),
    ...(isSaid ? { remarks } : {}),
    jump,
  };
}

function stageOfJson(stage: JsonFile['stages'][number], path: JsonPath, report: JsonReport): Stage {
  const { named = false, withinByLevel = [], using = [], say: _, notes, link, fields, ...said } = stage;
  return {
    ...said,
    named,
    withinByLevel,
    with: stage.with ?? [],
    using,
    ...remarksOfJson(stage, path, report),
  };
}
