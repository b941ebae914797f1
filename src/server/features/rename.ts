import { promiseParts } from '../../check/promise-parts.ts';
import { readWord } from '../../syntax/read-word.ts';
import { statementWords } from '../../syntax/words.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { declaredIn } from '../declarations-of.ts';
import type { Occurrence } from '../occurrences.ts';
import { type FoundOccurrence, occurrencesOf } from '../same-name.ts';
import type { FileView, Snapshot } from '../snapshot.ts';
import { symbolAt } from '../symbol-at.ts';
import { references } from './references.ts';

/** Why something cannot be renamed, said to the person who tries. */
export interface RenameRefusal {
  readonly refusal: string;
}

/** What would be renamed: its place, without the question mark of a question, and the name it has. */
export interface Renamable {
  readonly span: Span;
  readonly name: string;
}

/** The edits of each file, by path. */
export type RenameEdits = ReadonlyMap<string, readonly TextEdit[]>;

/** Whether what is under the cursor has a name that can be changed. */
export function prepareRename(snapshot: Snapshot, path: string, offset: number): Renamable | RenameRefusal {
  const found = renamableAt(snapshot.file(path), offset);
  if (found === undefined) return { refusal: 'Here is no name that could be changed' };
  const { kind, name, span } = found;
  if (kind === 'role' && name === 'customer')
    return { refusal: '“customer” is a role that always exists, and has no other name' };
  return { span, name };
}

/**
 * Gives the thing under the cursor another name wherever it is named, in this file and all others. Refuses a name that
 * is none, is a word of the language, or belongs to something else already. A question may be given its mark.
 */
export function rename(
  snapshot: Snapshot,
  path: string,
  offset: number,
  wish: string,
): { readonly edits: RenameEdits } | RenameRefusal {
  const prepared = prepareRename(snapshot, path, offset);
  if ('refusal' in prepared) return prepared;
  const occurrence = renamableAt(snapshot.file(path), offset);
  if (occurrence === undefined) return { refusal: 'Here is no name that could be changed' };
  const found = occurrencesOf(snapshot, { path, occurrence });
  const read = readWord(wish.trim(), 0);
  const isQuestion = found.some((each) => each.occurrence.isQuestion);
  const problem =
    nameProblem(wish.trim(), read, isQuestion) ??
    (read.name === occurrence.name ? undefined : clash(snapshot, read.name, occurrence, found));
  if (problem !== undefined) return { refusal: problem };
  const places = occurrence.kind === 'term' ? references(snapshot, path, offset) : found;
  const edits = new Map<string, readonly TextEdit[]>();
  for (const { path: of, span } of places)
    edits.set(of, [...(edits.get(of) ?? []), { span, text: read.name }]);
  return { edits };
}

function renamableAt(file: FileView | undefined, offset: number): Occurrence | undefined {
  const symbol = file === undefined ? undefined : symbolAt(file, offset);
  return symbol?.kind === 'name' ? symbol.occurrence : undefined;
}

function nameProblem(
  written: string,
  { name, isNoise, isQuestion, diagnostic }: ReturnType<typeof readWord>,
  mayBeQuestion: boolean,
): string | undefined {
  if (name === '') return 'A name has at least one letter';
  if (diagnostic !== undefined || isNoise)
    return `“${written}” is no name: names are made of letters, then digits, “_” and single hyphens too`;
  if (isQuestion && !mayBeQuestion) return 'Only the name of a question has a question mark';
  return statementWords.some((word) => word === name)
    ? `“${name}” is a word of the language: choose another name, such as “${name}-1”`
    : undefined;
}

/** What has the name already, where the renamed thing is known. */
function clash(
  snapshot: Snapshot,
  name: string,
  occurrence: Occurrence,
  found: readonly FoundOccurrence[],
): string | undefined {
  for (const path of new Set(found.map((each) => each.path))) {
    const file = snapshot.file(path);
    if (file === undefined) continue;
    const flows = new Set(found.filter((each) => each.path === path).map((each) => each.occurrence.flow));
    const taken = clashIn(file, flows, name, occurrence);
    if (taken !== undefined) return taken;
  }
  return undefined;
}

function clashIn(
  file: FileView,
  flows: ReadonlySet<number>,
  name: string,
  { kind, span }: Occurrence,
): string | undefined {
  switch (kind) {
    case 'flow':
      return declaredClash(file, name, kind) ?? nodeClash(file, flows, name, 'node');
    case 'level':
      return declaredClash(file, name, kind) ?? promiseClash(file, name);
    case 'node':
    case 'stage':
      return nodeClash(file, flows, name, kind);
    case 'part':
      return levelClash(file, name, span);
    default:
      return declaredClash(file, name, kind);
  }
}

/** The promises of a file that have a name, and the levels that are known where each stands. */
const namedPromises = (file: FileView) =>
  file.checked().flows.flatMap(({ flow, scope: { levels } }) =>
    flow.properties.flatMap((property) => {
      const id = property.kind === 'promise' && promiseParts(property, (each) => levels.has(each)).name?.id;
      return id ? [{ id, levels }] : [];
    }),
  );

/** A level with the name of a promise: `promise quick 2h` would hold for that level alone. */
const promiseClash = (file: FileView, name: string): string | undefined =>
  namedPromises(file).some(({ id }) => id.name === name)
    ? `There is a promise “${name}”, in ${fileName(file.path)}: choose another name`
    : undefined;

/** The name of a promise that is that of a level: it would be a limit for that level alone. */
function levelClash(file: FileView, name: string, span: Span): string | undefined {
  const promise = namedPromises(file).find(({ id }) => id.span.start === span.start);
  return promise?.levels.has(name) === true
    ? `“${name}” is a level, and the promise would hold for that level alone: choose another name`
    : undefined;
}

const owners = ['role', 'party', 'system'] as const;

function declaredClash(
  file: FileView,
  name: string,
  kind: Parameters<typeof declaredIn>[1],
): string | undefined {
  const isOwner = owners.some((each) => each === kind);
  if (name === 'customer' && isOwner) return '“customer” is a role that always exists: choose another name';
  const { scope } = file.checked();
  // Two of them with one name could not be distinguished behind “by”.
  const kinds = isOwner ? owners : [kind];
  const other = kinds.map((each) => declaredIn(scope, each).get(name)).find((each) => each !== undefined);
  return (
    other && `There is already a ${other.kind} “${name}”, in ${fileName(other.path)}: choose another name`
  );
}

function nodeClash(
  file: FileView,
  flows: ReadonlySet<number>,
  name: string,
  kind: 'node' | 'stage',
): string | undefined {
  for (const flow of flows) {
    const checked = file.checked().flows[flow];
    if (checked === undefined) continue;
    const isTaken =
      kind === 'node'
        ? checked.names.byName.has(name)
        : checked.parts.some(({ item }) => item.kind === 'stage' && item.name.id?.name === name);
    if (isTaken)
      return `The flow “${checked.flow.id.name}” already has something named “${name}”: choose another name`;
  }
  return undefined;
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
