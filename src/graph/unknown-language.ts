import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Flow } from '../syntax/ast.ts';
import { hasWordsFor } from './words.ts';

/** Says that flowc has no words of its own (yes, no, end …) in the language of the flow, and uses the English ones. */
export function unknownLanguage(flow: Flow): readonly Diagnostic[] {
  const language = flow.properties.find((property) => property.kind === 'language');
  if (language === undefined || language.tag.value === '' || hasWordsFor(language.tag.value)) return [];
  return [
    {
      code: 'unknown-language',
      severity: 'info',
      span: language.tag.span,
      message: `flowc has no words of its own in the language “${language.tag.value}”, and writes yes, no and end in English`,
      related: [],
    },
  ];
}
