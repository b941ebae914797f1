import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanFlow } from '../cli/test-shell.ts';
import { manifest, npm, type Packed, pack } from './packed.ts';

const place: { folder: string; packed: Packed } = {
  folder: '',
  packed: { filename: '', size: 0, unpackedSize: 0, files: [] },
};
beforeAll(() => {
  place.folder = mkdtempSync(join(tmpdir(), 'flowc-package-'));
  place.packed = pack(place.folder);
}, 180_000);
afterAll(() => rmSync(place.folder, { recursive: true, force: true }));

const tarball = (): string => join(place.folder, place.packed.filename);

describe('the package', () => {
  it('holds all that is needed', () => {
    const paths = place.packed.files.map(({ path }) => path);
    for (const path of [
      'package.json',
      'README.md',
      'CHANGELOG.md',
      'LICENSE',
      'THIRD-PARTY-NOTICES.md',
      'bin/flowc.js',
      'dist/index.js',
      'dist/types/index.d.ts',
      'dist/fonts/OFL.txt',
      'dist/fonts/noto-sans.ttf.gz',
      'dist/schema/config.schema.json',
      'grammar/flow.tmLanguage.json',
      'grammar/flow.ebnf',
    ])
      expect(paths).toContain(path);
  });

  it('holds no more', () => {
    const needless = place.packed.files.filter(
      ({ path }) =>
        !/^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|THIRD-PARTY-NOTICES\.md|bin\/(?:flowc\.js|package\.json)|grammar\/[\w.-]+\.(?:json|ebnf|html|svg)|dist\/[\w-]+\.(?:c?js|json)|dist\/preview\/[\w-]+\.(?:js|css)|dist\/fonts\/(?:[\w-]+\.ttf\.gz|OFL\.txt)|dist\/schema\/[\w.-]+\.schema\.json|dist\/types\/[\w/-]+\.d\.ts)$/.test(
          path,
        ),
    );
    expect(needless).toEqual([]);
    // In bytes; what grows beyond that is to be a decision.
    expect(place.packed.size).toBeLessThan(1_600_000);
    expect(place.packed.unpackedSize).toBeLessThan(5_000_000);
  });

  it('names no place of the machine that made it', () => {
    const content = execFileSync('tar', ['-xzOf', tarball()], { maxBuffer: 2 ** 28 }).toString('latin1');
    expect(content.includes(place.folder)).toBe(false);
    expect(content.includes(import.meta.dirname.replace(/[/\\]tests[/\\]packaging$/, '/src/'))).toBe(false);
  });

  it('is as publint wants it', async () => {
    const { publint } = await import('publint');
    const { messages } = await publint({ pkgDir: join(place.folder, 'copy'), strict: true });
    expect(messages).toEqual([]);
  });

  it('gives its types to whoever imports it', () => {
    const attw = join(import.meta.dirname, '../../node_modules/@arethetypeswrong/cli/dist/index.js');
    const argv = [
      attw,
      tarball(),
      '--profile',
      'esm-only',
      '--no-definitely-typed',
      '--no-emoji',
      '--no-color',
      '--exclude-entrypoints',
      'schema',
    ];
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
  });

  it('is installed into an empty project, and draws there', () => {
    const project = join(place.folder, 'project');
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true }');
    npm(['install', tarball(), '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], project);
    const flowc = (...argv: readonly string[]): string =>
      execFileSync(process.execPath, [join(project, 'node_modules/flowc/bin/flowc.js'), ...argv], {
        cwd: project,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    expect(npm(['exec', '--no', '--', 'flowc', '--version'], project).trim()).toBe(manifest.version);
    writeFileSync(join(project, 'a.flow'), cleanFlow('a'));
    flowc('build', '-f', 'svg,png', '--text', 'embed');
    expect(
      readdirSync(project)
        .filter((name) => name.startsWith('a.'))
        .sort(),
    ).toEqual(['a.flow', 'a.png', 'a.svg']);
    expect(readFileSync(join(project, 'a.svg'), 'utf8')).toContain('Answer the call');
    expect(flowc('lint', '--format', 'json')).toContain('"errors": 0');
    writeFileSync(
      join(project, 'use.mjs'),
      `import { parse } from 'flowc';\nconsole.log(parse({ path: 'a.flow', text: 'flow a\\nend\\n' }).document.flows.length);\n`,
    );
    expect(execFileSync(process.execPath, ['use.mjs'], { cwd: project, encoding: 'utf8' })).toBe('1\n');
  }, 240_000);
});
