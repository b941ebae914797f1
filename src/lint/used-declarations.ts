import { lazy } from '../analysis/lazy.ts';
import type { FileDeclaration } from '../check/declarations.ts';
import { termSearch } from '../language/term-search.ts';
import type { ProjectContext, UsedDeclarations, UsesOfFile } from './context.ts';

/**
 * A use counts for every declaration of that name in the file and in those that it `use`s, as files may name over again
 * what they share. A name that is misspelt counts for the one that was meant. What is in sight of a statement that
 * could not be read counts as used.
 */
export function usedDeclarations(project: ProjectContext): UsedDeclarations {
  const seenFrom = new Map<string, Uses[]>();
  const meant = new Set<string>();
  for (const file of project.files()) {
    const uses = file.uses();
    // Most files declare nothing that is looked for in texts, and these need not be taken apart.
    const isShown = lazy(() => termSearch(uses.shownTexts));
    const isDeclared = lazy(() => termSearch(uses.declaredTexts));
    const found: Uses = {
      ...uses,
      isShown: (text) => isShown()(text),
      isDeclared: (text) => isDeclared()(text),
    };
    for (const path of uses.inSight) {
      const known = seenFrom.get(path);
      if (known === undefined) seenFrom.set(path, [found]);
      else known.push(found);
    }
    for (const place of uses.meant) meant.add(keyOf(place));
  }
  return (declaration) =>
    meant.has(keyOf(declaration)) ||
    (seenFrom.get(declaration.path) ?? []).some((uses) => uses.isBroken || isUsedBy(uses, declaration));
}

interface Uses extends UsesOfFile {
  readonly isShown: (text: string) => boolean;
  readonly isDeclared: (text: string) => boolean;
}

function isUsedBy({ names, isShown, isDeclared }: Uses, declaration: Omit<FileDeclaration, 'flow'>): boolean {
  const { kind, name, label, labelled } = declaration;
  switch (kind) {
    case 'role':
    case 'request':
      return names[kind].has(name);
    case 'level':
      // A level that no limit names is one of all others, where limits differ by level.
      return names.level.size > 0;
    case 'party':
      return names.role.has(name);
    case 'system':
      // A way in or a question can name the system that it hangs on in words only.
      return names.system.has(name) || names.role.has(name) || (labelled && isShown(label));
    case 'term':
      return isShown(name) || isDeclared(name);
    case 'flow':
      return true;
  }
}

const keyOf = ({ path, span }: Pick<FileDeclaration, 'path' | 'span'>): string => `${span.start} ${path}`;
