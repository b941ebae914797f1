import type { Declaration, Scope } from '../check/checked-file.ts';
import { declarationsOf } from '../check/declarations.ts';
import type { FileContext } from './file-context.ts';
import type { UsedKind } from './name-uses.ts';
import type { ProjectContext } from './project-context.ts';
import { comparableWords } from './words.ts';

/** Tells the declarations that something in the project uses. */
export type UsedDeclarations = (declaration: Pick<Declaration, 'path' | 'span'>) => boolean;

/**
 * A use counts for what its name means there, and for every declaration of that name in its own file, as flows may each
 * name their roles. A name that is misspelt counts for the one that was meant. What is in sight of a statement that could
 * not be read counts as used.
 */
export function usedDeclarations(project: ProjectContext): UsedDeclarations {
  const used = new Set<string>();
  for (const file of project.files()) {
    const path = file.path;
    const mark = (declaration: Pick<Declaration, 'path' | 'span'> | undefined) => {
      if (declaration !== undefined) used.add(keyOf(declaration));
    };
    const named = usedNames(file);
    const all = file.checked.parsed.diagnostics.some(({ severity }) => severity === 'error');
    for (const scope of [file.checked.scope, ...file.checked.flows.map((flow) => flow.scope)])
      for (const [kind, declarations] of mapsOf(scope))
        for (const [name, declaration] of declarations) if (all || named(kind, name)) mark(declaration);
    for (const declaration of declarationsOf(file.checked.parsed))
      if (all || named(declaration.kind, declaration.name)) mark(declaration);
    for (const { code, related } of file.checked.diagnostics)
      if (code === 'near-name')
        for (const place of related) mark({ path: place.path ?? path, span: place.span });
  }
  return (declaration) => used.has(keyOf(declaration));
}

const keyOf = ({ path, span }: Pick<Declaration, 'path' | 'span'>): string => `${span.start} ${path}`;

const mapsOf = ({ roles, systems, requests, terms }: Scope) =>
  [
    ['role', roles],
    ['system', systems],
    ['request', requests],
    ['term', terms],
  ] as const;

function usedNames(file: FileContext): (kind: Declaration['kind'], name: string) => boolean {
  const names: Record<UsedKind, Set<string>> = { role: new Set(), system: new Set(), request: new Set() };
  for (const { kind, id } of file.nameUses()) names[kind].add(id.name);
  const text = wordsIn(file);
  return (kind, name) => {
    switch (kind) {
      case 'role':
      case 'request':
        return names[kind].has(name);
      case 'system':
        return names.system.has(name) || names.role.has(name);
      case 'term':
        return text(name);
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
