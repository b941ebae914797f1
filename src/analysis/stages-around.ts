import type { Process, Stage } from '../model/process.ts';

/** For the id of a stage, that stage and those around it, the innermost first. */
export function stagesAround({
  stages,
}: Pick<Process, 'stages'>): (id: string | undefined) => readonly Stage[] {
  const known = new Map(stages.map((stage) => [stage.id, stage]));
  return (id) => {
    const found = new Set<Stage>();
    for (
      let stage = known.get(id ?? '');
      stage !== undefined && !found.has(stage);
      stage = known.get(stage.parent ?? '')
    )
      found.add(stage);
    return [...found];
  };
}
