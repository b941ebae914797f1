import { dot } from './dot.ts';
import { json } from './json.ts';
import { png } from './png.ts';
import { svg } from './svg.ts';

/**
 * All that `flowc build` can write, in the order in which help and pages name it. A format is added by its file and a
 * line here.
 */
export const outputs = [svg, png, json, dot] as const;

export type OutputFormat = (typeof outputs)[number]['name'];

export const outputFormats: readonly OutputFormat[] = outputs.map(({ name }) => name);

/** The output of a name, with all that a format may say of itself. */
export function outputNamed(name: OutputFormat): (typeof outputs)[number] {
  const found = outputs.find((output) => output.name === name);
  if (found === undefined) throw new Error(`There is no output “${name}”`);
  return found;
}
