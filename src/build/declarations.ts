import type { CheckedFlow, Declaration } from '../check/checked-file.ts';
import { labelFromName } from '../check/label-from-name.ts';
import type { Declarations, Named, Participant, Term } from '../model/process.ts';
import type { Draft } from './draft.ts';

/** What a flow declares, and what else it names, with labels; see `Declarations`. */
export function declarationsOf({ flow, scope }: CheckedFlow, draft: Draft): Declarations {
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
    terms: flow.properties.flatMap((property): readonly Term[] => {
      if (property.kind !== 'term') return [];
      const { term, meaning } = property;
      const word = 'name' in term ? term.name : term.value;
      return word === '' ? [] : [{ word, meaning: meaning.value, declared: 'here' }];
    }),
  };
}
