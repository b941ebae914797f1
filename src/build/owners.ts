import { labelFromName } from '../check/label-from-name.ts';
import type { Declarations, Participant } from '../model/process.ts';
import type { Flow } from '../syntax/ast.ts';
import type { ProcessDraft } from './draft.ts';

/**
 * Everyone who owns a node: the customer first, then in the order in which the flow declares them, then in order of
 * first use. One that nobody declared counts as a role and reads like its name.
 */
export function ownersOf(
  { nodes, words, language, scope }: ProcessDraft,
  flow: Flow,
  { roles, systems }: Declarations,
): readonly Participant[] {
  const used = new Set(nodes.flatMap(({ content: { owner } }) => (owner === undefined ? [] : [owner])));
  const declared = flow.properties.flatMap((property) =>
    property.kind === 'role' || property.kind === 'system' ? [property.id.name] : [],
  );
  const known = new Map([...systems, ...roles].map((participant) => [participant.id, participant]));
  return [...new Set(['customer', ...declared, ...used])]
    .filter((id) => used.has(id))
    .map((id): Participant => {
      if (id !== 'customer')
        return known.get(id) ?? { id, label: labelFromName(id, language), kind: 'role', declared: 'nowhere' };
      const label = scope.roles.get(id)?.label ?? words.customer;
      return { id, label, kind: 'customer', declared: known.get(id)?.declared ?? 'nowhere' };
    });
}
