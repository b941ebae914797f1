import type { CheckedFlow, Declaration } from '../check/checked-file.ts';
import { promiseParts } from '../check/promise-parts.ts';
import { labelFromName } from '../language/label-from-name.ts';
import type { Declarations, Named, Participant, Remarks, Term } from '../model/process.ts';
import type { NameDeclaration, Property } from '../syntax/ast.ts';
import type { ProcessDraft } from './draft.ts';

/** What a flow declares, and what else it names, with labels; see `Declarations`. */
export function declarationsOf(checked: CheckedFlow, draft: ProcessDraft): Declarations {
  const { flow, scope } = checked;
  const own = (kind: NameDeclaration['kind']): readonly string[] =>
    flow.properties.flatMap((property) => (property.kind === kind ? [property.id.name] : []));
  const named = (
    kind: NameDeclaration['kind'],
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
  const people = [
    ...[...draft.nodes, ...draft.stages].flatMap(({ content }) => [
      ...(content.owner === undefined ? [] : [content.owner]),
      ...('handedUpBy' in content && content.handedUpBy !== undefined ? [content.handedUpBy] : []),
      ...('accountable' in content && content.accountable !== undefined ? [content.accountable] : []),
      ...content.with,
      ...('to' in content ? content.to : []),
    ]),
    ...flow.properties.flatMap((property) => (property.kind === 'accountable' ? [property.id.name] : [])),
  ];
  const isParty = (id: string): boolean => scope.parties.has(id) && !scope.roles.has(id);
  const isSystem = (id: string): boolean => scope.systems.has(id) && !scope.roles.has(id) && !isParty(id);
  const roles = named(
    'role',
    scope.roles,
    people.filter((id) => id !== 'customer' && !isSystem(id) && !isParty(id)),
  );
  const systems = named('system', scope.systems, [
    ...people.filter((id) => id !== 'customer' && isSystem(id)),
    ...[...draft.nodes, ...draft.stages].flatMap(({ content }) => content.using),
  ]);
  const parties = named('party', scope.parties, people.filter(isParty));
  const staff = new Map(
    flow.properties.flatMap((property) =>
      property.kind === 'role' && property.staff !== undefined
        ? [[property.id.name, property.staff.value] as const]
        : [],
    ),
  );
  return {
    roles: roles.map((role): Participant => {
      const count = staff.get(role.id);
      return {
        ...role,
        kind: role.id === 'customer' ? 'customer' : 'role',
        ...(count === undefined ? {} : { staff: count }),
      };
    }),
    parties: parties.map((party): Participant => ({ ...party, kind: 'party' })),
    systems: systems.map((system): Participant => ({ ...system, kind: 'system' })),
    requests: named(
      'request',
      scope.requests,
      draft.nodes.flatMap(({ content }) => (content.kind === 'touchpoint' ? content.requests : [])),
    ),
    terms: termsOf(checked, draft),
    levels: named('level', scope.levels, levelsUsed(checked, draft)),
  };
}

/** The levels that times are for, in the order of the text. */
function levelsUsed(
  { flow, scope }: CheckedFlow,
  { nodes, stages, edges, jumps }: ProcessDraft,
): readonly string[] {
  const promised = flow.properties.flatMap((property) =>
    property.kind === 'promise'
      ? promiseParts(property, (id) => scope.levels.has(id)).limits
      : property.kind === 'measure'
        ? (property.within?.limits ?? [])
        : [],
  );
  const exits = [...edges.map(({ exit }) => exit), ...jumps.flatMap((jump) => jump.exits)];
  const timings = [
    ...nodes.flatMap(({ content }) => (content.kind === 'meanwhile' ? [content.timing] : [])),
    ...exits.flatMap(({ timing }) => (timing === undefined ? [] : [timing])),
  ];
  return [
    ...promised.flatMap(({ level }) => (level === undefined ? [] : [level.name])),
    ...[...stages, ...nodes].flatMap(({ content }) => [
      ...('withinByLevel' in content ? content.withinByLevel.map(({ level }) => level) : []),
      ...('takesByLevel' in content ? content.takesByLevel.map(({ level }) => level) : []),
    ]),
    ...timings.flatMap(({ byLevel }) => byLevel.map(({ level }) => level)),
  ];
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
    ...flow.properties.flatMap(textsOfProperty),
    ...own.map(({ meaning }) => meaning),
    ...[...nodes, ...stages].flatMap(({ content }) => [
      content.label,
      ...textsOfRemarks(content),
      ...('each' in content && content.each !== undefined ? [content.each] : []),
      ...('until' in content && content.until !== undefined ? [content.until] : []),
    ]),
    ...[...edges.map(({ exit }) => exit), ...jumps.flatMap(({ exits }) => exits)].flatMap(
      ({ label = '', remarks }) => [label, ...(remarks === undefined ? [] : textsOfRemarks(remarks))],
    ),
  ]);
  if (used.size === 0) return own;
  return [
    ...own,
    ...[...scope.terms.values()]
      .filter(({ name }) => used.has(name) && !here.has(name) && name !== '')
      .map(({ name, label }): Term => ({ word: name, meaning: label, declared: 'elsewhere' })),
  ];
}

const textsOfRemarks = ({ say, notes, fields }: Remarks): readonly string[] => [
  ...say,
  ...notes,
  ...fields.map(({ value }) => value),
];

/** What people read about the flow as a whole. */
function textsOfProperty(property: Property): readonly string[] {
  switch (property.kind) {
    case 'purpose':
    case 'scope':
      return [property.value.value];
    case 'measure':
    case 'revised':
      return [property.what.value];
    case 'reference':
      return [property.title.value];
    case 'promise':
      return property.name?.label === undefined ? [] : [property.name.label.value];
    case 'field':
      return [property.value.value];
    case 'department':
    case 'owner':
    case 'version':
    case 'reviewed':
    case 'audience':
    case 'language':
    case 'direction':
    case 'role':
    case 'system':
    case 'request':
    case 'party':
    case 'level':
    case 'term':
    case 'accountable':
    case 'approved':
    case 'hours':
      return [];
  }
}
