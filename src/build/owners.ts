import { labelFromName } from '../language/label-from-name.ts';
import type { Declarations, Participant } from '../model/process.ts';
import type { Flow } from '../syntax/ast.ts';
import type { ProcessDraft } from './draft.ts';

/**
 * Everyone who owns a node: the customer first, then those from outside of the house, then all others, each in the
 * order in which the flow declares them, then in order of first use. One that nobody declared counts as a role and
 * reads like its name.
 */
export function ownersOf(
  { nodes, words, language, scope }: ProcessDraft,
  flow: Flow,
  { roles, parties, systems }: Declarations,
): readonly Participant[] {
  const used = new Set(nodes.flatMap(({ content: { owner } }) => (owner === undefined ? [] : [owner])));
  const declared = flow.properties.flatMap((property) =>
    property.kind === 'role' || property.kind === 'system' || property.kind === 'party'
      ? [property.id.name]
      : [],
  );
  const known = new Map(
    [...systems, ...parties, ...roles].map((participant) => [participant.id, participant]),
  );
  const outside = new Set(parties.map(({ id }) => id));
  const inOrder = [...new Set([...declared, ...used])];
  // Those from outside of the house stand together, at the edge.
  return [...new Set(['customer', ...inOrder.filter((id) => outside.has(id)), ...inOrder])]
    .filter((id) => used.has(id))
    .map((id): Participant => {
      if (id !== 'customer')
        return known.get(id) ?? { id, label: labelFromName(id, language), kind: 'role', declared: 'nowhere' };
      const label = scope.roles.get(id)?.label ?? words.customer;
      return { id, label, kind: 'customer', declared: known.get(id)?.declared ?? 'nowhere' };
    });
}
