import { byPlace, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { inLineEndsOf } from '../diagnostic/line-ends.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import type { CheckedFile, CheckedFlow, Scope } from './checked-file.ts';
import { declarationsOfFile, type FileDeclaration } from './declarations.ts';
import { duplicateDeclaration, duplicateName } from './duplicate-name.ts';
import { escalateWithoutTo } from './escalate-without-to.ts';
import type { FlowCheck, KnownNames } from './flow-subject.ts';
import { invalidHours } from './invalid-hours.ts';
import { jumpAcrossParallel } from './jump-across-parallel.ts';
import { leavesMeanwhile } from './leaves-meanwhile.ts';
import { misplacedClockStop } from './misplaced-clock-stop.ts';
import { nearName } from './near-name.ts';
import { nodeNames } from './node-names.ts';
import { partsOfFlow } from './parts-of-flow.ts';
import { fileScope, flowScope } from './scope.ts';
import { suggestions } from './suggestions.ts';
import { timeoutWithoutWithin } from './timeout-without-within.ts';
import { type KnownPaths, usedFiles } from './unknown-file.ts';
import { unknownFlow } from './unknown-flow.ts';
import { unknownTarget } from './unknown-target.ts';
import { unsafeLink } from './unsafe-link.ts';

/** The errors that are seen in one flow; each has a file of its name. */
const flowChecks: readonly FlowCheck[] = [
  duplicateName,
  unknownTarget,
  unknownFlow,
  nearName,
  timeoutWithoutWithin,
  escalateWithoutTo,
  jumpAcrossParallel,
  leavesMeanwhile,
  misplacedClockStop,
  invalidHours,
  unsafeLink,
];

/**
 * What is known of the files of a project, those that are only `use`d included, to whoever resolves the names of one
 * of them.
 */
export interface KnownFiles {
  /** The paths of all of them. */
  readonly paths: KnownPaths;
  /** Paths of files that are there and were not read: one of them may be meant by a `use` that leads nowhere. */
  readonly beside: ReadonlySet<string>;
  declared(path: string): readonly FileDeclaration[];
  /** True where the head of a flow could not be read. */
  isBroken(path: string): boolean;
  /** The files that declare a flow of that name, in order of their paths. */
  filesWithFlow(name: string): readonly string[];
}

/**
 * Resolves the names of all files of a project, those that are only `use`d included. `files` is by `Source.path`;
 * what comes back is by the same keys, each file with all its errors of the language, those of reading too, in order
 * of place.
 */
export function check(
  files: ReadonlyMap<string, ParsedFile>,
  beside: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, CheckedFile> {
  const known = knownFiles(files, beside);
  return new Map([...files].map(([path, file]) => [path, checkFile(path, file, known)]));
}

function knownFiles(files: ReadonlyMap<string, ParsedFile>, beside: ReadonlySet<string>): KnownFiles {
  const declared = new Map([...files].map(([path, file]) => [path, declarationsOfFile(file)]));
  let byFlow: ReturnType<typeof filesByFlow> | undefined;
  return {
    paths: new Set(files.keys()),
    beside,
    declared: (path) => declared.get(path) ?? [],
    isBroken: (path) => hasBrokenFlow(files.get(path)),
    filesWithFlow(name) {
      // Made only when a flow was not found.
      byFlow ??= filesByFlow([...declared.keys()].sort(), (path) => declaredFlows(declared.get(path) ?? []));
      return byFlow.get(name) ?? [];
    },
  };
}

/** The names of the flows among declarations. */
export const declaredFlows = (declared: readonly FileDeclaration[]): readonly string[] =>
  declared.flatMap(({ kind, name }) => (kind === 'flow' ? [name] : []));

/** The files that have a flow of a name, in the order of the paths. */
export function filesByFlow(
  paths: readonly string[],
  flowsOf: (path: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const path of paths)
    for (const name of new Set(flowsOf(path))) {
      const known = files.get(name);
      if (known === undefined) files.set(name, [path]);
      else known.push(path);
    }
  return files;
}

/** Tells whether the head of a flow could not be read, so that names may be missing. */
export const hasBrokenFlow = (file: ParsedFile | undefined): boolean =>
  file?.document.flows.some(({ broken }) => broken) ?? false;

/**
 * Resolves the names of one file. Of the other files only what it `use`s is looked at and, where a flow or a file was
 * not found, the names of all.
 */
export function checkFile(path: string, file: ParsedFile, project: KnownFiles): CheckedFile {
  const { document } = file;
  const own = project.declared(path);
  const used = usedFiles(path, document.uses, project.paths, project.beside);
  const { scope, conflicts } = fileScope(
    own,
    used.found.map((each) => ({
      use: each.use.path.span,
      declared: project.declared(each.path),
    })),
  );
  const incomplete =
    used.diagnostics.length > 0 ||
    hasBrokenFlow(file) ||
    used.found.some((each) => project.isBroken(each.path));
  const lastUse = document.uses.at(-1)?.span.end;
  const endOfUses =
    lastUse === undefined ? (document.flows[0]?.keyword.start ?? 0) : lineAfter(file.source.text, lastUse);

  const diagnostics: Diagnostic[] = [
    ...file.diagnostics,
    ...used.diagnostics,
    ...conflicts.map((conflict) => duplicateDeclaration(path, conflict)),
  ];
  const declaredIn = Map.groupBy(own, (declaration) => declaration.flow);
  const shared = {
    text: file.source.text,
    incomplete,
    endOfUses,
    filesWithFlow: project.filesWithFlow,
    known: knownNames(scope),
    suggest: suggestions(),
  };
  const flows = document.flows.map((flow, index): CheckedFlow => {
    const parts = partsOfFlow(flow);
    const names = nodeNames(parts);
    const checked = { path, flow, scope: flowScope(scope, declaredIn.get(index) ?? []), parts, names };
    const subject = { ...checked, ...shared };
    for (const flowCheck of flowChecks) for (const found of flowCheck(subject)) diagnostics.push(found);
    return checked;
  });
  return {
    parsed: file,
    scope,
    flows,
    diagnostics: inLineEndsOf(file.source.text, diagnostics.sort(byPlace)),
  };
}

const knownNames = ({ flows, roles, parties, systems, requests, levels }: Scope): KnownNames => ({
  flows: new Set(flows.keys()),
  owners: new Set(['customer', ...roles.keys(), ...parties.keys(), ...systems.keys()]),
  systems: new Set(systems.keys()),
  requests: new Set(requests.keys()),
  levels: new Set(levels.keys()),
});

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}
