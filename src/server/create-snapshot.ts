import { lazy } from '../analysis/lazy.ts';
import { buildProcess } from '../build/build-process.ts';
import { checkOnDemand } from '../check/check.ts';
import type { CheckedFile } from '../check/checked-file.ts';
import { settingsOf } from '../cli/lint-settings.ts';
import { byPlace, type Diagnostic } from '../diagnostic/diagnostic.ts';
import type { FlowContext } from '../lint/context.ts';
import { lintFlows } from '../lint/lint.ts';
import { projectContext } from '../lint/project-context.ts';
import type { RuleSettings } from '../lint/settings.ts';
import type { Built } from '../model/built.ts';
import { createLexer } from '../syntax/lexer.ts';
import { parse } from '../syntax/parse.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import { type Tokens, tokenize } from '../syntax/tokenize.ts';
import { type LineIndex, lineIndex } from '../text/line-index.ts';
import { resolvePath } from '../text/relative-path.ts';
import type { Source } from '../text/source.ts';
import { createMemory } from './memory.ts';
import { type Occurrence, occurrencesIn } from './occurrences.ts';
import type { Configurations, FileView, Snapshot } from './snapshot.ts';

export interface SnapshotInput {
  readonly paths: ReadonlySet<string>;
  readonly source: (path: string) => Source | undefined;
  readonly configurations: Configurations;
  readonly today: string;
  readonly analyses: Analyses;
}

/** What was worked out for the snapshots before, by file. */
export type Analyses = ReturnType<typeof createAnalyses>;

export const createAnalyses = () => ({
  lexer: createLexer(true),
  parsed: createMemory<ParsedFile>(),
  uses: createMemory<readonly string[]>(),
  paths: createMemory<readonly string[]>(),
  tokens: createMemory<Tokens>(),
  lines: createMemory<LineIndex>(),
  checked: createMemory<CheckedFile>(),
  checkedAgain: createMemory<CheckedFile>(),
  built: createMemory<Pick<Understood, 'built' | 'notices'>>(),
  occurrences: createMemory<readonly Occurrence[]>(),
  rules: createMemory<RuleSettings>(),
  flows: createMemory<readonly FlowContext[]>(),
  findings: createMemory<readonly Diagnostic[]>(),
  diagnostics: createMemory<readonly Diagnostic[]>(),
});

interface Understood {
  readonly checked: CheckedFile;
  readonly built: readonly Built[];
  /** What was found in building the processes. */
  readonly notices: readonly Diagnostic[];
}

