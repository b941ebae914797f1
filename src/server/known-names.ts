import type { Declaration, DeclarationKind } from '../check/checked-file.ts';
import { isEntry, type NamedNode } from '../check/node-names.ts';
import { closest } from '../diagnostic/suggest.ts';
import { pathFromFile } from '../text/relative-path.ts';
import type { Span } from '../text/span.ts';
import { closedBranchAt } from './closed-branch-at.ts';
import { declaredIn, scopeAt } from './declarations-of.ts';
import type { Proposal } from './proposal.ts';
import type { FileView, Snapshot } from './snapshot.ts';

/** The names that can be used in a flow of a file, as proposals. */
export function knownNames(snapshot: Snapshot, file: FileView, flow: number) {
  const scope = scopeAt(file, flow);
  const proposals = (
    declared: ReadonlyMap<string, Declaration>,
    kind: Exclude<DeclarationKind, 'flow'>,
  ): readonly Proposal[] =>
    [...declared.values()].map(({ name, label }) => ({ label: name, kind, detail: label }));
  const people = (): readonly Proposal[] => [
    ...proposals(scope.roles, 'role'),
    ...proposals(scope.parties, 'party'),
  ];
  return {
    /**
     * What a path can lead to from a place: not out of branches that come together, nor to what stands there itself.
     */
    targets: (at: Span): readonly Proposal[] => {
      const branch = closedBranchAt(file, flow, at.start);
      return nodesOf(
        file,
        flow,
        (node) =>
          !isEntry(node) &&
          node.identifier.span.start !== at.start &&
          (node.place?.uncertain === true || node.place?.keyword.start === branch?.start),
      );
    },
    /** Names at which a promise can be kept: all but those of ways in. */
    endings: (): readonly Proposal[] => nodesOf(file, flow, (node) => !isEntry(node)),
    /** Names at which a promise can begin: those of ways in as well. */
    beginnings: (): readonly Proposal[] => nodesOf(file, flow, () => true),
    owners: (customerFirst = false): readonly Proposal[] => {
      const customer: readonly Proposal[] = scope.roles.has('customer')
        ? []
        : [{ label: 'customer', kind: 'role', detail: 'the customer' }];
      const others = [...people(), ...proposals(scope.systems, 'system')];
      return customerFirst ? [...customer, ...others] : [...others, ...customer];
    },
    /** Who can answer for something. */
    people,
    /** But those that are named already. */
    levels: (named: ReadonlySet<string>) =>
      proposals(scope.levels, 'level').filter(({ label }) => !named.has(label)),
    /** The keys of fields that the file has already. */
    fields: (): readonly Proposal[] => fieldKeys(file).map((label) => ({ label, kind: 'value' })),
    systems: () => proposals(scope.systems, 'system'),
    requests: () => proposals(scope.requests, 'request'),
    terms: () => proposals(scope.terms, 'term'),
    flows: () => flowsFor(snapshot, file),
    /** Flow files that are not used yet. */
    files: (): readonly Proposal[] =>
      snapshot.paths
        .filter((path) => path !== file.path && !file.uses.includes(path))
        .map((path) => ({ label: pathFromFile(file.path, path), kind: 'file' })),
    /** Names to which an arrow leads, and that nothing has yet. */
    missing: (): readonly Proposal[] => missingTargets(file, flow),
    /** Names that are used, and not declared. */
    undeclared: (kind: 'role' | 'party' | 'system' | 'request' | 'level'): readonly Proposal[] => {
      // Whoever is named behind “by” counts as a role until it is declared.
      const usedAs = kind === 'party' ? 'role' : kind;
      const used = file
        .occurrences()
        .filter((each) => each.kind === usedAs && !each.isDeclaration && each.name !== 'customer')
        .map(({ name }) => name)
        .filter((name) => !declaredIn(scope, usedAs).has(name));
      return [...new Set(used)].map((label) => ({ label, kind, detail: 'used in this file' }));
    },
  };
}

function nodesOf(file: FileView, flow: number, isWanted: (node: NamedNode) => boolean): readonly Proposal[] {
  const checked = file.checked().flows[flow];
  if (checked === undefined) return [];
  const labels = new Map(
    (file.processes()[flow]?.nodes ?? []).flatMap(({ id, named, label }) => (named ? [[id, label]] : [])),
  );
  return [...checked.names.byName]
    .filter(([, node]) => isWanted(node))
    .map(([label]) => ({ label, kind: 'target', detail: labels.get(label) ?? '' }));
}

/** The flows in scope, then those of other files, which are `use`d when they are taken. */
function flowsFor(snapshot: Snapshot, file: FileView): readonly Proposal[] {
  const { scope } = file.checked();
  const known = [...scope.flows.values()].map(
    ({ name, label }): Proposal => ({ label: name, kind: 'flow', detail: label }),
  );
  const others = snapshot.paths
    .filter((path) => path !== file.path && !file.uses.includes(path))
    .flatMap((path) =>
      (snapshot.file(path)?.parsed.document.flows ?? [])
        .filter(({ id }) => id.name !== '' && !scope.flows.has(id.name))
        .map(({ id }): Proposal => {
          const way = pathFromFile(file.path, path);
          return {
            label: id.name,
            kind: 'flow',
            detail: `from ${way}`,
            also: [{ span: endOfUses(file), text: `use "${way}"\n` }],
          };
        }),
    );
  return [...known, ...others];
}

/** The place where another `use` is to be written. */
function endOfUses({ parsed, text }: FileView): Span {
  const last = parsed.document.uses.at(-1)?.span.end;
  const lineEnd = last === undefined ? -1 : text.indexOf('\n', last);
  const at =
    last === undefined
      ? (parsed.document.flows[0]?.keyword.start ?? 0)
      : lineEnd === -1
        ? text.length
        : lineEnd + 1;
  return { start: at, end: at };
}

function missingTargets(file: FileView, flow: number): readonly Proposal[] {
  const checked = file.checked().flows[flow];
  if (checked === undefined) return [];
  const { byName } = checked.names;
  const missing = checked.parts.flatMap(({ item }) =>
    item.kind === 'jump' && item.id.name !== '' && !byName.has(item.id.name) ? [item.id.name] : [],
  );
  return (
    [...new Set(missing)]
      // One that is a slip of the pen should be mended, not made.
      .filter((name) => closest(name, byName.keys()) === undefined)
      .map((label) => ({ label, kind: 'target', detail: 'an arrow leads here' }))
  );
}

function fieldKeys(file: FileView): readonly string[] {
  const fields = file
    .processes()
    .flatMap(({ properties, nodes, stages }) => [
      ...properties.fields,
      ...[...nodes, ...stages].flatMap((each) => each.fields),
    ]);
  return [...new Set(fields.map(({ key }) => key))].filter((key) => /^[\p{L}][\p{L}\p{N}-]*$/u.test(key));
}
