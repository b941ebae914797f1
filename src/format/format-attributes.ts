import type { Attribute, FieldAttribute, FieldProperty, Limit, UsualTime } from '../syntax/ast.ts';
import type { Source } from '../text/source.ts';
import { formattedDuration, identifierText, rowText, stringText, textOf } from './format-literal.ts';

/** Words to say, notes, links and fields are long and are read by themselves: each has a line of its own. */
export const standsAlone = ({ kind }: Attribute): boolean =>
  kind === 'say' || kind === 'note' || kind === 'link' || kind === 'field';

/** An attribute in one piece; `indentation` is that of the lines of a label in `"""`. */
export function attributeText(source: Source, attribute: Attribute, indentation: number): string {
  const { kind } = attribute;
  const word = textOf(source, attribute.keyword);
  switch (kind) {
    case 'by':
    case 'accountable':
      return `${word} ${identifierText(source, attribute.id)}`;
    case 'with':
    case 'to':
    case 'using':
    case 'for':
      return `${word} ${rowText(source, attribute.ids, (id) => identifierText(source, id), ', ')}`;
    case 'within':
      return `${word} ${limitsText(source, attribute.limits)}`;
    case 'takes':
      return `${word} ${rowText(source, attribute.times, (time) => usualTimeText(source, time), ', ')}`;
    case 'as':
      return `${word} ${textOf(source, attribute.symbol.span)}`;
    case 'outcome':
      return `${word} ${textOf(source, attribute.outcome.span)}`;
    case 'stops':
      return `${word} clock`;
    case 'volume':
      return `${word} ${textOf(source, attribute.count.span)} per ${formattedDuration(source, attribute.per)}`;
    case 'field':
      return fieldText(source, attribute, indentation);
    case 'each':
    case 'until':
    case 'say':
    case 'note':
    case 'link':
      return `${word} ${stringText(source, attribute.text, indentation)}`;
  }
}

/** Times, each behind its level. */
export const limitsText = (source: Source, limits: readonly Limit[]): string =>
  rowText(
    source,
    limits,
    ({ level, duration }) => behindLevel(source, level, formattedDuration(source, duration)),
    ', ',
  );

const usualTimeText = (source: Source, { level, durations }: UsualTime): string =>
  behindLevel(
    source,
    level,
    rowText(source, durations, (duration) => formattedDuration(source, duration), '..'),
  );

const behindLevel = (source: Source, level: Limit['level'], text: string): string =>
  level === undefined ? text : `${identifierText(source, level)} ${text}`;

/** The key of a field and its value. */
export function fieldText(
  source: Source,
  { keyword, key, value }: FieldAttribute | FieldProperty,
  indentation: number,
): string {
  const name = 'name' in key ? identifierText(source, key) : stringText(source, key, indentation);
  return `${textOf(source, keyword)} ${name} ${stringText(source, value, indentation)}`;
}
