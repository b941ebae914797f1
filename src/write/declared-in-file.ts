import type { Collection } from '../model/collection.ts';
import type { Declarations, Named, Process, Term } from '../model/process.ts';
import type { DeclaredKind, Surroundings } from './declarations-text.ts';
import type { FileNames } from './file-names.ts';
import type { WriteOptions } from './flow-text.ts';

type Kind = DeclaredKind | 'term';

/** What the flows of a file declare, and who else does. */
export interface DeclaredInFile {
  around(at: number, inOrderOfUse: readonly string[]): Surroundings;
  /** The file that declares what no flow of this one does; undefined where none is known to. */
  elsewhere(kind: Kind, thing: Named): string | undefined;
}

/** What the flows of one file declare. `known` are all processes, those of other files too. */
export function declaredInFile(
  processes: readonly Process[],
  names: readonly FileNames[],
  known: Collection,
  { declarations = 'once' }: WriteOptions,
): DeclaredInFile {
  const keyOf = (kind: Kind, name: string, label: string): string => `${kind}\n${name}\n${label}`;
  const first = new Map<string, number>();
  const meanings = new Map<string, string>();
  const note = (key: string, at: number): void => {
    if (!first.has(key)) first.set(key, at);
  };
  for (const [at, { declarations: own }] of processes.entries()) {
    const name = names[at];
    if (name === undefined) continue;
    const here = (kind: Kind, things: readonly Named[], named: (id: string) => string): void => {
      for (const { id, label, declared } of things)
        if (declared === 'here') note(keyOf(kind, named(id), label), at);
    };
    for (const [kind, things] of declaredThings(own)) here(kind, things, nameSpace(name, kind));
    for (const { word, meaning } of own.terms) {
      note(keyOf('term', word, meaning), at);
      if (!meanings.has(word)) meanings.set(word, meaning);
    }
  }
  const paths = new Map<string, string>();
  const isOfFile = new Set(processes.map(({ path }) => path));
  for (const { path, declarations: own } of known.processes) {
    if (isOfFile.has(path)) continue;
    for (const [kind, things] of declaredThings(own))
      for (const { id, label, declared } of things)
        if (declared === 'here' && !paths.has(keyOf(kind, id, label)))
          paths.set(keyOf(kind, id, label), path);
  }
  return {
    elsewhere: (kind, { id, label }) => paths.get(keyOf(kind, id, label)),
    around: (at, inOrderOfUse) => ({
      inOrderOfUse,
      isDeclared: (kind, { id, label }) => {
        const name = names[at];
        const own = name && nameSpace(name, kind)(id);
        return first.has(keyOf(kind, own ?? id, label)) || paths.has(keyOf(kind, id, label));
      },
      isRepeated: (kind, id, label) => {
        const name = names[at];
        const own = kind === 'term' ? id : name && nameSpace(name, kind)(id);
        return declarations === 'once' && (first.get(keyOf(kind, own ?? id, label)) ?? at) < at;
      },
      isTaken: ({ word, meaning }: Term) => meanings.get(word) !== meaning,
    }),
  };
}

/** What a process names, by kind. */
export const declaredThings = (of: Declarations): readonly (readonly [DeclaredKind, readonly Named[]])[] => [
  ['role', of.roles],
  ['party', of.parties],
  ['system', of.systems],
  ['request', of.requests],
  ['level', of.levels],
];

/** How things of a kind are called in a file. */
const nameSpace = (names: FileNames, kind: DeclaredKind): ((id: string) => string) => {
  switch (kind) {
    case 'request':
      return names.request;
    case 'level':
      return names.level;
    case 'role':
    case 'party':
    case 'system':
      return names.participant;
  }
};
