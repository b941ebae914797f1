import type { CheckedFile, Declaration, Scope } from '../check/checked-file.ts';
import { sameData } from './same-data.ts';

/**
 * Tells whether two answers about one file say the same but for where in other files names are declared: whether it
 * is the same text, with the same errors and the same names in sight.
 */
export function sameNames(before: CheckedFile | undefined, now: CheckedFile | undefined): boolean {
  if (before === undefined || now === undefined) return before === now;
  return (
    before.parsed === now.parsed &&
    sameData(before.diagnostics, now.diagnostics) &&
    sameData(namesIn(before.scope), namesIn(now.scope))
  );
}

const namesIn = ({ termsIn: _, ...names }: Scope) =>
  Object.values(names).map((declared) =>
    [...declared.values()].map(
      ({ kind, name, label, path }): Omit<Declaration, 'span'> => ({ kind, name, label, path }),
    ),
  );
