import { existsSync, readFileSync } from 'node:fs';

/** The script and the style sheet of the page, as they are sent. */
export interface PageFiles {
  readonly script: string;
  readonly style: string;
}

/** From `preview/` beside the bundle; run from the sources, from the last build. */
export function readPageFiles(): PageFiles {
  const folder = ['./preview/', '../../../dist/preview/']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(new URL('page.js', url)));
  if (folder === undefined) throw new Error('the page of the preview is missing beside flowc');
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
  return { script: read('page.js'), style: read('page.css') };
}
