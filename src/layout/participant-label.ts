import { wordsFor } from '../language/words.ts';
import type { Process } from '../model/process.ts';

/** What somebody is called in a process, by id: as it declares it, or its id where nobody does. */
export function participantLabel({ owners, declarations, language }: Process, id: string): string {
  const { roles, parties, systems } = declarations;
  const known = [...owners, ...roles, ...parties, ...systems].find((each) => each.id === id);
  return known?.label ?? (id === 'customer' ? wordsFor(language).customer : id);
}
