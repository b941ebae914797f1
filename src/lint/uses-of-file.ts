import type { CheckedFile } from '../check/checked-file.ts';
import type { Node, Process, Remarks } from '../model/process.ts';
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
      ...process.nodes.flatMap((node) => [node.label, ...remarkTexts(node), ...activityTexts(node)]),
      ...process.edges.flatMap(({ label = '', remarks }) => [label, ...remarkTexts(remarks)]),
      ...process.stages.flatMap((stage) => [stage.label, ...remarkTexts(stage)]),
    ]),
    declaredTexts: declaredTexts(checked),
    meant: checked.diagnostics.flatMap(({ code, related }) =>
      code === 'near-name' ? related.map((place) => ({ path: place.path ?? path, span: place.span })) : [],
    ),
  };
}

/** What is said of something, and shown with it in documents. */
const remarkTexts = (remarks: Remarks | undefined): readonly string[] =>
  remarks === undefined
    ? []
    : [...remarks.say, ...remarks.notes, ...remarks.fields.flatMap(({ key, value }) => [key, value])];

const activityTexts = (node: Node): readonly string[] => [
  ...('each' in node && node.each !== undefined ? [node.each] : []),
  ...('until' in node && node.until !== undefined ? [node.until] : []),
];

function namesOf({ flows }: CheckedFile): UsesOfFile['names'] {
  const names: Record<UsedKind, Set<string>> = {
    role: new Set(),
    system: new Set(),
    request: new Set(),
    level: new Set(),
  };
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
        case 'scope':
          return [property.value.value];
        case 'reference':
          return [property.title.value];
        case 'revised':
        case 'measure':
          return [property.what.value];
        case 'field':
          return ['value' in property.key ? property.key.value : property.key.name, property.value.value];
        case 'role':
        case 'party':
        case 'system':
        case 'request':
        case 'level':
          return property.label === undefined ? [] : [property.label.value];
        default:
          return [];
      }
    }),
  );
