import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diskFileWriter } from '../../src/cli/write-file.ts';
import { buildIfStale, spawnFlowc } from '../cli/built-flowc.ts';
import { cleanFlow, endlessFlow, flowc } from '../cli/test-shell.ts';

const untidy = cleanFlow('a').replace('end done', '   end done');
const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('a file that is written anew', () => {
  const place = { folder: '' };
  beforeAll(buildIfStale);
  beforeEach(() => {
    place.folder = mkdtempSync(join(tmpdir(), 'flowc-kept-'));
    writeFileSync(at('a.flow'), untidy);
  });
  afterEach(() => rmSync(place.folder, { recursive: true, force: true }));
  const at = (name: string): string => join(place.folder, name);
  const run = (...argv: readonly string[]) => spawnFlowc(argv, { cwd: place.folder });

  it('is still the same file under its other names', () => {
    linkSync(at('a.flow'), at('b.flow'));
    expect(run('fmt', 'a.flow').code).toBe(0);
    expect(readFileSync(at('b.flow'), 'utf8')).toBe(cleanFlow('a'));
    expect(statSync(at('a.flow'))).toMatchObject({ nlink: 2, ino: statSync(at('b.flow')).ino });
  });

  it('is still whole where it becomes longer or shorter under two names', () => {
    linkSync(at('a.flow'), at('b.flow'));
    for (const text of ['long '.repeat(50_000), 'short', 'a little longer'])
      diskFileWriter.write(at('a.flow'), Buffer.from(text), place.folder);
    expect(readFileSync(at('b.flow'), 'utf8')).toBe('a little longer');
  });

  it('keeps all bits of its mode', () => {
    chmodSync(at('a.flow'), 0o2664);
    expect(run('fmt').code).toBe(0);
    expect((statSync(at('a.flow')).mode & 0o7777).toString(8)).toBe('2664');
  });

  it.runIf(process.getuid?.() === 0)('keeps its owner and its group', () => {
    chownSync(at('a.flow'), 65_534, 65_533);
    expect(run('fmt').code).toBe(0);
    expect(readFileSync(at('a.flow'), 'utf8')).toBe(cleanFlow('a'));
    expect(statSync(at('a.flow'))).toMatchObject({ uid: 65_534, gid: 65_533 });
  });

  it.each(['fmt', 'lint --fix', 'build'])(
    'is refused with a sentence where it can only be read: %s',
    (command) => {
      const picture = at('a.svg');
      writeFileSync(picture, 'mine');
      writeFileSync(at('a.flow'), command === 'lint --fix' ? cleanFlow('a').replaceAll('"', '“') : untidy);
      const before = readFileSync(at('a.flow'), 'utf8');
      for (const path of [picture, at('a.flow')]) chmodSync(path, 0o444);
      const { code, err } = run(...command.split(' '), 'a.flow');
      expect(code).toBe(2);
      expect(err).toMatch(/a\.(?:svg|flow) cannot be written: (?:it can only be read|permission denied)\n/);
      expect(readFileSync(picture, 'utf8')).toBe('mine');
      expect(readFileSync(at('a.flow'), 'utf8')).toBe(before);
    },
  );
});

describe('a file that is no flow of anyone’s', () => {
  it('is left out: what macOS puts beside a flow on a stick', async () => {
    const files = { 'a.flow': cleanFlow('a'), '._a.flow': '\0\u0005\u0016\u0007' };
    for (const argv of [['lint'], ['fmt', '--check'], ['build'], ['lint', '*.flow'], ['lint', 'a.flow']])
      expect(await flowc(argv, { files })).toMatchObject({ code: 0 });
  });

  it.each([
    ['with its mark', 'le', true],
    ['with its mark, the other way round', 'be', true],
    ['without a mark', 'le', false],
    ['without a mark, the other way round', 'be', false],
  ] as const)('is told in one sentence where Notepad saved it as UTF-16 %s', async (_, order, mark) => {
    for (const text of [
      endlessFlow('a'),
      'flow 流程 "客户来电话"\ntouchpoint 电话 "客户打电话"\nstep 接 "接电话"\n',
    ]) {
      const files = { 'a.flow': utf16(text, order, mark) };
      const { code, out } = await flowc(['lint', '--format', 'compact'], { files });
      expect({ code, out }).toEqual({
        code: 1,
        out: 'a.flow:1:1: error: This file is saved as UTF-16, and flowc reads UTF-8 [invalid-encoding]\n',
      });
      const formatted = await flowc(['fmt'], { files });
      expect(formatted).toMatchObject({ code: 2, written: [] });
      expect(formatted.err).toContain('a.flow is saved as UTF-16');
      expect((await flowc(['build'], { files })).code).toBe(1);
    }
  });

  it('is not taken for UTF-16 for a stray zero', async () => {
    const { out } = await flowc(['lint', '--format', 'compact'], {
      files: { 'a.flow': `${cleanFlow('a')}\0\n` },
    });
    expect(out).not.toContain('UTF-16');
    expect(out).toContain('error');
  });
});

describe('what cannot be meant', () => {
  beforeAll(buildIfStale);

  it('is --stdin-filename without the - for standard input', async () => {
    const ran = await flowc(['lint', '--stdin-filename', 'new.flow'], {
      files: { 'ok.flow': cleanFlow('a') },
      stdin: 'flow f\nstp\n',
    });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('standard input was not asked for');
    expect(ran.err).toContain('lint - --stdin-filename new.flow');
  });

  it.each([['lint'], ['build'], ['fmt'], ['init', '--yes'], ['explain', 'no-end'], ['preview']])(
    'is a folder that was removed while one stands in it: %s',
    (...argv) => {
      const folder = mkdtempSync(join(tmpdir(), 'flowc-gone-'));
      mkdirSync(join(folder, 'here'));
      // The folder goes when the shell that stands in it has started.
      const script = `rmdir ../here; node="$1"; shift; "$node" "$@"; echo "code $?"`;
      const bin = join(import.meta.dirname, '../../bin/flowc.js');
      const out = execFileSync('sh', ['-c', `(${script}) 2>&1`, 'sh', process.execPath, bin, ...argv], {
        cwd: join(folder, 'here'),
        encoding: 'utf8',
      });
      expect(out).toBe('error: the current folder is gone; change to another one\ncode 2\n');
      rmdirSync(folder);
    },
  );
});
