import { closest } from '../diagnostic/suggest.ts';
import { labelFromName } from '../language/label-from-name.ts';
import { wordsFor } from '../language/words.ts';
import type { Named, Participant, Process, Term } from '../model/process.ts';
import type { FileNames } from './file-names.ts';
import type { Losses } from './losses.ts';
import { isPossibleName } from './short-names.ts';
import { quotedText } from './vocabulary.ts';

/** What a flow declares that has a label: all but terms. */
export type DeclaredKind = 'role' | 'party' | 'system' | 'request' | 'level';

/** Which declarations of a process are written in its flow. */
export interface Surroundings {
  /** Whether another flow of the file, or of a file that it uses, declares this thing with this label. */
  isDeclared(kind: DeclaredKind, thing: Named): boolean;
  /** Whether a flow above in the file does, so that it need not be said again. */
  isRepeated(kind: DeclaredKind | 'term', name: string, label: string): boolean;
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
  const all = ownParticipants(process, around);
  // Those from outside of the house stand first among the owners wherever they are declared.
  const participants = [
    ...inOwnerOrder(
      process,
      all.filter(({ kind }) => kind !== 'party'),
    ),
    ...all.filter(({ kind }) => kind === 'party'),
  ];
  const once = <Thing extends Named>(kind: 'request' | 'level', things: readonly Thing[]) =>
    own(process, things, kind, around);
  const line = (word: string, name: string, label: string): string =>
    `${word} ${name}${label === '' ? '' : ` ${quotedText(label, undefined, losses)}`}`;
  return [
    ...participants.map(({ id, label, kind, staff }) => {
      const declared = line(wordOf(kind), names.participant(id), label);
      return staff === undefined ? declared : `${declared} staff ${staff}`;
    }),
    ...once('request', declarations.requests).map(({ id, label }) =>
      line('request', names.request(id), label),
    ),
    ...once('level', declarations.levels).map(({ id, label }) => line('level', names.level(id), label)),
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
  kind: DeclaredKind,
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
          kind === 'party' ||
          closest(thing.id, known) !== undefined),
  );
}

const undeclaredLabel = (language: string, { id }: Named): string =>
  id === 'customer' ? wordsFor(language).customer : labelFromName(id, language);

function ownParticipants(process: Process, around: Surroundings): readonly Participant[] {
  const { declarations, owners, language } = process;
  const roles = own(process, declarations.roles, 'role', around);
  const parties = own(process, declarations.parties, 'party', around);
  const systems = own(process, declarations.systems, 'system', around);
  const all = [...declarations.roles, ...declarations.parties, ...declarations.systems];
  const isNamed = new Set(all.map(({ id }) => id));
  // A customer with a label of its own is a role that is declared.
  const others = owners.filter(
    (owner) =>
      !isNamed.has(owner.id) &&
      (owner.label !== undeclaredLabel(language, owner) || owner.kind === 'system' || owner.kind === 'party'),
  );
  const written = [
    ...roles,
    ...others.filter(({ kind }) => kind !== 'system' && kind !== 'party'),
    ...parties,
    ...others.filter(({ kind }) => kind === 'party'),
    ...systems,
    ...others.filter(({ kind }) => kind === 'system'),
  ];
  const once = written.filter(
    ({ id, label, kind, declared, staff }) =>
      declared !== 'here' || staff !== undefined || !around.isRepeated(wordOf(kind), id, label),
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
  const outside = new Set(owners.flatMap(({ id, kind }) => (kind === 'party' ? [id] : [])));
  const inOrder = [...declared.map(({ id }) => id), ...inOrderOfUse];
  const order = new Set(
    ['customer', ...inOrder.filter((id) => outside.has(id)), ...inOrder].filter((id) => used.has(id)),
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

const wordOf = (kind: Participant['kind']): 'role' | 'party' | 'system' =>
  kind === 'customer' ? 'role' : kind;
