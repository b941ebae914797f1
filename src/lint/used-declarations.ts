import type { Declaration } from '../check/checked-file.ts';
import { declarationsOf } from '../check/declarations.ts';
import type { FileContext } from './file-context.ts';
import { lazy } from './lazy.ts';
import type { UsedKind } from './name-uses.ts';
import type { ProjectContext } from './project-context.ts';
import { comparableWords } from './words.ts';

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
    const isNamed = usedNames(file);
    const isBroken = file.checked.parsed.diagnostics.some(({ severity }) => severity === 'error');
    for (const path of filesInSight(file))
      for (const declaration of declared.get(path) ?? [])
        if (isBroken || isNamed(declaration.kind, declaration.name)) used.add(keyOf(declaration));
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

function usedNames(file: FileContext): (kind: Declaration['kind'], name: string) => boolean {
  const names: Record<UsedKind, Set<string>> = { role: new Set(), system: new Set(), request: new Set() };
  for (const { kind, id } of file.nameUses()) names[kind].add(id.name);
  // Most files declare no term, and their texts need not be taken apart.
  const hasWord = lazy(() => wordsIn(file));
  return (kind, name) => {
    switch (kind) {
      case 'role':
      case 'request':
        return names[kind].has(name);
      case 'system':
        return names.system.has(name) || names.role.has(name);
      case 'term':
        return hasWord()(name);
      case 'flow':
        return true;
    }
  };
}

/** Whether some text that a file shows has a term in it, as words of its own. Looks the first word of the term up. */
function wordsIn(file: FileContext): (term: string) => boolean {
  const texts = file
    .flows()
    .flatMap(({ graph, checked }) => [
      graph.title,
      ...graph.nodes.flatMap(({ label, say, notes }) => [label, ...say, ...notes]),
      ...graph.edges.map(({ label = '' }) => label),
      ...graph.stages.map(({ label }) => label),
      ...checked.flow.properties.flatMap((property) =>
        property.kind === 'term'
          ? [property.meaning.value]
          : property.kind === 'purpose'
            ? [property.value.value]
            : [],
      ),
    ]);
  const byWord = new Map<string, Set<string>>();
  for (const text of texts)
    for (const word of comparableWords(text)) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, new Set([text]));
      else known.add(text);
    }
  return (term) => {
    const words = comparableWords(term);
    const [first = ''] = words;
    return [...(byWord.get(first) ?? [])].some((text) =>
      ` ${comparableWords(text).join(' ')} `.includes(` ${words.join(' ')} `),
    );
  };
}
