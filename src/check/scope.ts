import { termsFinder } from '../language/term-search.ts';
import type { Span } from '../text/span.ts';
import type { Declaration, DeclarationKind, Scope } from './checked-file.ts';
import type { FileDeclaration } from './declarations.ts';

/** A file that is `use`d: what it declares, and the place of its path in the file that uses it. */
export interface UsedFile {
  readonly use: Span;
  readonly declared: readonly FileDeclaration[];
}

/** Two things of one kind with one name. `use` is where the second comes in, if it is from another file. */
export interface Conflict {
  readonly first: FileDeclaration;
  readonly second: FileDeclaration;
  readonly use?: Span;
}

export interface FileScope {
  readonly scope: Scope;
  readonly conflicts: readonly Conflict[];
}

/**
 * What can be named in a file: what it declares itself, and what the files declare that it `use`s directly. Names do
 * not come through a used file from a third one: a reader finds every name in a file that is named on top. A name that
 * is declared in several flows with one and the same label is one thing, so that flows may each name their roles; a
 * declaration without a label stands back for one with it. All else with one name are two things.
 */
export function fileScope(own: readonly FileDeclaration[], used: readonly UsedFile[]): FileScope {
  const maps = {
    flow: new Map<string, FileDeclaration>(),
    role: new Map<string, FileDeclaration>(),
    party: new Map<string, FileDeclaration>(),
    system: new Map<string, FileDeclaration>(),
    request: new Map<string, FileDeclaration>(),
    term: new Map<string, FileDeclaration>(),
    level: new Map<string, FileDeclaration>(),
  } as const satisfies Record<DeclarationKind, Map<string, FileDeclaration>>;
  const conflicts: Conflict[] = [];
  const add = (second: FileDeclaration, use?: Span): void => {
    const map = maps[second.kind];
    const first = map.get(second.name) ?? otherOwner(second);
    if (first === undefined) map.set(second.name, second);
    else if (areTwo(first, second)) conflicts.push({ first, second, ...(use === undefined ? {} : { use }) });
    else if (!first.labelled && second.labelled) map.set(second.name, second);
  };
  /** Whoever works is in the house or outside of it, and not both. */
  const otherOwner = ({ kind, name }: FileDeclaration): FileDeclaration | undefined =>
    kind === 'role' ? maps.party.get(name) : kind === 'party' ? maps.role.get(name) : undefined;
  for (const declared of own) add(declared);
  for (const { use, declared } of used) for (const each of declared) add(each, use);
  const scope: Scope = {
    flows: maps.flow,
    roles: maps.role,
    parties: maps.party,
    systems: maps.system,
    requests: maps.request,
    terms: maps.term,
    levels: maps.level,
    termsIn: whenAsked(() => termsFinder(maps.term.keys())),
  };
  return { scope, conflicts };
}

/** A function that is made when it is called first: most files have no terms to look for. */
function whenAsked(make: () => Scope['termsIn']): Scope['termsIn'] {
  let made: Scope['termsIn'] | undefined;
  return (texts) => {
    made ??= make();
    return made(texts);
  };
}

function areTwo(first: FileDeclaration, second: FileDeclaration): boolean {
  const sameFlow = first.path === second.path && first.flow === second.flow;
  return (
    first.kind === 'flow' ||
    first.kind !== second.kind ||
    sameFlow ||
    (first.labelled && second.labelled && first.label !== second.label)
  );
}

/** The scope of one flow: names that it declares itself are found there, and not in another flow that has them too. */
export function flowScope(scope: Scope, own: readonly FileDeclaration[]): Scope {
  const nearest = (all: ReadonlyMap<string, Declaration>, kind: DeclarationKind) => {
    const mine = new Map<string, Declaration>();
    for (const declared of own)
      if (declared.kind === kind && declared.labelled && !mine.has(declared.name))
        if (all.get(declared.name) !== declared) mine.set(declared.name, declared);
    return mine.size === 0 ? all : layered(mine, all);
  };
  return {
    flows: scope.flows,
    roles: nearest(scope.roles, 'role'),
    parties: nearest(scope.parties, 'party'),
    systems: nearest(scope.systems, 'system'),
    requests: nearest(scope.requests, 'request'),
    terms: nearest(scope.terms, 'term'),
    levels: nearest(scope.levels, 'level'),
    termsIn: scope.termsIn,
  };
}

/**
 * A map with other values for some of its keys. All of it is only copied where someone walks through it: a file of many
 * flows that declare the same names would hold a copy for each otherwise.
 */
function layered<Value>(
  top: ReadonlyMap<string, Value>,
  all: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  const merged = () => new Map([...all, ...top]);
  return {
    get: (name) => top.get(name) ?? all.get(name),
    has: (name) => all.has(name),
    size: all.size,
    keys: () => all.keys(),
    values: () => merged().values(),
    entries: () => merged().entries(),
    forEach: (each) => merged().forEach(each),
    [Symbol.iterator]: () => merged()[Symbol.iterator](),
  };
}
