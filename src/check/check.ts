import { byPlace, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { inLineEndsOf } from '../diagnostic/line-ends.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import type { CheckedFile, CheckedFlow, Scope } from './checked-file.ts';
import { declarationsOfFile, type FileDeclaration } from './declarations.ts';
import { duplicateDeclaration, duplicateName } from './duplicate-name.ts';
import { endInParallel } from './end-in-parallel.ts';
import { escalateWithoutTo } from './escalate-without-to.ts';
import type { FlowCheck, KnownNames } from './flow-subject.ts';
import { jumpAcrossParallel } from './jump-across-parallel.ts';
import { nearName } from './near-name.ts';
import { nodeNames } from './node-names.ts';
import { partsOfFlow } from './parts-of-flow.ts';
import { fileScope, flowScope } from './scope.ts';
import { suggestions } from './suggestions.ts';
import { timeoutWithoutWithin } from './timeout-without-within.ts';
import { usedFiles } from './unknown-file.ts';
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
  endInParallel,
  unsafeLink,
];

/**
 * Resolves the names of all files of a project, those that are only `use`d included. `files` is by `Source.path`; what
 * comes back is by the same keys, each file with all its errors of the language, those of reading too, in order of
 * place. `beside` are paths of files that are there and were not read: one of them may be meant by a `use` that leads
 * nowhere.
 */
export function check(
  files: ReadonlyMap<string, ParsedFile>,
  beside: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, CheckedFile> {
  const checked = checkOnDemand(files, beside);
  return new Map([...files].map(([path, file]) => [path, checked(path, file)]));
}

/**
 * Resolves the names of one file at a time, for whoever asks for few of many: `file` is asked by its path in `files`.
 * Of the other files only what it `use`s is looked at and, where a flow was not found, the names of all flows.
 */
export function checkOnDemand(
  files: ReadonlyMap<string, ParsedFile>,
  beside: ReadonlySet<string> = new Set(),
): (path: string, file: ParsedFile) => CheckedFile {
  const paths = new Set(files.keys());
  const known = new Map<string, readonly FileDeclaration[]>();
  const declared = (path: string): readonly FileDeclaration[] => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const file = files.get(path);
    const found = file === undefined ? [] : declarationsOfFile(file);
    known.set(path, found);
    return found;
  };
  const filesWithFlow = flowIndex(paths, declared);
  return (path, file) => checkFile(path, file, { files, paths, beside, declared, filesWithFlow });
}

interface Project {
  readonly files: ReadonlyMap<string, ParsedFile>;
  readonly paths: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
  readonly declared: (path: string) => readonly FileDeclaration[];
  readonly filesWithFlow: (name: string) => readonly string[];
}

function checkFile(path: string, file: ParsedFile, project: Project): CheckedFile {
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
  const isBroken = (of: ParsedFile | undefined) => of?.document.flows.some(({ broken }) => broken) ?? false;
  const incomplete =
    used.diagnostics.length > 0 ||
    isBroken(file) ||
    used.found.some((each) => isBroken(project.files.get(each.path)));
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

const knownNames = ({ flows, roles, systems, requests }: Scope): KnownNames => ({
  flows: new Set(flows.keys()),
  owners: new Set(['customer', ...roles.keys(), ...systems.keys()]),
  systems: new Set(systems.keys()),
  requests: new Set(requests.keys()),
});

/** Made only when a flow was not found. */
function flowIndex(
  paths: ReadonlySet<string>,
  declared: (path: string) => readonly FileDeclaration[],
): (name: string) => readonly string[] {
  let index: Map<string, string[]> | undefined;
  return (name) => {
    if (index === undefined) {
      index = new Map();
      for (const path of [...paths].sort())
        for (const { kind, name: flow } of declared(path))
          if (kind === 'flow') {
            const having = index.get(flow) ?? [];
            if (having.at(-1) !== path) having.push(path);
            index.set(flow, having);
          }
    }
    return index.get(name) ?? [];
  };
}

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}
