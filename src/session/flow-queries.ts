import { buildProcess } from '../build/build-process.ts';
import { byPlace, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { lintFile, lintFlows } from '../lint/lint.ts';
import { projectContext } from '../lint/project-context.ts';
import type { RuleSettings } from '../lint/settings.ts';
import { usesOfFile } from '../lint/uses-of-file.ts';
import type { Built } from '../model/built.ts';
import type { Gaps } from '../model/gaps.ts';
import type { Process } from '../model/process.ts';
import type { fileQueries } from './file-queries.ts';
import { fileToJudge } from './file-to-judge.ts';
import type { Memo } from './memo.ts';
import type { nameQueries } from './name-queries.ts';
import { sameData } from './same-data.ts';
import type { SessionInput } from './session-input.ts';

/** What can be asked of the flows in a file, and what is wrong with them. Keys are paths but where it is said. */
export function flowQueries(
  { given, derived }: Memo<SessionInput>,
  { reached, isThere, uses, usersOf }: ReturnType<typeof fileQueries>,
  { checked, resolved }: ReturnType<typeof nameQueries>,
) {
  const rules = given('rules', (input, path): RuleSettings => input.rulesFor?.(path) ?? new Map(), sameData);
  const today = given('today', (input) => input.today ?? '');

  const made = derived('made', (moment, path) => (resolved(moment, path)?.flows ?? []).map(buildProcess));
  const built = derived('built', (moment, path): readonly Built[] =>
    made(moment, path).map(({ value }) => value),
  );
  const processes = derived(
    'processes',
    (moment, path): readonly Process[] => built(moment, path).map(({ process }) => process),
    sameData,
  );
  const gaps = derived(
    'gaps',
    (moment, path): readonly Gaps[] => built(moment, path).map((each) => each.gaps),
    sameData,
  );
  const usesOf = derived(
    'uses of declarations',
    (moment, path) => {
      const file = resolved(moment, path);
      return file && usesOfFile(file, processes(moment, path));
    },
    sameData,
  );
  /** All errors of the language in a file, and what was noticed in building its flows. */
  const languageErrors = derived(
    'errors of the language',
    (moment, path): readonly Diagnostic[] => [
      ...(checked(moment, path)?.diagnostics ?? []),
      ...made(moment, path).flatMap(({ diagnostics }) => diagnostics),
    ],
    sameData,
  );

  /** The files that can have a say in what the rules find in one: all that it uses, and who uses it. */
  const judgedWith = derived(
    'judged with',
    (moment, path): readonly string[] => {
      const reached = new Set([path]);
      for (const next of reached) for (const used of uses(moment, next)) reached.add(used);
      for (const user of usersOf(moment, path)) reached.add(user);
      return [...reached].filter((each) => isThere(moment, each)).sort();
    },
    sameData,
  );
  const asked = { resolved, built, processes, gaps, usesOf };
  /** What the rules find in a file. */
  const findings = derived(
    'findings',
    (moment, path): readonly Diagnostic[] => {
      const checkedHere = resolved(moment, path);
      if (checkedHere === undefined) return [];
      const judged = judgedWith(moment, path).map((each) =>
        each === path
          ? { path, checked: checkedHere, built: built(moment, path) }
          : fileToJudge(asked, moment, each),
      );
      const file = projectContext(judged, today(moment, ''))
        .files()
        .find((each) => each.path === path);
      return file === undefined ? [] : lintFile(file, rules(moment, path));
    },
    sameData,
  );
  /**
   * What the rules find in every file, by path, all judged together: the way for whoever asks for all. Its key is
   * empty.
   */
  const allFindings = derived(
    'all findings',
    (moment): ReadonlyMap<string, readonly Diagnostic[]> =>
      lintFlows(
        reached(moment, '').flatMap((path) => {
          const file = resolved(moment, path);
          return file === undefined ? [] : [{ checked: file, built: built(moment, path) }];
        }),
        { today: today(moment, ''), rulesFor: (path) => rules(moment, path) },
      ),
  );
  /** The errors of the language and the findings of the rules, in order of place. */
  const diagnostics = derived(
    'diagnostics',
    (moment, path): readonly Diagnostic[] =>
      [...languageErrors(moment, path), ...findings(moment, path)].sort(byPlace),
    sameData,
  );
  return { built, languageErrors, rules, today, judgedWith, findings, allFindings, diagnostics };
}
