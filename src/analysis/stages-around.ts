import type { Process, Stage } from '../model/process.ts';

/** For the id of a stage, that stage and those around it, the innermost first; each worked out once. */
export function stagesAround({
  stages,
}: Pick<Process, 'stages'>): (id: string | undefined) => readonly Stage[] {
  const known = new Map(stages.map((stage) => [stage.id, stage]));
  const found = new Map<string, readonly Stage[]>();
  return (id = '') => {
    const before = found.get(id);
    if (before !== undefined) return before;
    const around = new Set<Stage>();
    for (
      let stage = known.get(id);
      stage !== undefined && !around.has(stage);
      stage = known.get(stage.parent ?? '')
    )
      around.add(stage);
    const list = [...around];
    found.set(id, list);
    return list;
  };
}
