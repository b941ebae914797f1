import type { RuleName } from '../diagnostic/code.ts';
import type { Rule } from './rule.ts';
import { cannotFinish } from './rules/cannot-finish.ts';
import { deadEnd } from './rules/dead-end.ts';
import { noEnd } from './rules/no-end.ts';
import { noTouchpoint } from './rules/no-touchpoint.ts';
import { unreachableNode } from './rules/unreachable-node.ts';
import { unusedSuppression } from './rules/unused-suppression.ts';

/** Every rule, in the order of the documentation: correctness, completeness, service, clarity, hygiene. */
export const allRules: readonly Rule[] = [
  unreachableNode,
  deadEnd,
  cannotFinish,
  noTouchpoint,
  noEnd,
  unusedSuppression,
];

const byName: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.name, rule]));

export const ruleNamed = (name: RuleName | string): Rule | undefined => byName.get(name);
