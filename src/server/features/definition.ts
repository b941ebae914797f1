import { declarationOf, isDeclarationKind } from '../declarations-of.ts';
import type { Place } from '../same-name.ts';
import type { FileView, Snapshot } from '../snapshot.ts';
import { symbolAt } from '../symbol-at.ts';

/** From where one is, to where that is declared. */
export interface Definition extends Place {
  /** What was under the cursor. */
  readonly from: Place['span'];
}

/** The places where the name, the file or the term under the cursor is declared. None where nobody did. */
export function definition(snapshot: Snapshot, path: string, offset: number): readonly Definition[] {
  const file = snapshot.file(path);
  const symbol = file === undefined ? undefined : symbolAt(file, offset);
  if (file === undefined || symbol === undefined) return [];
  const from = symbol.span;
  switch (symbol.kind) {
    case 'file':
      return snapshot.file(symbol.path) === undefined
        ? []
        : [{ from, path: symbol.path, span: { start: 0, end: 0 } }];
    case 'term-use': {
      const { path: declaring, span } = symbol.use.declaration;
      return [{ from, path: declaring, span }];
    }
    case 'name': {
      const { occurrence } = symbol;
      if (occurrence.isDeclaration) return [{ from, path, span: occurrence.span }];
      const target = targetAt(file, occurrence.flow, offset);
      if (target !== undefined) return [{ from, path, span: target }];
      if (!isDeclarationKind(occurrence.kind)) return [];
      const found = declarationOf(file, occurrence.kind, occurrence.name, occurrence.flow);
      return found === undefined ? [] : [{ from, path: found.path, span: found.span }];
    }
    default:
      return [];
  }
}

/**
 * What a jump leads to, or a promise begins or ends at: a statement of the flow, a call of another flow among them.
 */
function targetAt(file: FileView, flow: number, offset: number): Place['span'] | undefined {
  const checked = file.checked().flows[flow];
  if (checked === undefined) return undefined;
  const jumps = checked.parts.flatMap(({ item }) => (item.kind === 'jump' ? [item.id] : []));
  const ends = checked.flow.properties.flatMap((property) =>
    property.kind === 'promise' ? [property.from, property.to] : [],
  );
  const id = [...jumps, ...ends].find(
    (each) => each !== undefined && each.span.start <= offset && offset <= each.span.end,
  );
  return id && checked.names.byName.get(id.name)?.identifier.span;
}
