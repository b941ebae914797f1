import type { ColourName } from './theme/theme.ts';

/** An element of a picture as plain data. Attributes that are undefined are left out. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: SvgAttributes;
  readonly paint: Paint;
  readonly children: readonly (SvgElement | string)[];
}

export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

/** The colours of an element by their names in the theme. */
export interface Paint {
  readonly fill?: ColourName | 'none';
  readonly stroke?: ColourName | 'none';
}

export const element = (
  name: string,
  attributes: SvgAttributes,
  children: readonly (SvgElement | string)[] = [],
  paint: Paint = {},
): SvgElement => ({ name, attributes, paint, children });

/** An element without children. */
export const mark = (name: string, attributes: SvgAttributes, paint: Paint = {}): SvgElement =>
  element(name, attributes, [], paint);
