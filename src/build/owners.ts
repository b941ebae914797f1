import { labelFromName } from '../check/label-from-name.ts';
import type { Flow } from '../syntax/ast.ts';
import type { Draft } from './draft.ts';
import type { Owner } from '../model/flow-graph.ts';

/**
 * Everyone who owns a node: the customer first, then in the order in which the flow declares them, then in order of first
 * use. One that nobody declared counts as a role and reads like its name.
 */
export function ownersOf(draft: Draft, flow: Flow): readonly Owner[] {
  const used = new Set(draft.nodes.flatMap(({ content: { owner } }) => (owner === undefined ? [] : [owner])));
  const declared = flow.properties.flatMap((property) =>
    property.kind === 'role' || property.kind === 'system' ? [property.id.name] : [],
  );
  const ordered = new Set(['customer', ...declared, ...used]);
  return [...ordered].filter((id) => used.has(id)).map((id) => ownerOf(draft, id));
}

function ownerOf({ scope, words, language }: Draft, id: string): Owner {
  const role = scope.roles.get(id);
  if (id === 'customer') return { id, label: role?.label ?? words.customer, kind: 'customer' };
  const system = scope.systems.get(id);
  const label = (role ?? system)?.label ?? labelFromName(id, language);
  return { id, label, kind: role === undefined && system !== undefined ? 'system' : 'role' };
}
