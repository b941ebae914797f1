import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutAnnotations } from './fixture.ts';

export interface FixtureText {
  /** Below `tests/`. */
  readonly path: string;
  readonly text: string;
}

/** The text of every `.flow` file of the tests, right or wrong, without its annotations. */
export const everyFixture: readonly FixtureText[] = ['fixtures', 'reported']
  .flatMap((folder) =>
    readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.flow'))
      .map((path) => join(folder, path)),
  )
  .sort()
  .map((path) => ({
    path,
    text: withoutAnnotations(readFileSync(join(import.meta.dirname, path), 'utf8')),
  }));

/** A text with every block on one line, as far as comments let it. */
export const squeezed = (text: string): string => {
  const lines: string[] = [];
  let open = 0;
  for (const line of text.split('\n')) {
    const isBroken = open > 0 && !(lines.at(-1) ?? '').includes('#');
    if (isBroken) lines.push(`${lines.pop()} ${line.trim()}`);
    else lines.push(line);
    open += line.split('{').length - line.split('}').length;
  }
  return lines.join('\n');
};
