import type { CheckedFile } from '../check/checked-file.ts';
import type { Process } from '../model/process.ts';
import type { UsedKind, UsesOfFile } from './context.ts';
import { namesIn } from './name-uses.ts';

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
