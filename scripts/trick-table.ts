import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trickTable } from '../src/cli/start/trick-table.ts';
import { trickNames } from '../src/cli/start/tricks.ts';

const root = join(import.meta.dirname, '..');
const begins = '<!-- The tricks of the start, written by `npm run generate`. -->\n';
const ends = '<!-- The end of the tricks. -->\n';

/** ARCHITECTURE.md with the table of the start's tricks as it has to be. Throws where the table has no place in it. */
export function withTrickTable(text: string): string {
  const start = text.indexOf(begins);
  const end = text.indexOf(ends);
  if (start < 0 || end < start) throw new Error('ARCHITECTURE.md has no place for the table of tricks');
  return `${text.slice(0, start + begins.length)}\n${trickRows()}\n${text.slice(end)}`;
}

function trickRows(): string {
  const rows = trickNames.map((name) => {
    const { does, files, data = [], gain, since } = trickTable[name];
    const lines = files.reduce((sum, path) => sum + linesOf(path), 0);
    const places = [...files, ...data].map((path) => `\`${path}\``).join(', ');
    return `| \`${name}\` | ${does} | ${places} | ${tens(lines)} | ${gain.ms} of \`${gain.command}\` | ${since} |\n`;
  });
  return `| trick | what is done | where | lines | ms gained | since |\n| --- | --- | --- | ---: | --- | --- |\n${rows.join('')}`;
}

const linesOf = (path: string): number => readFileSync(join(root, path), 'utf8').split('\n').length - 1;

/** Rounded to tens, so that not each change of a file is one of the table. */
const tens = (lines: number): string => (lines < 10 ? 'under 10' : String(Math.round(lines / 10) * 10));
