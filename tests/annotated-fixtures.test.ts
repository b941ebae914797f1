import { describe, expect, it } from 'vitest';
import { type AnnotatedFixture, annotatedFixtures, outdatedFixtures } from './annotated-fixtures.ts';
import { everyFixture } from './every-fixture.ts';
import { withoutAnnotations } from './fixture.ts';

const fixtures = annotatedFixtures();

/** The fixtures with the text of each file changed. */
const changed = (change: (text: string) => string, of: readonly AnnotatedFixture[]) =>
  of.map(({ files, annotated }) => ({
    files: new Map([...files].map(([path, text]) => [path, change(text)])),
    annotated,
  }));

/** The fixtures as an update writes them. */
const updated = (of: readonly AnnotatedFixture[]) => {
  const written = outdatedFixtures(of);
  return of.map(({ files }) => [...files].map(([path, text]) => [path, written.get(path) ?? text]));
};

describe('an update of the annotated fixtures', () => {
  const asTheyAre = fixtures.map(({ files }) => [...files]);

  it('is of every fixture of a rule or an error', () => {
    const known = new Set(fixtures.flatMap(({ files }) => [...files.keys()]));
    const there = everyFixture
      .map(({ path }) => path)
      .filter((path) => /^fixtures\/(rules|errors)\//.test(path));
    expect(there.length).toBeGreaterThan(200);
    expect(there.filter((path) => !known.has(path))).toEqual([]);
  });

  it('changes nothing where all is as it should be', () => {
    expect([...outdatedFixtures(fixtures).keys()]).toEqual([]);
  });

  it('writes all findings where they are missing', () => {
    const bare = changed(withoutAnnotations, fixtures);
    expect(outdatedFixtures(bare).size).toBeGreaterThan(100);
    expect(updated(bare)).toEqual(asTheyAre);
  });

  it('takes out findings that are not there, and mends what is said of others', () => {
    const surplus = (text: string) =>
      text
        .replaceAll(/^(#[ <]*\^+ [a-z-]+: ).*$/gm, '$1something else')
        .replaceAll('\n', '\n#  ^^^ no-end: This is not found\n#~ help: Do not look for it\n');
    const damaged = changed(surplus, fixtures);
    expect(outdatedFixtures(damaged).size).toBeGreaterThan(200);
    expect(updated(damaged)).toEqual(asTheyAre);
  });
});
