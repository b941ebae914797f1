import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutants, testsOf } from '../scripts/mutants.ts';

const root = join(import.meta.dirname, '..');

describe('the mutants of scripts/mutate.ts', () => {
  it('are many, over all rooms', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(75);
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    for (const room of rooms)
      expect(
        mutants.filter((mutant) => mutant.file.startsWith(`src/${room}/`)).length,
        room,
      ).toBeGreaterThanOrEqual(2);
  });

  it.each(mutants)('$room: “$name” still applies', ({ file, find, replace }) => {
    expect(
      readFileSync(join(root, file), 'utf8').split(find),
      `its text stands once in ${file}`,
    ).toHaveLength(2);
    expect(replace).not.toBe(find);
  });

  it('are tried with tests that are there', () => {
    for (const path of [
      ...Object.values(testsOf),
      ...mutants.flatMap(({ tests }) => (tests ? [tests] : [])),
    ].flat())
      expect(existsSync(join(root, path)), path).toBe(true);
  });
});
