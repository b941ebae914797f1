import type { NodeNames } from '../check/node-names.ts';
import type { Identifier } from '../syntax/ast.ts';
import type { DraftNode, DraftStage } from './draft.ts';

/**
 * The ids of nodes, by index: the name, or kind and order among the nodes of that kind without a name (`step-3`), so
 * that a named node can come and go without others changing. A made id gives way to a name.
 */
export function assignIds(nodes: readonly DraftNode[], names: NodeNames): readonly string[] {
  const taken = new Set(names.byName.keys());
  const next = new Map<string, number>();
  return nodes.map(({ identifier, idBase, content }) => {
    if (identifier !== undefined && names.byName.get(identifier.name)?.identifier === identifier)
      return identifier.name;
    return numbered(idBase ?? content.kind, taken, next);
  });
}

/** The ids of stages, by index: a space of names of its own. */
export function stageIds(stages: readonly DraftStage[]): readonly string[] {
  const first = new Map<string, Identifier>();
  for (const { identifier } of stages)
    if (identifier !== undefined && !first.has(identifier.name)) first.set(identifier.name, identifier);
  const taken = new Set(first.keys());
  const next = new Map<string, number>();
  return stages.map(({ identifier }) =>
    identifier !== undefined && first.get(identifier.name) === identifier
      ? identifier.name
      : numbered('stage', taken, next),
  );
}

function numbered(base: string, taken: Set<string>, next: Map<string, number>): string {
  for (let n = next.get(base) ?? 1; ; n += 1) {
    const id = `${base}-${n}`;
    if (taken.has(id)) continue;
    taken.add(id);
    next.set(base, n + 1);
    return id;
  }
}
