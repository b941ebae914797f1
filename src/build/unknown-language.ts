import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { hasWordsFor } from '../language/words.ts';
import type { Flow } from '../syntax/ast.ts';

/** Says that flowc has no words of its own (yes, no, end …) in the language of the flow, and uses the English ones. */
export function unknownLanguage(flow: Flow): readonly Diagnostic[] {
  const language = flow.properties.find((property) => property.kind === 'language');
  if (language === undefined || language.tag.value === '' || hasWordsFor(language.tag.value)) return [];
  return [
    {
      code: 'unknown-language',
      severity: 'info',
      span: language.tag.span,
      message: `There are no words for the language “${language.tag.value}”: yes, no and end are written in English`,
      related: [],
    },
  ];
}
