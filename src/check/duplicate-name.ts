import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import type { End, Identifier, Statement } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import type { DeclarationKind } from './checked-file.ts';
import type { FlowCheck } from './flow-subject.ts';
import { inQuotes } from './in-quotes.ts';
import type { Conflict } from './scope.ts';

/** Two nodes, or two stages, of a flow with one name. */
export const duplicateName: FlowCheck = ({ flow, parts, names }) => [
  ...repeated(
    names.all.map(({ identifier }) => identifier),
    'Two things in this flow have the name',
    repeatedEnds(flow.statements),
  ),
  ...repeated(
    parts.flatMap(({ item }) => (item.kind === 'stage' && item.name.id !== undefined ? [item.name.id] : [])),
    'Two stages of this flow have the name',
  ),
];

/** Ends that are right behind the same end, by the places of their names. */
function repeatedEnds(statements: readonly Statement[]): ReadonlyMap<number, End> {
  const found = new Map<number, End>();
  for (const [at, end] of statements.entries()) {
    const before = statements[at - 1];
    if (end.kind !== 'end' || before?.kind !== 'end' || end.name?.id === undefined) continue;
    if (
      before.name?.id?.name === end.name.id.name &&
      before.name.label?.value === end.name.label?.value &&
      outcomeOfEnd(before) === outcomeOfEnd(end)
    )
      found.set(end.name.id.span.start, end);
  }
  return found;
}

const outcomeOfEnd = ({ attributes }: End): string | undefined =>
  attributes.find((attribute) => attribute.kind === 'outcome')?.outcome.value;

/** One and the same end, written a second time. */
function sameEnd({ name, span }: Identifier, before: Span, end: End): Diagnostic {
  return languageError('duplicate-name', span, `The end ${inQuotes(name)} is written twice`, {
    related: [{ span: before, message: 'the first is here' }],
    help: 'Leave one out',
    fix: { kind: 'safe', title: 'Leave it out', edits: [{ span: end.span, text: '' }] },
  });
}

function repeated(
  identifiers: readonly Identifier[],
  said: string,
  ends: ReadonlyMap<number, End> = new Map(),
): readonly Diagnostic[] {
  const first = new Map<string, Identifier>();
  return identifiers.flatMap((identifier) => {
    const before = first.get(identifier.name);
    if (before !== undefined) {
      const end = ends.get(identifier.span.start);
      return [
        end === undefined
          ? error(identifier, said, { span: before.span })
          : sameEnd(identifier, before.span, end),
      ];
    }
    first.set(identifier.name, identifier);
    return [];
  });
}

const plurals: Readonly<Record<DeclarationKind, string>> = {
  flow: 'flows',
  role: 'roles',
  party: 'parties',
  system: 'systems',
  request: 'requests',
  term: 'terms',
  level: 'levels',
};

/** Two declarations with one name, seen from the file at `path`. */
export function duplicateDeclaration(path: string, { first, second, use }: Conflict): Diagnostic {
  const said =
    first.kind === second.kind
      ? `Two ${plurals[first.kind]} have the name`
      : 'A role and a party have the name';
  const place = ({ path: other, span }: typeof first) => ({
    span,
    ...(other === path ? {} : { path: other }),
  });
  // Shown where this file can do something about it: at its own declaration, or at the `use` that brings the second.
  if (second.path === path) return error(second, said, place(first));
  if (first.path === path) return error(first, said, place(second));
  return error({ name: second.name, span: use ?? second.span }, said, place(first), place(second));
}

function error(
  { name, span }: Identifier,
  said: string,
  ...others: readonly { readonly span: Identifier['span']; readonly path?: string }[]
): Diagnostic {
  return languageError('duplicate-name', span, `${said} ${inQuotes(name)}`, {
    related: others.map((other, at) => ({
      ...other,
      message: at === 0 ? 'the first is here' : 'the second is here',
    })),
    help: 'Give one of them another name',
  });
}
