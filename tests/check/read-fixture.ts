import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../src/check/check.ts';
import type { CheckedFile } from '../../src/check/checked-file.ts';
import { parse } from '../../src/syntax/parse.ts';

export const errorFixtures = join(import.meta.dirname, '..', 'fixtures', 'errors');

/** The files of a fixture by path: a single file, or a folder that is a project. */
export function readFixture(path: string): ReadonlyMap<string, string> {
  if (statSync(path).isFile()) return new Map([['main.flow', readFileSync(path, 'utf8')]]);
  return new Map(
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.flow'))
      .sort()
      .map((name) => [name, readFileSync(join(path, name), 'utf8')]),
  );
}

/** Reads and checks texts by path. */
export const checkTexts = (texts: ReadonlyMap<string, string>): ReadonlyMap<string, CheckedFile> =>
  check(new Map([...texts].map(([path, text]) => [path, parse({ path, text })])));

/** Checks one file and gives back its first flow. */
export function checkText(text: string): CheckedFile {
  const file = checkTexts(new Map([['main.flow', text]])).get('main.flow');
  if (file === undefined) throw new Error('check lost a file');
  return file;
}
