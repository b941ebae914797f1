import { closest } from '../diagnostic/suggest.ts';
import { labelFromName } from '../language/label-from-name.ts';
import { wordsFor } from '../language/words.ts';
import type { Named, Participant, Process, Term } from '../model/process.ts';
import type { FileNames } from './file-names.ts';
import type { Losses } from './losses.ts';
import { isPossibleName } from './short-names.ts';
import { quotedText } from './vocabulary.ts';

/** Which declarations of a process are written in its flow. */
export interface Surroundings {
  /** Whether another flow of the file, or of a file that it uses, declares this thing with this label. */
  isDeclared(kind: 'role' | 'system' | 'request', thing: Named): boolean;
  /** Whether a flow above in the file does, so that it need not be said again. */
  isRepeated(kind: 'role' | 'system' | 'request' | 'term', name: string, label: string): boolean;
  /** Whether a term has another meaning in the file. */
  isTaken(term: Term): boolean;
  /** The owners in the order in which the text comes to them. */
  readonly inOrderOfUse: readonly string[];
}

/** The lines that declare what a process names. */
export function declarationLines(
  process: Process,
  names: FileNames,
  around: Surroundings,
  losses: Losses,
): readonly string[] {
  const { declarations } = process;
  const participants = inOwnerOrder(process, ownParticipants(process, around));
  const requests = own(process, declarations.requests, 'request', around);
  const line = (word: string, name: string, label: string): string =>
    `${word} ${name}${label === '' ? '' : ` ${quotedText(label, undefined, losses)}`}`;
  return [
    ...participants.map(({ id, label, kind }) =>
      line(kind === 'system' ? 'system' : 'role', names.participant(id), label),
    ),
    ...requests.map(({ id, label }) => line('request', names.request(id), label)),
    ...declarations.terms.flatMap((term) => {
      const { word, meaning } = term;
      if (around.isRepeated('term', word, meaning)) return [];
      const isKept = word !== '' && !around.isTaken(term);
      if (!isKept)
        losses.add(undefined, `The word “${word}” has two meanings in one file: “${meaning}” is left out`);
      return isKept
        ? [line('term', isPossibleName(word) ? word : quotedText(word, undefined, losses), meaning)]
        : [];
    }),
  ];
}

/** Those of one kind that this flow has to declare, as nobody else says what it says. */
function own<Thing extends Named>(
  { owners, language }: Process,
  things: readonly Thing[],
  kind: 'role' | 'system' | 'request',
  around: Surroundings,
): readonly Thing[] {
  const isOwner = new Set(owners.map(({ id }) => id));
  const known = things.filter(({ declared }) => declared !== 'nowhere').map(({ id }) => id);
  return things.filter(
    (thing) =>
      thing.declared === 'here' ||
      (thing.declared === 'elsewhere'
        ? !around.isDeclared(kind, thing)
        : // A label that no name gives has to be said; so has a name that would be taken for a misspelt one.
          thing.label !== undeclaredLabel(language, thing) ||
          (kind === 'system' && isOwner.has(thing.id)) ||
          closest(thing.id, known) !== undefined),
  );
}

const undeclaredLabel = (language: string, { id }: Named): string =>
  id === 'customer' ? wordsFor(language).customer : labelFromName(id, language);

function ownParticipants(process: Process, around: Surroundings): readonly Participant[] {
  const { declarations, owners, language } = process;
  const roles = own(process, declarations.roles, 'role', around);
  const systems = own(process, declarations.systems, 'system', around);
  const all = [...declarations.roles, ...declarations.systems];
  const isNamed = new Set(all.map(({ id }) => id));
  // A customer with a label of its own is a role that is declared.
  const others = owners.filter(
    (owner) =>
      !isNamed.has(owner.id) && (owner.label !== undeclaredLabel(language, owner) || owner.kind === 'system'),
  );
  const written = [
    ...roles,
    ...others.filter(({ kind }) => kind !== 'system'),
    ...systems,
    ...others.filter(({ kind }) => kind === 'system'),
  ];
  const once = written.filter(
    ({ id, label, kind, declared }) =>
      declared !== 'here' || !around.isRepeated(kind === 'system' ? 'system' : 'role', id, label),
  );
  return once.length < written.length && keepsOwnerOrder(process, once, around.inOrderOfUse) ? once : written;
}

/**
 * Whether owners stand as the process has them where only these are declared: those first, the others as they are used.
 */
function keepsOwnerOrder(
  { owners }: Process,
  declared: readonly Participant[],
  inOrderOfUse: readonly string[],
): boolean {
  const used = new Set(owners.map(({ id }) => id));
  const order = new Set(
    ['customer', ...declared.map(({ id }) => id), ...inOrderOfUse].filter((id) => used.has(id)),
  );
  return [...order].join('\n') === owners.map(({ id }) => id).join('\n');
}

/**
 * Roles before systems, but that owners stand in the order in which the process has them, which is that of lanes. Where
 * the orders contradict each other, the given one wins.
 */
function inOwnerOrder({ owners }: Process, participants: readonly Participant[]): readonly Participant[] {
  const place = new Map(owners.map(({ id }, at) => [id, at]));
  const places = participants.flatMap(({ id }) => place.get(id) ?? []);
  if (places.every((at, index) => index === 0 || at > (places[index - 1] ?? 0))) return participants;
  // Owners take the places of owners, each with what stands between it and the owner after it in its own kind.
  const rows = [
    participants.filter(({ kind }) => kind !== 'system'),
    participants.filter(({ kind }) => kind === 'system'),
  ];
  const merged: Participant[] = [];
  const taken = [0, 0];
  const next = (row: number): Participant | undefined => rows[row]?.[taken[row] ?? 0];
  const rank = (row: number): number => {
    const list = rows[row] ?? [];
    for (let at = taken[row] ?? 0; at < list.length; at += 1) {
      const found = place.get(list[at]?.id ?? '');
      if (found !== undefined) return found;
    }
    return Number.POSITIVE_INFINITY;
  };
  while (merged.length < participants.length) {
    const row = next(0) !== undefined && (next(1) === undefined || rank(0) <= rank(1)) ? 0 : 1;
    const chosen = next(row);
    if (chosen === undefined) break;
    merged.push(chosen);
    taken[row] = (taken[row] ?? 0) + 1;
  }
  return merged;
}
