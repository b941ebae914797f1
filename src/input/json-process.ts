import type { Participant, Process } from '../model/process.ts';
import { isOtherVersion, type JsonFile, jsonFile } from './json-file.ts';
import { jsonNode } from './json-node.ts';
import { checkReferences } from './json-references.ts';
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
    properties: propertiesOfJson(properties),
    declarations,
    owners: ownersOfJson(file, declarations),
    nodes: whole,
    edges: file.edges.map(({ jump = false, ...edge }) => ({ ...edge, jump })),
    stages: file.stages.map(({ named = false, ...stage }) => ({
      ...stage,
      named,
      withinByLevel: [],
      with: [],
      using: [],
      say: [],
      notes: [],
      fields: [],
    })),
  };
}

const propertiesOfJson = ({
  promise,
  audience = [],
  ...properties
}: JsonFile['flow']['properties']): Process['properties'] => ({
  ...properties,
  audience,
  promises: promise === undefined ? [] : [{ within: promise, withinByLevel: [] }],
  references: [],
  approved: [],
  revised: [],
  measures: [],
  hours: [],
  fields: [],
});

const declarationsOfJson = ({ declarations }: JsonFile): Process['declarations'] => ({
  roles: declarations.roles.map(
    (role): Participant => ({ ...role, kind: role.id === 'customer' ? 'customer' : 'role' }),
  ),
  systems: declarations.systems.map((system): Participant => ({ ...system, kind: 'system' })),
  requests: declarations.requests,
  terms: declarations.terms,
  parties: [],
  levels: [],
});

/** Owners say in the file what they are; where their labels come from is said among the declarations. */
function ownersOfJson(
  { owners }: JsonFile,
  { roles, systems }: Process['declarations'],
): readonly Participant[] {
  const known = new Map([...systems, ...roles].map(({ id, declared }) => [id, declared]));
  return owners.map((owner) => ({ ...owner, declared: known.get(owner.id) ?? 'nowhere' }));
}
