import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { readCacheFile, writeCacheFile } from '../../src/cli/start/cache-file.ts';
import { isFont } from '../../src/type/is-font.ts';
import { bin, buildIfStale } from '../cli/built-flowc.ts';
import { cleanFlow, flowc, worldOf } from '../cli/test-shell.ts';

const place = { folder: '' };
beforeAll(buildIfStale);
beforeEach(() => {
  place.folder = mkdtempSync(join(tmpdir(), 'flowc-place-'));
  writeFileSync(join(place.folder, 'a.flow'), cleanFlow('a'));
});
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));
const packed = (argv: readonly string[], more: object = {}) =>
  spawnSync(process.execPath, [bin, ...argv], {
    cwd: place.folder,
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: join(place.folder, 'cache'), FLOWC_CACHE: '' },
    ...more,
  });

describe.runIf(process.platform === 'linux')('a disk that is full', () => {
  const full = (argv: readonly string[], stream: 1 | 2): { code: string; said: string } => {
    const redirected = stream === 1 ? '>/dev/full' : '2>/dev/full';
    const script = `"$@" ${redirected}; echo "code $?" >&3`;
    const { output } = spawnSync('sh', ['-c', script, 'sh', process.execPath, bin, ...argv], {
      cwd: place.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    return { code: output[3] ?? '', said: output[2] ?? '' };
  };

  it.each([
    ['--version'],
    ['-V'],
    ['--help'],
    ['lint', '--help'],
    ['explain'],
    ['build', '-o', '-'],
    ['fmt', '--diff'],
  ])('is told in words where standard output is on it: %s', (...argv) => {
    writeFileSync(join(place.folder, 'a.flow'), cleanFlow('a').replace('end', ' end'));
    expect(full(argv, 1)).toEqual({
      code: 'code 2\n',
      said: 'error: the output cannot be written: the disk is full\n',
    });
  });

  it.each([['lint', 'nowhere'], ['misspelt'], ['build'], ['build', '--jobs', '2'], ['init', '--yes']])(
    'ends with 2 where standard error is on it, as there is no place for words: %s',
    (...argv) => {
      // Drawn, fresh, and remembered as fresh.
      for (let time = 0; time < 3; time++) expect(full(argv, 2)).toEqual({ code: 'code 2\n', said: '' });
    },
  );
});

describe('a cache that somebody else has written', () => {
  it.each([
    'not JSON',
    '',
    'null',
    '[]',
    '{}',
    '{"runs":1,"names":3,"lengths":[]}\n',
    '{"key":1,"said":"x"}',
  ])('is done without, and made anew: %j', (content) => {
    for (let time = 0; time < 2; time++) expect(packed(['build']).status).toBe(0);
    const cache = join(place.folder, 'cache', 'flowc');
    const names = readdirSync(cache);
    expect(names.filter((name) => /\.(?:code|json)$/.test(name))).toHaveLength(2);
    for (const name of names) writeCacheFile(join(cache, name), Buffer.from(content));
    for (let time = 0; time < 3; time++) {
      const { status, stderr } = packed(['build']);
      expect({ status, stderr: stderr.replace(/^.*(?:drawn|fresh).*\n$/, '') }).toEqual({
        status: 0,
        stderr: '',
      });
    }
    for (const name of names) expect(readCacheFile(join(cache, name))?.toString()).not.toBe(content);
  });

  it('is not believed where all is there but a part of another kind', () => {
    for (let time = 0; time < 2; time++) packed(['build']);
    const cache = join(place.folder, 'cache', 'flowc');
    const [name = ''] = readdirSync(cache).filter((each) => each.startsWith('run-'));
    const remembered = JSON.parse(readCacheFile(join(cache, name))?.toString() ?? '');
    for (const part of ['said', 'reads', 'kinds', 'lists'])
      for (const value of [undefined, 3, [3], [['a']], {}]) {
        writeCacheFile(join(cache, name), Buffer.from(JSON.stringify({ ...remembered, [part]: value })));
        expect(packed(['build']).status).toBe(0);
      }
  });
});

describe('a font of one’s own', () => {
  const font = gunzipSync(readFileSync(join(import.meta.dirname, '../../src/type/fonts/noto-sans.ttf.gz')));

  it.each<readonly [string, Uint8Array]>([
    ['a text', Buffer.from('this is no font')],
    ['nothing', Buffer.alloc(0)],
    ['a font that was cut short', font.subarray(0, font.length / 2)],
    ['the head of a font', font.subarray(0, 20)],
    ['a packed font', Buffer.concat([Buffer.from('wOF2'), font])],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a page', Buffer.from('<!doctype html>')],
  ])('is refused where it is %s', async (_, bytes) => {
    for (const options of [[], ['--text', 'outlines'], ['-f', 'png']]) {
      const { code, err, written } = await flowc(['build', 'a.flow', '--font', 'my.ttf', ...options], {
        files: { 'a.flow': cleanFlow('a'), 'my.ttf': bytes },
      });
      expect({ code, written }).toEqual({ code: 2, written: [] });
      expect(err).toContain('my.ttf is no font that flowc can read');
    }
  });

  it('is taken where it is one, also where it is the first of a collection', () => {
    writeFileSync(join(place.folder, 'my.ttf'), font);
    expect(packed(['build', '--font', 'my.ttf', '--text', 'outlines']).status).toBe(0);
    const head = Buffer.from('ttcf\0\u0001\0\0\0\0\0\u0001\0\0\0\u0010', 'latin1');
    const collection = Buffer.concat([head, font]);
    for (let table = 0; table < font.readUInt16BE(4); table++) {
      const at = 16 + 12 + 16 * table + 8;
      collection.writeUInt32BE(collection.readUInt32BE(at) + head.length, at);
    }
    expect(isFont(collection)).toBe(true);
    expect(isFont(collection.subarray(0, 1000))).toBe(false);
  });
});

describe('a configuration that comes with a stranger’s project', () => {
  const overrides = (files: unknown): string =>
    JSON.stringify({ overrides: [{ files, rules: { 'no-end': 'off' } }] });
  const name = `${'a'.repeat(250)}.flow`;

  it.each([
    '*a*a*a*a*a*a*a*a*b',
    '**/*a**a**a*a*a*/b',
    `${'*a'.repeat(400)}b`,
    '+(a|aa|a+(a))b',
    '{*a,*a}*a*a*a*a*a*a*b',
  ])('does not keep anyone waiting with a pattern: %s', async (pattern) => {
    const began = performance.now();
    await flowc(['lint'], { files: { [name]: cleanFlow('a'), 'flowc.config.json': overrides([pattern]) } });
    expect(performance.now() - began).toBeLessThan(3000);
  });

  it.each([
    ['', 'A pattern cannot be empty'],
    ['{a,b}'.repeat(30), 'too long, or stands for too many'],
    ['a'.repeat(5000), 'too long, or stands for too many'],
  ])('is told where its pattern is none', async (pattern, message) => {
    const { code, err } = await flowc(['lint'], {
      files: { 'a.flow': cleanFlow('a'), 'flowc.config.json': overrides(pattern) },
    });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  const secret = 'hunter2';
  it.each<readonly [string, string | Uint8Array]>([
    ['a list of users', `root:${secret}:0:0\nx:y\n`],
    ['a key', `-----BEGIN KEY-----\n${secret}\n`],
    ['a file of settings', `password = ${secret}\n`],
    ['JSON with a secret', `{ "token": "${secret}" }`],
    [
      'JSON with a secret and a key that flowc knows',
      `{ "extends": "${secret}", "token": "${secret}", "user": 1 }`,
    ],
    ['a broken object', `{ ${secret}: 1 }`],
    ['a list', `["${secret}"]`],
    ['a text', `"${secret}"`],
    ['bytes', Buffer.from(`\u00ff\u00fe${secret}`, 'latin1')],
  ])('shows no line of a file that is no configuration: %s', async (_, content) => {
    const files = {
      'a.flow': cleanFlow('a'),
      'flowc.config.json': '{ "extends": ["./other"], "theme": "mono" }',
      other: content,
    };
    for (const argv of [['lint'], ['build'], ['lint', '--print-config', 'a.flow']]) {
      const { out, err, code } = await flowc(argv, { files });
      expect(code).toBe(2);
      expect(out + err).not.toContain(secret);
      expect(err).toContain('“./other” is no configuration of flowc');
      expect(err).toContain('"extends": ["./other"]');
    }
  });

  it('still shows the line of a mistake in a configuration that another one extends', async () => {
    const { err } = await flowc(['lint'], {
      files: {
        'a.flow': cleanFlow('a'),
        'flowc.config.json': '{ "extends": "./base.json" }',
        'base.json': '{ "theem": "mono" }',
      },
    });
    expect(err).toContain('{ "theem": "mono" }');
  });
});

describe('what means the same everywhere', () => {
  it('is -f: --format in every command that has it', async () => {
    const { shell } = worldOf({});
    const helpOf = async (argv: readonly string[]): Promise<string> => (await flowc([...argv, '--help'])).out;
    expect(await run(['--help'], shell)).toBe(0);
    const commands = [...(await helpOf([])).matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(
      ([, each = '']) => each,
    );
    expect(commands).toContain('lint');
    let seen = 0;
    for (const command of commands) {
      const help = await helpOf([command]);
      if (help.includes('--format')) {
        seen++;
        expect(help, command).toMatch(/^ {2}-f, --format </m);
      }
    }
    expect(seen).toBeGreaterThanOrEqual(2);
    const files = { 'a.flow': cleanFlow('a') };
    expect(await flowc(['lint', '-f', 'json'], { files })).toEqual(
      await flowc(['lint', '--format', 'json'], { files }),
    );
  });
});
