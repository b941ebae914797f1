import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const parts = ['src', 'scripts', 'tests', 'package.json', 'tsconfig.json'];
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'flowc-new-rule-'));
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const run = (script: string, ...words: readonly string[]) =>
  spawnSync(process.execPath, [join(copy, script), ...words], { cwd: copy, encoding: 'utf8' });

/** Each file in the copy that is new, or not what it is in the repository. */
const changed = (): readonly string[] =>
  parts
    .flatMap((part) =>
      part.includes('.')
        ? [part]
        : readdirSync(join(copy, part), { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map(({ parentPath, name }) => join(parentPath, name).slice(copy.length + 1)),
    )
    .filter((path) => textOf(copy, path) !== textOf(root, path))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

function textOf(folder: string, path: string): string | undefined {
  try {
    return readFileSync(join(folder, path), 'latin1');
  } catch {
    return undefined;
  }
}

describe('npm run new-rule', () => {
  it('writes a rule and two fixtures, and puts the rule into the lists', () => {
    const { status, stdout } = run('scripts/new-rule.ts', 'vague-step', '--chapter', 'clarity');
    const written = [
      'src/lint/rules/clarity/vague-step.ts',
      'tests/fixtures/rules/vague-step/valid.flow',
      'tests/fixtures/rules/vague-step/invalid.flow',
    ];
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${written.join('\n')}\n` });
    expect(changed()).toEqual([...written, 'src/diagnostic/rule-names.ts', 'src/lint/all-rules.ts'].sort());
    const names = readFileSync(join(copy, 'src/diagnostic/rule-names.ts'), 'utf8');
    expect(names).toContain("  'redundant-jump',\n  'vague-step',\n  'unused-suppression',\n");
    expect(readFileSync(join(copy, 'src/lint/all-rules.ts'), 'utf8')).toContain('  vagueStep,\n');
  });

  it('writes what compiles, has the layout of the sources and finds what its fixture says', () => {
    writeFileSync(
      join(copy, 'tsconfig.rules.json'),
      JSON.stringify({ extends: './tsconfig.json', include: ['src/lint/all-rules.ts'] }),
    );
    const tool = (cwd: string, path: string, ...words: readonly string[]) =>
      spawnSync(process.execPath, [join(root, 'node_modules', path), ...words], {
        cwd,
        encoding: 'utf8',
        input: readFileSync(join(copy, 'src/lint/rules/clarity/vague-step.ts'), 'utf8'),
      });
    expect(tool(copy, 'typescript/bin/tsc', '-p', 'tsconfig.rules.json')).toMatchObject({
      status: 0,
      stdout: '',
    });
    const biome = ['format', '--stdin-file-path=src/lint/rules/clarity/vague-step.ts'];
    expect(tool(root, '@biomejs/biome/bin/biome', ...biome).stdout).toBe(
      readFileSync(join(copy, 'src/lint/rules/clarity/vague-step.ts'), 'utf8'),
    );
    expect(run('scripts/update-fixtures.ts')).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const invalid = join(copy, 'tests/fixtures/rules/vague-step/invalid.flow');
    const written = readFileSync(invalid, 'utf8');
    writeFileSync(invalid, written.replace(/^#.*\n/m, ''));
    const outdated = 'tests/fixtures/rules/vague-step/invalid.flow\n';
    expect(run('scripts/update-fixtures.ts')).toMatchObject({ status: 1, stdout: outdated });
    expect(run('scripts/update-fixtures.ts', '--update')).toMatchObject({ status: 0, stdout: outdated });
    expect(readFileSync(invalid, 'utf8')).toBe(written);
  });

  it.each([
    [['vague-step'], 'there is tests/fixtures/rules/vague-step/valid.flow already'],
    [['vague-step', '--chapter', 'clarity'], 'there is src/lint/rules/clarity/vague-step.ts already'],
    [['dead-end', '--chapter', 'service'], 'there is tests/fixtures/rules/dead-end/valid.flow already'],
    [['silent-wait-2'], 'say what it finds in two words or more: npm run new-rule silent-wait'],
    [[], 'say what it finds in two words or more: npm run new-rule silent-wait'],
    [
      ['some-rule', '--chapter', 'style'],
      'there is no chapter style, only correctness, completeness, service, clarity, hygiene',
    ],
  ])('%s: refuses in words, and writes nothing', (words, message) => {
    const before = changed();
    const { status, stdout, stderr } = run('scripts/new-rule.ts', ...words);
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `new-rule: ${message}\n` });
    expect(changed()).toEqual(before);
  });
});
