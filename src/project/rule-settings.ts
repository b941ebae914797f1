import type { RuleName } from '../diagnostic/code.ts';
import { closest } from '../diagnostic/suggest.ts';
import { type OptionValue, optionProblem } from '../lint/option.ts';
import { ruleNamed } from '../lint/rule-named.ts';
import { presetSettings, type RuleSetting, type RuleSettings } from '../lint/settings.ts';
import type { RuleSeverity } from './configuration.ts';
import type { DecodingProblem } from './decoder.ts';
import type { Configuration, PlacedRuleSetting } from './find-configuration.ts';

/**
 * How each rule judges a file: its preset, then its configuration, then the command line. `report` hears of options
 * that a rule does not have or cannot take.
 */
export function settingsOf(
  { preset, rules }: Configuration,
  severities: ReadonlyMap<RuleName, RuleSeverity>,
  report: (setting: PlacedRuleSetting, problem: Omit<DecodingProblem, 'span'>) => void,
): RuleSettings {
  const settings = new Map<RuleName, RuleSetting>(presetSettings(preset));
  for (const [name, setting] of rules)
    settings.set(name, { severity: setting.severity, options: optionsOf(name, setting, report) });
  for (const [name, severity] of severities)
    settings.set(name, { severity, options: settings.get(name)?.options ?? {} });
  return settings;
}

function optionsOf(
  name: RuleName,
  setting: PlacedRuleSetting,
  report: (setting: PlacedRuleSetting, problem: Omit<DecodingProblem, 'span'>) => void,
): RuleSetting['options'] {
  const specs = ruleNamed(name)?.options ?? {};
  const options: Record<string, OptionValue> = {};
  for (const [option, value] of Object.entries(setting.options ?? {})) {
    const spec = specs[option];
    const problem = spec === undefined ? undefined : optionProblem(spec, value);
    const at = setting.places?.get(option);
    if (spec === undefined)
      report({ ...setting, span: at?.name ?? setting.span }, unknownOption(name, option, Object.keys(specs)));
    else if (problem !== undefined)
      report(
        { ...setting, span: at?.value ?? setting.span },
        { message: `“${option}” of “${name}” ${problem}` },
      );
    else if (isOptionValue(value)) options[option] = value;
  }
  return options;
}

function unknownOption(
  name: RuleName,
  option: string,
  known: readonly string[],
): Omit<DecodingProblem, 'span'> {
  const near = closest(option, known);
  const help =
    near !== undefined
      ? `Did you mean “${near}”?`
      : known.length === 0
        ? 'It has none'
        : `Known are: ${known.map((other) => `“${other}”`).join(', ')}`;
  return { message: `“${name}” has no option “${option}”`, help };
}

const isOptionValue = (value: unknown): value is OptionValue =>
  typeof value === 'number' ||
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string'));
