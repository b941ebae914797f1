import { ruleNames } from '../../diagnostic/rule-names.ts';
import type { Preset } from '../../lint/presets.ts';
import { ruleNamed } from '../../lint/rule-named.ts';
import type { ConfigurationProblem } from '../../project/find-configuration.ts';
import { configurationFinder } from '../../project/find-configuration.ts';
import { absolutePath, relativePath } from '../../project/path.ts';
import { settingsOf } from '../../project/rule-settings.ts';
import { refuseProblems } from '../configuration-problems.ts';
import { problemAt } from '../problem-at.ts';
import type { Shell } from '../shell.ts';

/**
 * Prints, as JSON, all that holds for one file: each rule with its severity and options, and how its flows are drawn. A
 * wished preset stands in the place of the configuration's.
 */
export function printConfiguration(shell: Shell, name: string, wished?: Preset): void {
  const finder = configurationFinder(shell.files, shell.cwd);
  const found = finder.configurationFor(absolutePath(shell.cwd, name));
  const configuration = wished === undefined ? found : { ...found, preset: wished };
  const problems: ConfigurationProblem[] = [];
  const settings = settingsOf(configuration, new Map(), (setting, problem) =>
    problems.push(problemAt(shell, setting, problem)),
  );
  refuseProblems(shell, [...finder.problems(), ...problems]);
  const { path, preset, rules: _, out, ...drawing } = configuration;
  const rules = ruleNames.flatMap((rule) => {
    const { severity = 'off', options = {} } = settings.get(rule) ?? {};
    const specs = Object.entries(ruleNamed(rule)?.options ?? {});
    const values = Object.fromEntries(
      specs.map(([option, spec]) => [option, options[option] ?? spec.default]),
    );
    return ruleNamed(rule) === undefined
      ? []
      : [[rule, specs.length === 0 ? severity : [severity, values]] as const];
  });
  const value = {
    configuration: path === undefined ? null : relativePath(shell.cwd, path),
    preset,
    rules: Object.fromEntries(rules),
    ...(out === undefined ? {} : { out: relativePath(shell.cwd, out) }),
    ...drawing,
  };
  shell.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}