export function createSnapshot(input: SnapshotInput): Snapshot {
  const { analyses, configurations, today } = input;
  const files = parseAll(input);
  const ordered = [...files.keys()].sort();
  // One and the same list as long as there are the same files.
  const paths = analyses.paths('', [ordered.join('\n')], () => ordered);
  const check = checkOnDemand(new Map([...files].map(([path, { parsed }]) => [path, parsed])));
  const users = lazy(() => {
    const found = new Map<string, string[]>();
    for (const path of paths)
      for (const used of new Set(files.get(path)?.uses)) {
        const known = found.get(used);
        if (known === undefined) found.set(used, [path]);
        else known.push(path);
      }
    return found;
  });
  const usersOf = (path: string): readonly string[] => users().get(path) ?? [];
  const flowNames = lazy(() =>
    paths
      .map((path) => (files.get(path)?.parsed.document.flows ?? []).map(({ id }) => id.name).join(' '))
      .join('\n'),
  );
  const views = new Map<string, FileView>();

  const checkedOf = (path: string, { parsed, uses }: ParsedWithUses): CheckedFile => {
    const used = uses.map((other) => files.get(other)?.parsed);
    const before = analyses.checked(path, [parsed, paths, ...used], () => check(path, parsed));
    // Where a flow was not found, any file may have it by now.
    if (!before.diagnostics.some(({ code }) => code === 'unknown-flow')) return before;
    return analyses.checkedAgain(path, [before, flowNames()], () => check(path, parsed));
  };
  const understoodOf = (path: string): readonly Understood[] => {
    const file = files.get(path);
    if (file === undefined) return [];
    const checked = checkedOf(path, file);
    const made = analyses.built(path, [checked], () => {
      const built = checked.flows.map(buildProcess);
      return {
        built: built.map(({ value }) => value),
        notices: built.flatMap(({ diagnostics }) => diagnostics),
      };
    });
    return [{ checked, ...made }];
  };
  /** Whatever can have a say in what the rules find in a file: all that it uses, and who uses it. */
  const judgedWith = (path: string): readonly Understood[] => {
    const reached = new Set<string>([path]);
    for (const next of reached) for (const used of files.get(next)?.uses ?? []) reached.add(used);
    for (const user of usersOf(path)) reached.add(user);
    return [...reached].sort().flatMap(understoodOf);
  };

  const viewOf = (path: string, file: ParsedWithUses): FileView => {
    const { parsed, uses } = file;
    const { text } = parsed.source;
    const view: FileView = {
      path,
      text,
      parsed,
      uses,
      tokens: () => analyses.tokens(path, [text], () => tokenize(text, analyses.lexer)),
      lines: () => analyses.lines(path, [text], () => lineIndex(text)),
      checked: () => checkedOf(path, file),
      built: () => understoodOf(path).flatMap(({ built }) => built),
      processes: () => view.built().map(({ process }) => process),
      occurrences: () => analyses.occurrences(path, [view.checked()], () => occurrencesIn(view.checked())),
      rules: () =>
        analyses.rules(path, [configurations], () =>
          // What is wrong in a configuration is shown there.
          settingsOf(configurations.of(path), new Map(), () => undefined),
        ),
      flows() {
        const judged = judgedWith(path);
        return analyses.flows(path, [today, ...builtOf(judged)], () =>
          projectContext(judged, today)
            .files()
            .filter((each) => each.path === path)
            .flatMap((each) => each.flows()),
        );
      },
      diagnostics() {
        const judged = judgedWith(path);
        const rules = view.rules();
        const findings = analyses.findings(path, [today, rules, ...builtOf(judged)], () => {
          const rulesFor = (of: string): RuleSettings => (of === path ? rules : new Map());
          return lintFlows(judged, { today, rulesFor }).get(path) ?? [];
        });
        const [own] = understoodOf(path);
        return analyses.diagnostics(path, [own?.built, findings], () =>
          [...(own?.checked.diagnostics ?? []), ...(own?.notices ?? []), ...findings].sort(byPlace),
        );
      },
    };
    return view;
  };

  return {
    paths,
    configurations,
    today,
    usersOf,
    textOf: (path) => input.source(path)?.text ?? '',
    file(path) {
      const file = files.get(path);
      if (file === undefined) return undefined;
      const view = views.get(path) ?? viewOf(path, file);
      views.set(path, view);
      return view;
    },
    with: (path, text) =>
      createSnapshot({
        ...input,
        paths: new Set([...input.paths, path]),
        source: (other) => (other === path ? { path, text } : input.source(other)),
      }),
  };
}

/** Processes are built again whenever anything changes that they, or the names in them, come from. */
const builtOf = (files: readonly Understood[]): readonly unknown[] => files.map(({ built }) => built);

interface ParsedWithUses {
  readonly parsed: ParsedFile;
  readonly uses: readonly string[];
}

/** Reads the given files and all that they use. */
function parseAll({ paths, source, analyses }: SnapshotInput): ReadonlyMap<string, ParsedWithUses> {
  const files = new Map<string, ParsedWithUses>();
  for (const path of new Set(paths)) take(path);
  for (const { uses } of files.values()) uses.forEach(take);
  return files;

  function take(path: string): void {
    const read = files.has(path) ? undefined : source(path);
    if (read === undefined) return;
    const { text, invalidBytes } = read;
    const parsed = analyses.parsed(path, [text, invalidBytes?.length], () => parse(read));
    files.set(path, { parsed, uses: analyses.uses(path, [parsed], () => usedPaths(parsed)) });
  }
}

const usedPaths = ({ source, document }: ParsedFile): readonly string[] => [
  ...new Set(
    document.uses.flatMap(({ path }) => {
      const resolved = resolvePath(source.path, path.value);
      return 'path' in resolved && resolved.path !== source.path ? [resolved.path] : [];
    }),
  ),
];
