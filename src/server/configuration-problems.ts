import type { DecodingProblem } from '../project/decoder.ts';
import { settingsOf } from '../project/rule-settings.ts';
import type { Snapshot } from './snapshot.ts';

/** What is wrong in the configurations that hold for some files, by the absolute path of the configuration file. */
export function configurationProblems(
  { configurations }: Snapshot,
  paths: readonly string[],
): ReadonlyMap<string, readonly DecodingProblem[]> {
  const found = new Map<string, Map<string, DecodingProblem>>();
  const add = (path: string, { span, message, help }: DecodingProblem): void => {
    const known = found.get(path) ?? new Map<string, DecodingProblem>();
    const problem = { span, message, ...(help === undefined ? {} : { help }) };
    found.set(path, known.set(JSON.stringify(problem), problem));
  };
  for (const path of paths)
    settingsOf(configurations.of(path), new Map(), (setting, problem) =>
      add(setting.path, { ...problem, span: setting.span }),
    );
  for (const { path, problem } of configurations.problems()) add(path, problem);
  return new Map([...found].map(([path, problems]) => [path, [...problems.values()]]));
}
