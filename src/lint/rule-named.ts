import { allRules } from './all-rules.ts';
import type { Rule } from './rule.ts';

const byName: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.name, rule]));

/** The rule of a name that a person wrote. */
export const ruleNamed = (name: string): Rule | undefined => byName.get(name);
