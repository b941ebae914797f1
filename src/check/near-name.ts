import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import type { Attribute, Identifier } from '../syntax/ast.ts';
import type { Declaration } from './checked-file.ts';
import type { FlowCheck, FlowSubject } from './flow-subject.ts';
import { inQuotes } from './in-quotes.ts';
import { attributesOf } from './parts-of-flow.ts';

/** A role, system or request that nobody declared, and that is spelt almost like one that is. */
export const nearName: FlowCheck = (subject) => {
  const near = (ids: readonly Identifier[], wanted: Wanted): readonly Diagnostic[] =>
    ids.flatMap((id) => {
      const names = subject.known[wanted];
      if (id.name === '' || names.has(id.name)) return [];
      const meant = labelled(subject, id.name, wanted) ?? subject.suggest(id.name, names);
      return meant === undefined ? [] : [misspelt(subject, id, meant, wanted)];
    });
  return subject.parts.flatMap(({ item }) => [
    ...(item.kind === 'touchpoint' ? near(item.requests, 'requests') : []),
    ...attributesOf(item).flatMap((attribute) => {
      const named = namesIn(attribute);
      return named === undefined ? [] : near(named.ids, named.wanted);
    }),
  ]);
};

/** The name of what has a label that was written in the place of its name. */
function labelled({ scope }: FlowSubject, written: string, wanted: Wanted): string | undefined {
  const small = written.toLowerCase();
  const among = wanted === 'owners' ? [scope.roles, scope.systems] : [scope[wanted]];
  for (const declarations of among)
    for (const { name, label } of declarations.values()) if (label.toLowerCase() === small) return name;
  return undefined;
}

type Wanted = 'owners' | 'systems' | 'requests';

const words: Readonly<Record<Wanted, string>> = {
  owners: 'role or system',
  systems: 'system',
  requests: 'request',
};

function namesIn(
  attribute: Attribute,
): { readonly ids: readonly Identifier[]; readonly wanted: Wanted } | undefined {
  switch (attribute.kind) {
    case 'by':
      return { ids: [attribute.id], wanted: 'owners' };
    case 'with':
    case 'to':
      return { ids: attribute.ids, wanted: 'owners' };
    case 'using':
      return { ids: attribute.ids, wanted: 'systems' };
    default:
      return undefined;
  }
}

function misspelt({ path, scope }: FlowSubject, id: Identifier, meant: string, wanted: Wanted): Diagnostic {
  // `customer` is there without being declared.
  const declaration: Declaration | undefined =
    wanted === 'owners' ? (scope.roles.get(meant) ?? scope.systems.get(meant)) : scope[wanted].get(meant);
  const isLabel = declaration !== undefined && declaration.label.toLowerCase() === id.name.toLowerCase();
  const message =
    isLabel && meant.toLowerCase() !== id.name.toLowerCase()
      ? `${inQuotes(id.name)} is the label of ${inQuotes(meant)}, and not its name`
      : `There is no ${words[wanted]} named ${inQuotes(id.name)}`;
  return languageError('near-name', id.span, message, {
    related:
      declaration === undefined
        ? []
        : [
            {
              ...(declaration.path === path ? {} : { path: declaration.path }),
              span: declaration.span,
              message: `${inQuotes(meant)} is declared here`,
            },
          ],
    help: `Did you mean ${inQuotes(meant)}? If not, declare ${inQuotes(id.name)} at the top of the flow`,
    fix: {
      // A label, or other capitals, can mean nothing else.
      kind:
        declaration !== undefined &&
        [meant, declaration.label].some((text) => text.toLowerCase() === id.name.toLowerCase())
          ? 'safe'
          : 'unsafe',
      title: `Write ${inQuotes(meant)}`,
      edits: [{ span: id.span, text: meant }],
    },
  });
}
