import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import type { Attribute, Identifier, Property } from '../syntax/ast.ts';
import type { Declaration, Scope } from './checked-file.ts';
import type { FlowCheck, FlowSubject } from './flow-subject.ts';
import { inQuotes } from './in-quotes.ts';
import { attributesOf } from './parts-of-flow.ts';
import { promiseParts } from './promise-parts.ts';

/** A role, system, request or level that nobody declared, and that is spelt almost like one that is. */
export const nearName: FlowCheck = (subject) => {
  const near = ({ ids, wanted }: NamesInPlace): readonly Diagnostic[] =>
    ids.flatMap((id) => {
      const names = subject.known[wanted];
      if (id.name === '' || names.has(id.name)) return [];
      const meant = labelled(subject, id.name, wanted) ?? subject.suggest(id.name, names);
      return meant === undefined ? [] : [misspelt(subject, id, meant, wanted)];
    });
  return [
    ...subject.flow.properties.flatMap((property) => namesInProperty(subject, property).flatMap(near)),
    ...subject.parts.flatMap(({ item }) => [
      ...attributesOf(item).flatMap((attribute) => namesIn(attribute).flatMap(near)),
      ...(item.kind === 'meanwhile' ? near(levelsIn(item.limits)) : []),
      ...(item.kind === 'exception' && item.exception.kind === 'meanwhile'
        ? near(levelsIn(item.exception.limits))
        : []),
    ]),
  ];
};

/** Names that stand in one place of the text, and what they are to be names of. */
interface NamesInPlace {
  readonly ids: readonly Identifier[];
  readonly wanted: Wanted;
}

const levelsIn = (times: readonly { readonly level?: Identifier }[]): NamesInPlace => ({
  ids: times.flatMap(({ level }) => (level === undefined ? [] : [level])),
  wanted: 'levels',
});

function namesInProperty({ known, suggest }: FlowSubject, property: Property): readonly NamesInPlace[] {
  switch (property.kind) {
    case 'accountable':
      return [{ ids: [property.id], wanted: 'owners' }];
    case 'promise': {
      const isLevel = (id: string) => known.levels.has(id) || suggest(id, known.levels) !== undefined;
      return [levelsIn(promiseParts(property, isLevel).limits)];
    }
    case 'measure':
      return [levelsIn(property.within?.limits ?? [])];
    default:
      return [];
  }
}

/** The name of what has a label that was written in the place of its name. */
function labelled({ scope }: FlowSubject, written: string, wanted: Wanted): string | undefined {
  const small = written.toLowerCase();
  const among = declarationsFor(scope, wanted);
  for (const declarations of among)
    for (const { name, label } of declarations.values()) if (label.toLowerCase() === small) return name;
  return undefined;
}

type Wanted = 'owners' | 'systems' | 'requests' | 'levels';

const words: Readonly<Record<Wanted, string>> = {
  owners: 'role or system',
  systems: 'system',
  requests: 'request',
  levels: 'level',
};

/** Parties are spoken of where there are some. */
const saidOf = ({ parties }: Scope, wanted: Wanted): string =>
  wanted === 'owners' && parties.size > 0 ? 'role, party or system' : words[wanted];

/** All that can be meant by a name. */
const declarationsFor = (scope: Scope, wanted: Wanted): readonly ReadonlyMap<string, Declaration>[] =>
  wanted === 'owners' ? [scope.roles, scope.parties, scope.systems] : [scope[wanted]];

function namesIn(attribute: Attribute): readonly NamesInPlace[] {
  switch (attribute.kind) {
    case 'by':
    case 'accountable':
      return [{ ids: [attribute.id], wanted: 'owners' }];
    case 'with':
    case 'to':
      return [{ ids: attribute.ids, wanted: 'owners' }];
    case 'using':
      return [{ ids: attribute.ids, wanted: 'systems' }];
    case 'for':
      return [{ ids: attribute.ids, wanted: 'requests' }];
    case 'within':
      return [levelsIn(attribute.limits)];
    case 'takes':
      return [levelsIn(attribute.times)];
    default:
      return [];
  }
}

function misspelt({ path, scope }: FlowSubject, id: Identifier, meant: string, wanted: Wanted): Diagnostic {
  // `customer` is there without being declared.
  const declaration = declarationsFor(scope, wanted)
    .map((declared) => declared.get(meant))
    .find((found) => found !== undefined);
  const isLabel = declaration !== undefined && declaration.label.toLowerCase() === id.name.toLowerCase();
  const message =
    isLabel && meant.toLowerCase() !== id.name.toLowerCase()
      ? `${inQuotes(id.name)} is the label of ${inQuotes(meant)}, and not its name`
      : `There is no ${saidOf(scope, wanted)} named ${inQuotes(id.name)}`;
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
