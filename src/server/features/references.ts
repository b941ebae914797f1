import { filesSharing, occurrencesOf, type Place } from '../same-name.ts';
import type { Snapshot } from '../snapshot.ts';
import { symbolAt } from '../symbol-at.ts';
import { termUses } from '../term-uses.ts';

/** A place where a thing is named; `isDeclaration` where it gets the name. */
export interface Reference extends Place {
  readonly isDeclaration: boolean;
}

/** Every place in the project where the thing under the cursor is named, in order of files and text. */
export function references(snapshot: Snapshot, path: string, offset: number): readonly Reference[] {
  const file = snapshot.file(path);
  const symbol = file === undefined ? undefined : symbolAt(file, offset);
  if (file === undefined || symbol === undefined) return [];
  switch (symbol.kind) {
    case 'name': {
      const { occurrence } = symbol;
      if (occurrence.kind === 'term') return termReferences(snapshot, path, occurrence.name);
      return occurrencesOf(snapshot, { path, occurrence }).map((found) => ({
        path: found.path,
        span: found.span,
        isDeclaration: found.occurrence.isDeclaration,
      }));
    }
    case 'term-use':
      return termReferences(snapshot, path, symbol.use.declaration.name);
    case 'file':
      return snapshot.usersOf(symbol.path).flatMap((user) => usesOf(snapshot, user, symbol.path));
    default:
      return [];
  }
}

/** References within one file, which editors mark while the cursor rests. */
export const highlights = (snapshot: Snapshot, path: string, offset: number): readonly Reference[] =>
  references(snapshot, path, offset).filter((found) => found.path === path);

/** The place where a term is declared, and all the labels and texts that have it in them. */
function termReferences(snapshot: Snapshot, path: string, name: string): readonly Reference[] {
  return filesSharing(snapshot, path, 'term', name).flatMap((each) => {
    const file = snapshot.file(each);
    if (file === undefined) return [];
    const declared = file
      .occurrences()
      .filter((other) => other.kind === 'term' && other.name === name)
      .map(({ span }) => ({ path: each, span, isDeclaration: true }));
    const used = termUses(file, name).map((span) => ({ path: each, span, isDeclaration: false }));
    return [...declared, ...used].sort((a, b) => a.span.start - b.span.start);
  });
}

function usesOf(snapshot: Snapshot, user: string, used: string): readonly Reference[] {
  const file = snapshot.file(user);
  return (file?.parsed.document.uses ?? []).flatMap(({ path: { span } }) => {
    const symbol = file === undefined ? undefined : symbolAt(file, span.start);
    return symbol?.kind === 'file' && symbol.path === used
      ? [{ path: user, span, isDeclaration: false }]
      : [];
  });
}
