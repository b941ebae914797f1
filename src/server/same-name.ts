import type { Span } from '../text/span.ts';
import type { NameKind, Occurrence } from './occurrences.ts';
import type { Snapshot } from './snapshot.ts';

/** A name that stands for something: in one flow, or wherever the files that declare it are used. */
export interface NameSymbol {
  readonly path: string;
  readonly occurrence: Occurrence;
}

export interface Place {
  readonly path: string;
  readonly span: Span;
}

export interface FoundOccurrence extends Place {
  readonly occurrence: Occurrence;
}

/** Every place where the name stands for the same thing, in order of files and text; its own place among them. */
export function occurrencesOf(snapshot: Snapshot, symbol: NameSymbol): readonly FoundOccurrence[] {
  const { path, occurrence: own } = symbol;
  const found = (of: string, isSame: (other: Occurrence) => boolean): readonly FoundOccurrence[] =>
    (snapshot.file(of)?.occurrences() ?? [])
      .filter(isSame)
      .map((occurrence) => ({ path: of, span: occurrence.span, occurrence }));
  switch (own.kind) {
    case 'node':
    case 'stage':
      return found(
        path,
        ({ kind, flow, name }) => kind === own.kind && flow === own.flow && name === own.name,
      );
    case 'part':
      return found(path, (other) => other === own);
    case 'flow':
    case 'role':
    case 'system':
    case 'request':
    case 'party':
    case 'level':
    case 'term':
      return filesSharing(snapshot, path, own.kind, own.name).flatMap((each) =>
        found(each, ({ kind, name }) => kind === own.kind && name === own.name),
      );
  }
}

/**
 * The files in which a name is one and the same thing: from a file to those it uses that declare the name, and from
 * those to all that use them. A name may be declared in several of them, as flows may each name their roles.
 */
export function filesSharing(
  snapshot: Snapshot,
  path: string,
  kind: NameKind,
  name: string,
): readonly string[] {
  const declares = (of: string): boolean =>
    (snapshot.file(of)?.occurrences() ?? []).some(
      (other) => other.isDeclaration && other.kind === kind && other.name === name,
    );
  const reached = new Set([path]);
  for (const next of reached) {
    for (const used of snapshot.file(next)?.uses ?? []) if (declares(used)) reached.add(used);
    if (declares(next)) for (const user of snapshot.usersOf(next)) reached.add(user);
  }
  return [...reached].sort();
}
