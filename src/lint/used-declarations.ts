import type { Declaration } from '../check/checked-file.ts';
import { type Declared, declarationsOf } from '../check/declarations.ts';
import type { FileContext, ProjectContext } from './context.ts';
import { lazy } from './lazy.ts';
import type { UsedKind } from './name-uses.ts';
import { termSearch } from './term-search.ts';

/** Tells the declarations that something in the project uses. */
export type UsedDeclarations = (declaration: Pick<Declaration, 'path' | 'span'>) => boolean;

/**
 * A use counts for every declaration of that name in the file and in those that it `use`s, as files may name over again
 * what they share. A name that is misspelt counts for the one that was meant. What is in sight of a statement that
 * could not be read counts as used.
 */
export function usedDeclarations(project: ProjectContext): UsedDeclarations {
  const declared = new Map(
    project.files().map(({ path, checked }) => [path, declarationsOf(checked.parsed)]),
  );
  const used = new Set<string>();
  for (const file of project.files()) {
    // Most files declare nothing that is looked for in texts, and these need not be taken apart.
    const isShown = lazy(() => termSearch(shownTexts(file)));
    const isDeclared = lazy(() => termSearch(declaredTexts(file)));
    const names = usedNames(file);
    const isUsed = ({ kind, name, label, labelled }: Declared): boolean => {
      switch (kind) {
        case 'role':
        case 'request':
          return names[kind].has(name);
        case 'system':
          // A way in or a question can name the system that it hangs on in words only.
          return names.system.has(name) || names.role.has(name) || (labelled && isShown()(label));
        case 'term':
          return isShown()(name) || isDeclared()(name);
        case 'flow':
          return true;
      }
    };
    const isBroken = file.checked.parsed.diagnostics.some(({ severity }) => severity === 'error');
    for (const path of filesInSight(file))
      for (const declaration of declared.get(path) ?? [])
        if (isBroken || isUsed(declaration)) used.add(keyOf(declaration));
    for (const { code, related } of file.checked.diagnostics)
      if (code === 'near-name')
        for (const { path = file.path, span } of related) used.add(keyOf({ path, span }));
  }
  return (declaration) => used.has(keyOf(declaration));
}

const keyOf = ({ path, span }: Pick<Declaration, 'path' | 'span'>): string => `${span.start} ${path}`;

/** The file itself and those that it uses: each declares a flow at least. */
const filesInSight = ({ path, checked }: FileContext): ReadonlySet<string> =>
  new Set([path, ...[...checked.scope.flows.values()].map((flow) => flow.path)]);

function usedNames(file: FileContext): Readonly<Record<UsedKind, ReadonlySet<string>>> {
  const names: Record<UsedKind, Set<string>> = { role: new Set(), system: new Set(), request: new Set() };
  for (const { kind, id } of file.nameUses()) names[kind].add(id.name);
  return names;
}

/** The texts that stand in the charts of a file. */
const shownTexts = (file: FileContext): readonly string[] =>
  file
    .flows()
    .flatMap(({ process }) => [
      process.title,
      ...process.nodes.flatMap(({ label, say, notes }) => [label, ...say, ...notes]),
      ...process.edges.map(({ label = '' }) => label),
      ...process.stages.map(({ label }) => label),
    ]);

/** What the properties of its flows say. */
const declaredTexts = (file: FileContext): readonly string[] =>
  file.flows().flatMap(({ checked }) =>
    checked.flow.properties.flatMap((property): readonly string[] => {
      switch (property.kind) {
        case 'term':
          return [property.meaning.value];
        case 'purpose':
        case 'department':
          return [property.value.value];
        case 'role':
        case 'system':
        case 'request':
          return property.label === undefined ? [] : [property.label.value];
        default:
          return [];
      }
    }),
  );
