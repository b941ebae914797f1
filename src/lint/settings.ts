import type { RuleName } from '../diagnostic/code.ts';
import type { Severity } from '../diagnostic/diagnostic.ts';
import { allRules } from './all-rules.ts';
import type { OptionValue } from './option.ts';
import type { Preset } from './presets.ts';

/** How one rule is to judge a file. Options that are left out have their defaults. */
export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** A rule that is not in it is off. */
export type RuleSettings = ReadonlyMap<RuleName, RuleSetting>;

/** How files are to be judged. */
export interface LintSettings {
  /** The day on which is judged, `2026-11-21`. */
  readonly today: string;
  /** The settings for the file of a path. */
  rulesFor(path: string): RuleSettings;
}

/** The rules of a preset with their own severity and default options. */
export function presetSettings(preset: Preset): RuleSettings {
  return new Map(
    allRules.flatMap(({ name, severity, sets }) =>
      preset !== 'none' && sets.includes(preset) ? [[name, { severity, options: {} }]] : [],
    ),
  );
}
