import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const place = { folder: '' };
beforeEach(() => {
  place.folder = mkdtempSync(join(tmpdir(), 'flowc-count-'));
});
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'todo';
/** What is said of tests with these names, when some of them may be skipped. */
function counted(
  tests: Readonly<Record<string, Status>>,
  CI: string | undefined,
  skips: object = {},
  file: Status = 'passed',
) {
  const [results, allowed] = ['results.json', 'skips.json'].map((name) => join(place.folder, name)) as [
    string,
    string,
  ];
  const assertionResults = Object.entries(tests).map(([fullName, status]) => ({ fullName, status }));
  writeFileSync(
    results,
    JSON.stringify({ testResults: [{ name: 'a.test.ts', status: file, assertionResults }] }),
  );
  writeFileSync(allowed, JSON.stringify(skips));
  const { status, stdout } = spawnSync(process.execPath, ['scripts/count-tests.js', results, allowed], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CI },
  });
  return { code: status, lines: stdout.trim().split('\n') };
}

describe('the count of the tests', () => {
  it('counts those that ran with a plain start among all, and says how many they are', () => {
    const results = join(place.folder, 'results.json');
    const allowed = join(place.folder, 'skips.json');
    const test = (start: string, status: Status) => ({ fullName: 'a', status, meta: { start } });
    const file = (...assertionResults: readonly unknown[]) => ({
      name: 'a',
      status: 'passed',
      assertionResults,
    });
    const testResults = [file(test('', 'passed')), file(test('plain', 'passed'), test('plain', 'failed'))];
    writeFileSync(results, JSON.stringify({ testResults }));
    writeFileSync(allowed, '{}');
    const { status, stdout } = spawnSync(process.execPath, ['scripts/count-tests.js', results, allowed], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: '2 of these ran with FLOWC_START=plain\n2 passed, 1 failed, 0 skipped\n',
    });
  });

  it('takes a skipped test for a failed one where CI is set', () => {
    for (const skipped of ['skipped', 'pending', 'todo'] as const)
      expect(counted({ a: 'passed', b: skipped }, 'true')).toEqual({
        code: 1,
        lines: ['not tried here: b', 'failed, as it must not be skipped: b', '1 passed, 1 failed, 0 skipped'],
      });
  });

  it('lets a test be skipped that is named with a reason', () => {
    expect(counted({ a: 'passed', b: 'skipped' }, 'true', { b: 'nobody has one' })).toEqual({
      code: 0,
      lines: ['not tried here: b, as nobody has one', '1 passed, 0 failed, 1 skipped'],
    });
  });

  it('only tells what was skipped on the machine of whoever works on flowc', () => {
    for (const CI of [undefined, '', 'false'])
      expect(counted({ a: 'passed', b: 'skipped' }, CI)).toEqual({
        code: 0,
        lines: ['not tried here: b', '1 passed, 0 failed, 1 skipped'],
      });
  });

  it('counts a failed test, and a file that could not be loaded', () => {
    expect(counted({ a: 'failed', b: 'passed' }, undefined, {}, 'failed')).toEqual({
      code: 1,
      lines: ['1 passed, 1 failed, 0 skipped'],
    });
    expect(counted({}, undefined, {}, 'failed').lines.at(-1)).toBe('0 passed, 1 failed, 0 skipped');
  });

  it('keeps the list true: a name of no test is a failure', () => {
    expect(counted({ a: 'passed' }, undefined, { gone: 'it was' })).toEqual({
      code: 1,
      lines: [
        expect.stringMatching(/skips\.json names a test that there is not: gone$/),
        '1 passed, 1 failed, 0 skipped',
      ],
    });
  });

  it('says so where there is nothing to count', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['scripts/count-tests.js', 'nowhere', 'tests/skips.json'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'the tests did not run\n' });
  });

  it('is what .ci/run ends with, after it has installed what tests look with', () => {
    const script = readFileSync(join(root, '.ci/run'), 'utf8');
    expect(script).toContain('node scripts/count-tests.js "$results" tests/skips.json');
    for (const needed of ['chromium', 'neovim', 'emacs-nox', 'libxml2-utils', 'librsvg2-bin'])
      expect(script).toContain(`missing+=(${needed})`);
  });
});
