import type { CheckedFile } from '../check/checked-file.ts';
import type { Process } from '../model/process.ts';
import type { Span } from '../text/span.ts';
import { namesIn, type UsedKind } from './name-uses.ts';

/**
 * What a file uses of all that is declared, its own and that of the files that it `use`s. It says no place in its own text, so that
 * an edit which only moves things leaves it as it was.
 */
export interface UsesOfFile {
  /** The file itself and those that it uses: each declares a flow at least. */
  readonly inSight: ReadonlySet<string>;
  /** True where something could not be read: then all that is in sight counts as used. */
  readonly isBroken: boolean;
  readonly names: Readonly<Record<UsedKind, ReadonlySet<string>>>;
  /** The texts that stand in its charts. */
  readonly shownTexts: readonly string[];
  /** What the properties of its flows say. */
  readonly declaredTexts: readonly string[];
  /** The declarations that names are meant for which are misspelt. */
  readonly meant: readonly { readonly path: string; readonly span: Span }[];
}

/** Looks at a file alone; `processes` are those of its flows. */
export function usesOfFile(checked: CheckedFile, processes: readonly Process[]): UsesOfFile {
  const { path } = checked.parsed.source;
  return {
    inSight: new Set([path, ...[...checked.scope.flows.values()].map((flow) => flow.path)]),
    isBroken: checked.parsed.diagnostics.some(({ severity }) => severity === 'error'),
    names: namesOf(checked),
    shownTexts: processes.flatMap((process) => [
      process.title,
      ...process.nodes.flatMap(({ label, say, notes }) => [label, ...say, ...notes]),
      ...process.edges.map(({ label = '' }) => label),
      ...process.stages.map(({ label }) => label),
    ]),
    declaredTexts: declaredTexts(checked),
    meant: checked.diagnostics.flatMap(({ code, related }) =>
      code === 'near-name' ? related.map((place) => ({ path: place.path ?? path, span: place.span })) : [],
    ),
  };
}

function namesOf({ flows }: CheckedFile): UsesOfFile['names'] {
  const names: Record<UsedKind, Set<string>> = { role: new Set(), system: new Set(), request: new Set() };
  for (const { kind, id } of flows.flatMap(namesIn)) names[kind].add(id.name);
  return names;
}

const declaredTexts = ({ flows }: CheckedFile): readonly string[] =>
  flows.flatMap(({ flow }) =>
    flow.properties.flatMap((property): readonly string[] => {
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
