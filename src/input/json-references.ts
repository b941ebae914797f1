import type { JsonFile } from './json-file.ts';
import type { JsonPath } from './json-place.ts';
import type { JsonReport } from './json-shape.ts';

/**
 * Whether all that the parts of a file say of each other is so: every id stands once, every name that is used is there,
 * stages stand before those in them, which leaves no circle, and bars are each other's partners. What is not is
 * reported.
 */
export function checkReferences(file: JsonFile, report: JsonReport): boolean {
  const { nodes, edges, openExits, stages, owners, declarations } = file;
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
  const people = new Set([
    'customer',
    ...[...declarations.roles, ...declarations.systems].map(({ id }) => id),
  ]);
  const requests = new Set(declarations.requests.map(({ id }) => id));

  for (const [index, { parent }] of stages.entries())
    if (parent !== undefined && (stageIds.get(parent) ?? index) >= index)
      mistake(
        ['stages', index, 'parent'],
        `“${parent}” does not stand before this stage, which it is to hold`,
      );
  for (const [index, { from, to }] of edges.entries()) {
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
    for (const member of ['with', 'to', 'using'] as const)
      for (const [place, id] of (node[member] ?? []).entries())
        known(people, id, 'roles and systems', [...path, member, place]);
    for (const [place, id] of (node.requests ?? []).entries())
      known(requests, id, 'requests', [...path, 'requests', place]);
    if (node.partner !== undefined && (node.kind === 'fork' || node.kind === 'join')) {
      const partner = nodes[nodeIds.get(node.partner) ?? -1];
      const wanted = node.kind === 'fork' ? 'join' : 'fork';
      if (partner?.kind !== wanted || partner.partner !== node.id)
        mistake(
          [...path, 'partner'],
          `“${node.partner}” is no ${wanted} that has “${node.id}” for its partner`,
        );
    }
  }
  return isWhole;
}
