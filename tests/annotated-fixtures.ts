import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ruleNames } from '../src/diagnostic/rule-names.ts';
import { parse } from '../src/syntax/parse.ts';
import { annotatedByCheck } from './check/annotated-by-check.ts';
import { annotate, withoutAnnotations } from './fixture.ts';
import { judged } from './lint/rule-fixtures.ts';

/** The errors that reading alone finds, but for `invalid-encoding`, which no text can have. */
export const readingErrors = [
  'unexpected-token',
  'unclosed-string',
  'unclosed-block',
  'curly-quotes',
  'invalid-character',
  'invalid-duration',
  'invalid-date',
  'invalid-percent',
  'misspelt-word',
  'reserved-word',
  'limit-exceeded',
  'duplicate-attribute',
  'misplaced-property',
  'misplaced-touchpoint',
  'misplaced-statement',
  'other-notation',
  'no-flow',
  'markup-in-label',
] as const;

/** The errors that resolving names finds, and the notice of an unknown language. */
export const namingErrors = [
  'duplicate-name',
  'unknown-target',
  'unknown-flow',
  'unknown-file',
  'near-name',
  'timeout-without-within',
  'escalate-without-to',
  'jump-across-parallel',
  'leaves-meanwhile',
  'misplaced-clock-stop',
  'invalid-hours',
  'unsafe-link',
  'unknown-language',
] as const;

/** A fixture with what is found in it written below its lines: one file, or several that are a project. */
export interface AnnotatedFixture {
  /** The files, by their path below `tests/`. */
  readonly files: ReadonlyMap<string, string>;
  /** The files as they would be written now; what is written in these of findings counts for nothing. */
  annotated(files: ReadonlyMap<string, string>): ReadonlyMap<string, string>;
}

type Texts = ReadonlyMap<string, string>;

/** Every annotated fixture of the tests, with how it is judged. */
export const annotatedFixtures = (): readonly AnnotatedFixture[] => [
  ...ruleNames.flatMap((rule) =>
    fixturesIn(`fixtures/rules/${rule}`, (texts) => judged(rule, texts).annotated),
  ),
  ...readingErrors.flatMap((code) => fixturesIn(`fixtures/errors/${code}`, annotatedByParse)),
  ...namingErrors.flatMap((code) => fixturesIn(`fixtures/errors/${code}`, annotatedByCheck)),
];

/** The files of fixtures that say something else than is found, by path, as they should be. */
export const outdatedFixtures = (fixtures: readonly AnnotatedFixture[]): Texts =>
  new Map(
    fixtures.flatMap(({ files, annotated }) =>
      [...annotated(files)].filter(([path, text]) => files.get(path) !== text),
    ),
  );

const annotatedByParse = (texts: Texts): Texts =>
  new Map(
    [...texts].map(([path, text]) => {
      const bare = withoutAnnotations(text);
      return [path, annotate(bare, parse({ path, text: bare }).diagnostics)];
    }),
  );

/** The fixtures in a folder, each judged by the paths that its files have in its project. */
function fixturesIn(folder: string, judge: (texts: Texts) => Texts): readonly AnnotatedFixture[] {
  return readdirSync(join(import.meta.dirname, folder))
    .sort()
    .map((name) => {
      const path = `${folder}/${name}`;
      const isFile = statSync(join(import.meta.dirname, path)).isFile();
      const paths = isFile ? [path] : flowFilesIn(path);
      const inProject = (file: string): string => (isFile ? 'main.flow' : file.slice(path.length + 1));
      return {
        files: new Map(paths.map((file) => [file, readFileSync(join(import.meta.dirname, file), 'utf8')])),
        annotated: (files) => {
          const found = judge(new Map([...files].map(([file, text]) => [inProject(file), text])));
          return new Map([...files.keys()].map((file) => [file, found.get(inProject(file)) ?? '']));
        },
      };
    });
}

const flowFilesIn = (folder: string): readonly string[] =>
  readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.flow'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .sort();
