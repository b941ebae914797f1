import type { Declaration, DeclarationKind, Scope } from '../check/checked-file.ts';
import type { NameKind } from './occurrences.ts';
import type { FileView } from './snapshot.ts';

/** What can be named in a flow of a file, or in the file where there is no such flow. */
export const scopeAt = (file: FileView, flow: number): Scope =>
  file.checked().flows[flow]?.scope ?? file.checked().scope;

export function declaredIn(scope: Scope, kind: DeclarationKind): ReadonlyMap<string, Declaration> {
  switch (kind) {
    case 'flow':
      return scope.flows;
    case 'role':
      return scope.roles;
    case 'system':
      return scope.systems;
    case 'request':
      return scope.requests;
    case 'party':
      return scope.parties;
    case 'level':
      return scope.levels;
    case 'term':
      return scope.terms;
  }
}

export const isDeclarationKind = (kind: NameKind): kind is DeclarationKind =>
  kind !== 'node' && kind !== 'stage' && kind !== 'part';

/** What a name means in a flow; undefined where nobody declared it. */
export const declarationOf = (
  file: FileView,
  kind: DeclarationKind,
  name: string,
  flow: number,
): Declaration | undefined => declaredIn(scopeAt(file, flow), kind).get(name);

/** How a role, a system or the customer is called, as messages and hovers name it. */
export function ownerLabel(file: FileView, flow: number, name: string): string {
  const { roles, parties, systems } = scopeAt(file, flow);
  return (
    (roles.get(name) ?? parties.get(name) ?? systems.get(name))?.label ??
    (name === 'customer' ? 'Customer' : name)
  );
}
