import type { Attribute } from '../syntax/ast.ts';
import type { Source } from '../text/source.ts';
import { durationText, identifierText, stringText, textOf } from './format-literal.ts';

/** Words to say, notes and links are long and are read by themselves: each has a line of its own. */
export const standsAlone = ({ kind }: Attribute): boolean =>
  kind === 'say' || kind === 'note' || kind === 'link';

/** An attribute in one piece; `indentation` is that of the lines of a label in `"""`. */
export function attributeText(source: Source, attribute: Attribute, indentation: number): string {
  const { kind } = attribute;
  switch (kind) {
    case 'by':
      return `by ${identifierText(source, attribute.id)}`;
    case 'with':
    case 'to':
    case 'using':
      return `${kind} ${attribute.ids.map((id) => identifierText(source, id)).join(', ')}`;
    case 'within':
      return `within ${durationText(source, attribute.duration)}`;
    case 'takes':
      return `takes ${attribute.durations.map((duration) => durationText(source, duration)).join('..')}`;
    case 'as':
      return `as ${textOf(source, attribute.symbol.span)}`;
    case 'say':
    case 'note':
    case 'link':
      return `${kind} ${stringText(source, attribute.text, indentation)}`;
  }
}
