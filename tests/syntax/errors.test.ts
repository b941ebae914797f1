import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/syntax/parse.ts';
import { applyEdits } from '../../src/text/text-edit.ts';
import { readingErrors } from '../annotated-fixtures.ts';
import { annotate, withoutAnnotations } from '../fixture.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'errors');

describe.each(readingErrors)('%s', (code) => {
  const read = (name: string): string => readFileSync(join(folder, code, name), 'utf8');

  it('is found where the fixture says, with all that is said about it, and nothing else is', () => {
    const text = withoutAnnotations(read('invalid.flow'));
    const { diagnostics } = parse({ path: 'invalid.flow', text });
    expect(annotate(text, diagnostics)).toBe(read('invalid.flow'));
    expect(diagnostics.some((diagnostic) => diagnostic.code === code)).toBe(true);
  });

  it('is not found in what is right', () => {
    const text = read('valid.flow');
    expect(parse({ path: 'valid.flow', text }).diagnostics).toEqual([]);
  });

  it('is gone once its safe repairs are made', () => {
    const text = withoutAnnotations(read('invalid.flow'));
    const { diagnostics } = parse({ path: 'a.flow', text });
    const repairable = diagnostics.filter(({ fix }) => fix?.kind === 'safe');
    const repaired = applyEdits(
      text,
      repairable.flatMap(({ fix }) => fix?.edits ?? []),
    );
    const left = parse({ path: 'a.flow', text: repaired }).diagnostics;
    expect(left.filter(({ fix }) => fix?.kind === 'safe')).toEqual([]);
    expect(left.length).toBeLessThanOrEqual(diagnostics.length - repairable.length);
  });
});

it('has a folder of fixtures for every code, and no folder without a code', () => {
  for (const code of readingErrors)
    expect(readdirSync(join(folder, code)).sort()).toEqual(['invalid.flow', 'valid.flow']);
});

describe('a message', () => {
  const all = readingErrors.flatMap((code) =>
    parse({
      path: code,
      text: withoutAnnotations(readFileSync(join(folder, code, 'invalid.flow'), 'utf8')),
    }).diagnostics.map(({ message, help }) => ({ message, help })),
  );

  it.each(all)('“$message” is one sentence without a full stop, and says what to do', ({ message, help }) => {
    expect(message).not.toMatch(/[.!]$|\b(?:expected|token|parser?|undefined|syntax)\b/i);
    expect(help).toBeTruthy();
    expect(help).not.toMatch(/[^.]\.$|\b(?:undefined|expected|token)\b/);
  });
});
