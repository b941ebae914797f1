import { flowKey } from '../model/flow-key.ts';
import type { FlowRef, Named, Participant, Process } from '../model/process.ts';
import type { Losses } from './losses.ts';
import { isPossibleName, shortNames, takeName } from './short-names.ts';

/** The names that the things of one process have in the text of its file. */
export interface FileNames {
  readonly flow: string;
  participant(id: string): string;
  request(id: string): string;
  level(id: string): string;
  callee(ref: FlowRef): string;
}

/**
 * Names for all that the processes of one file name. An id that is a name stays; another one, or one that means two
 * things in one file, gets a name from its label.
 */
export function fileNames(processes: readonly Process[], losses: Losses): readonly FileNames[] {
  const flows = flowNames(processes, losses);
  const participants = spaceOf(processes, losses, ({ declarations, owners }) => [
    ...declarations.roles,
    ...declarations.parties,
    ...declarations.systems,
    ...owners,
  ]);
  const requests = spaceOf(processes, losses, ({ declarations }) => declarations.requests);
  const levels = spaceOf(processes, losses, ({ declarations }) => declarations.levels);
  return processes.map(({ id }, at) => ({
    flow: flows.own[at] ?? id,
    participant: participants[at] ?? plainName,
    request: requests[at] ?? plainName,
    level: levels[at] ?? plainName,
    callee: flows.callee,
  }));
}

const plainName = (id: string): string => (isPossibleName(id) ? id : (shortNames(id)[0] ?? 'unnamed'));

function flowNames(processes: readonly Process[], losses: Losses) {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { id } of processes) if (isPossibleName(id)) taken.add(id);
  const own = processes.map((process) => {
    const { id, title } = process;
    const isSecond = names.has(flowKey(process));
    if (isSecond) losses.add(undefined, `Two flows of one file have the name “${id}”: one gets another name`);
    const name =
      isPossibleName(id) && !isSecond
        ? id
        : takeName([...shortNames(title), ...shortNames(id)], 'flow-1', taken);
    if (!isSecond) names.set(flowKey(process), name);
    return name;
  });
  return { own, callee: (ref: FlowRef) => names.get(flowKey(ref)) ?? plainName(ref.id) };
}

type NameOf = (id: string) => string;

/** For each process, the names of what it names in one space of names. */
function spaceOf(
  processes: readonly Process[],
  losses: Losses,
  thingsOf: (process: Process) => readonly (Named | Participant)[],
): readonly NameOf[] {
  const meanings = new Map<string, { readonly id: string; readonly name: string }>();
  const owner = new Map<string, string>();
  const taken = new Set<string>(processes.flatMap((process) => thingsOf(process).map(({ id }) => id)));
  taken.add('customer');
  return processes.map((process) => {
    const names = new Map<string, string>();
    for (const thing of thingsOf(process)) {
      const { id, label } = thing;
      if (names.has(id)) continue;
      const meaning = `${id}\n${label}\n${'kind' in thing ? thing.kind : ''}`;
      const known = meanings.get(meaning);
      // What nobody declares is only its name: it is the same wherever it stands.
      const isFree = !owner.has(id) || owner.get(id) === meaning || thing.declared !== 'here';
      const name =
        known?.name ??
        (isPossibleName(id) && isFree ? id : takeName(shortNames(label), plainName(id), taken));
      if (known === undefined) {
        meanings.set(meaning, { id, name });
        if (name === id) owner.set(id, meaning);
        else if (isPossibleName(id))
          losses.add(undefined, `“${id}” means two things in one file: “${label}” is named “${name}”`);
      }
      names.set(id, name);
    }
    return (id) => names.get(id) ?? plainName(id);
  });
}
