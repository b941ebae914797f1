import type { Collection } from '../model/collection.ts';
import type { Named, Process, Term } from '../model/process.ts';
import type { Surroundings } from './declarations-text.ts';
import type { FileNames } from './file-names.ts';
import type { WriteOptions } from './flow-text.ts';

type Kind = 'role' | 'system' | 'request' | 'term';

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
    here('role', own.roles, name.participant);
    here('system', own.systems, name.participant);
    here('request', own.requests, name.request);
    for (const { word, meaning } of own.terms) {
      note(keyOf('term', word, meaning), at);
      if (!meanings.has(word)) meanings.set(word, meaning);
    }
  }
  const paths = new Map<string, string>();
  const isOfFile = new Set(processes.map(({ path }) => path));
  for (const { path, declarations: own } of known.processes) {
    if (isOfFile.has(path)) continue;
    for (const [kind, things] of [
      ['role', own.roles],
      ['system', own.systems],
      ['request', own.requests],
    ] as const)
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
        const own = kind === 'request' ? name?.request(id) : name?.participant(id);
        return first.has(keyOf(kind, own ?? id, label)) || paths.has(keyOf(kind, id, label));
      },
      isRepeated: (kind, id, label) => {
        const name = names[at];
        const own = kind === 'term' ? id : kind === 'request' ? name?.request(id) : name?.participant(id);
        return declarations === 'once' && (first.get(keyOf(kind, own ?? id, label)) ?? at) < at;
      },
      isTaken: ({ word, meaning }: Term) => meanings.get(word) !== meaning,
    }),
  };
}
