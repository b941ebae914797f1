import type { Rule } from './rule.ts';

/** How the options of a rule are set in a configuration, each to its default: `"name": ["warning", { "max": 3 }]`. */
export function settingExample({ name, severity, options }: Rule): string {
  const defaults = Object.entries(options).map(
    ([option, spec]) => `"${option}": ${JSON.stringify(spec.default)}`,
  );
  return `"${name}": ["${severity}", { ${defaults.join(', ')} }]`;
}
