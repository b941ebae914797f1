import type { CheckedFlow, Declaration } from '../check/checked-file.ts';
import { labelFromName } from '../check/label-from-name.ts';
import type { Declarations, Named, Participant, Term } from '../model/process.ts';
import type { ProcessDraft } from './draft.ts';

/** What a flow declares, and what else it names, with labels; see `Declarations`. */
export function declarationsOf(checked: CheckedFlow, draft: ProcessDraft): Declarations {
  const { flow, scope } = checked;
  const own = (kind: 'role' | 'system' | 'request'): readonly string[] =>
    flow.properties.flatMap((property) => (property.kind === kind ? [property.id.name] : []));
  const named = (
    kind: 'role' | 'system' | 'request',
    all: ReadonlyMap<string, Declaration>,
    used: readonly string[],
  ): readonly Named[] => {
    const here = new Set(own(kind));
    return [...new Set([...here, ...used])]
      .filter((id) => id !== '')
      .map((id) => {
        const known = all.get(id);
        return {
          id,
          label: known?.label ?? labelFromName(id, draft.language),
          declared: here.has(id) ? 'here' : known === undefined ? 'nowhere' : 'elsewhere',
        };
      });
  };
  const people = draft.nodes.flatMap(({ content }) => [
    ...(content.owner === undefined ? [] : [content.owner]),
    ...('handedUpBy' in content && content.handedUpBy !== undefined ? [content.handedUpBy] : []),
    ...content.with,
    ...content.to,
  ]);
  const isSystem = (id: string): boolean => scope.systems.has(id) && !scope.roles.has(id);
  const roles = named(
    'role',
    scope.roles,
    people.filter((id) => id !== 'customer' && !isSystem(id)),
  );
  const systems = named('system', scope.systems, [
    ...people.filter((id) => id !== 'customer' && isSystem(id)),
    ...draft.nodes.flatMap(({ content }) => content.using),
  ]);
  return {
    roles: roles.map(
      (role): Participant => ({ ...role, kind: role.id === 'customer' ? 'customer' : 'role' }),
    ),
    systems: systems.map((system): Participant => ({ ...system, kind: 'system' })),
    requests: named(
      'request',
      scope.requests,
      draft.nodes.flatMap(({ content }) => (content.kind === 'touchpoint' ? content.requests : [])),
    ),
    terms: termsOf(checked, draft),
  };
}

/**
 * The terms that a flow declares, then those of other flows that stand in its texts, in the order of their
 * declarations.
 */
function termsOf(
  { flow, scope }: CheckedFlow,
  { nodes, edges, jumps, stages }: ProcessDraft,
): readonly Term[] {
  const own = flow.properties.flatMap((property): readonly Term[] => {
    if (property.kind !== 'term') return [];
    const { term, meaning } = property;
    const word = 'name' in term ? term.name : term.value;
    return word === '' ? [] : [{ word, meaning: meaning.value, declared: 'here' }];
  });
  const here = new Set(own.map(({ word }) => word));
  if (scope.terms.size <= here.size) return own;
  const used = scope.termsIn([
    flow.label?.value ?? '',
    ...flow.properties.flatMap((property) => (property.kind === 'purpose' ? [property.value.value] : [])),
    ...own.map(({ meaning }) => meaning),
    ...nodes.flatMap(({ content: { label, say, notes } }) => [label, ...say, ...notes]),
    ...[...edges.map(({ exit }) => exit), ...jumps.flatMap(({ exits }) => exits)].map(
      ({ label = '' }) => label,
    ),
    ...stages.map(({ label }) => label),
  ]);
  if (used.size === 0) return own;
  return [
    ...own,
    ...[...scope.terms.values()]
      .filter(({ name }) => used.has(name) && !here.has(name) && name !== '')
      .map(({ name, label }): Term => ({ word: name, meaning: label, declared: 'elsewhere' })),
  ];
}
