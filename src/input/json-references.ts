import type { JsonFile } from './json-file.ts';
import type { JsonPath } from './json-place.ts';
import type { JsonReport } from './json-shape.ts';

/**
 * Whether all that the parts of a file say of each other is so: every id stands once, every name that is used is there,
 * stages stand before those in them, which leaves no circle, and each join and what it closes are each other's
 * partners. What is not is reported.
 */
export function checkReferences(file: JsonFile, report: JsonReport): boolean {
  const { flow, nodes, edges, openExits, stages, owners, declarations } = file;
  const { roles, systems, parties = [] } = declarations;
  let isWhole = true;
  const mistake = (path: JsonPath, message: string): void => {
    isWhole = false;
    report.mistake(path, message);
  };
  const idsOf = (list: string, things: readonly { readonly id: string }[]): ReadonlyMap<string, number> => {
    const ids = new Map<string, number>();
    for (const [index, { id }] of things.entries())
      if (ids.has(id)) mistake([list, index, 'id'], `“${id}” stands twice among the ${list}`);
      else ids.set(id, index);
    return ids;
  };
  const known = (
    ids: { has(id: string): boolean },
    id: string | undefined,
    list: string,
    path: JsonPath,
  ): void => {
    if (id !== undefined && !ids.has(id)) mistake(path, `“${id}” is not among the ${list}`);
  };

  const nodeIds = idsOf('nodes', nodes);
  const stageIds = idsOf('stages', stages);
  const ownerIds = idsOf('owners', owners);
  idsOf('edges', edges);
  const people = new Set(['customer', ...[...roles, ...parties, ...systems].map(({ id }) => id)]);
  const requests = new Set(declarations.requests.map(({ id }) => id));
  const levels = new Set((declarations.levels ?? []).map(({ id }) => id));
  const knownLevels = (things: LevelUse, path: JsonPath): void => {
    for (const member of levelMembers)
      for (const { level } of things[member] ?? []) known(levels, level, 'levels', [...path, member, level]);
  };
  const knownPeople = (things: PeopleUse, path: JsonPath): void => {
    known(people, things.accountable, 'roles and systems', [...path, 'accountable']);
    for (const member of ['with', 'to', 'using'] as const)
      for (const [place, id] of (things[member] ?? []).entries())
        known(people, id, 'roles and systems', [...path, member, place]);
  };

  const { properties } = flow;
  const path = ['flow', 'properties'];
  known(people, properties.accountable, 'roles and systems', [...path, 'accountable']);
  for (const { level } of properties.promiseByLevel ?? [])
    known(levels, level, 'levels', [...path, 'promiseByLevel', level]);
  for (const [index, promise] of (properties.promises ?? []).entries()) {
    knownLevels(promise, [...path, 'promises', index]);
    for (const member of ['from', 'to'] as const)
      known(nodeIds, promise[member], 'nodes', [...path, 'promises', index, member]);
  }
  for (const [index, measure] of (properties.measures ?? []).entries())
    knownLevels(measure, [...path, 'measures', index]);

  for (const [index, stage] of stages.entries()) {
    const { parent, owner } = stage;
    knownPeople(stage, ['stages', index]);
    knownLevels(stage, ['stages', index]);
    known(people, owner, 'roles and systems', ['stages', index, 'owner']);
    if (parent !== undefined && (stageIds.get(parent) ?? index) >= index)
      mistake(
        ['stages', index, 'parent'],
        `“${parent}” does not stand before this stage, which it is to hold`,
      );
  }
  for (const [index, edge] of edges.entries()) {
    const { from, to } = edge;
    knownLevels(edge, ['edges', index]);
    known(nodeIds, from, 'nodes', ['edges', index, 'from']);
    known(nodeIds, to, 'nodes', ['edges', index, 'to']);
  }
  for (const [index, { from }] of openExits.entries())
    known(nodeIds, from, 'nodes', ['openExits', index, 'from']);
  for (const [index, node] of nodes.entries()) {
    const path = ['nodes', index];
    known(stageIds, node.stage, 'stages', [...path, 'stage']);
    known(ownerIds, node.owner, 'owners', [...path, 'owner']);
    known(ownerIds, node.lane, 'owners', [...path, 'lane']);
    known(people, node.handedUpBy, 'roles and systems', [...path, 'handedUpBy']);
    knownPeople(node, path);
    knownLevels(node, path);
    for (const [place, id] of (node.requests ?? []).entries())
      known(requests, id, 'requests', [...path, 'requests', place]);
    if (node.partner === undefined || !['fork', 'decision', 'join'].includes(node.kind)) continue;
    const partner = nodes[nodeIds.get(node.partner) ?? -1];
    const wanted = node.kind === 'join' ? ['fork', 'decision'] : ['join'];
    if (partner === undefined || !wanted.includes(partner.kind) || partner.partner !== node.id)
      mistake(
        [...path, 'partner'],
        `“${node.partner}” is no ${wanted.join(' or ')} that has “${node.id}” for its partner`,
      );
  }
  return isWhole;
}

const levelMembers = ['withinByLevel', 'takesByLevel', 'everyByLevel', 'afterByLevel'] as const;

type LevelUse = {
  readonly [Member in (typeof levelMembers)[number]]?: readonly { readonly level: string }[];
};

type PeopleUse = {
  readonly accountable?: string;
} & { readonly [Member in 'with' | 'to' | 'using']?: readonly string[] };
