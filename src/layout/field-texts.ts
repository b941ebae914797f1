import { isRightToLeft } from '../language/right-to-left.ts';
import { wordsFor } from '../language/words.ts';
import type { Field } from '../model/process-properties.ts';
import { isolated } from '../type/line-in-order.ts';

/** Fields of a team's own, each as it is shown: “Cost centre: 4711”. */
export function fieldTexts(fields: readonly Field[], language: string): readonly string[] {
  const { colon = ': ' } = wordsFor(language).spoken;
  const rightToLeft = isRightToLeft(language);
  return fields.map(
    ({ key, value }) => `${isolated(key, rightToLeft)}${colon}${isolated(value, rightToLeft)}`,
  );
}
