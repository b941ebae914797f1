import type { Attribute } from '../syntax/ast.ts';
import type { Source } from '../text/source.ts';
import { formattedDuration, identifierText, rowText, stringText, textOf } from './format-literal.ts';

/** Words to say, notes and links are long and are read by themselves: each has a line of its own. */
export const standsAlone = ({ kind }: Attribute): boolean =>
  kind === 'say' || kind === 'note' || kind === 'link';

/** An attribute in one piece; `indentation` is that of the lines of a label in `"""`. */
export function attributeText(source: Source, attribute: Attribute, indentation: number): string {
  const { kind } = attribute;
  const word = textOf(source, attribute.keyword);
  switch (kind) {
    case 'by':
      return `${word} ${identifierText(source, attribute.id)}`;
    case 'with':
    case 'to':
    case 'using':
      return `${word} ${rowText(source, attribute.ids, (id) => identifierText(source, id), ', ')}`;
    case 'within':
      return `${word} ${formattedDuration(source, attribute.duration)}`;
    case 'takes':
      return `${word} ${rowText(source, attribute.durations, (duration) => formattedDuration(source, duration), '..')}`;
    case 'as':
      return `${word} ${textOf(source, attribute.symbol.span)}`;
    case 'say':
    case 'note':
    case 'link':
      return `${word} ${stringText(source, attribute.text, indentation)}`;
  }
}
