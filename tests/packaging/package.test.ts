import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
    expect(place.packed.size).toBeLessThan(1_400_000);
    expect(place.packed.unpackedSize).toBeLessThan(4_500_000);
  });

  it('is as large as the README says, to a tenth', () => {
    const [, packed, unpacked] =
      /package of (\d\.\d) MB, (\d\.\d) MB when it is unpacked/.exec(
        readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8'),
      ) ?? [];
    expect(Math.abs(place.packed.size / 1e6 - Number(packed))).toBeLessThan(0.1);
    expect(Math.abs(place.packed.unpackedSize / 1e6 - Number(unpacked))).toBeLessThan(0.2);
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
});

/** Lines that cross, for ELK to draw; signs that are shaped; a label of Thai, which is broken by its own rules. */
const everyLibrary = `flow crossed "คำถามของลูกค้า"
touchpoint t "ग्राहक पूछता है"
choose q "سؤال؟" { when "1" -> d when "2" -> c when "3" -> b when "4" -> a }
step a -> e
step b -> f
step c -> e
step d -> f
step e "Both" -> end
step f "Neither" problem "No" -> b
end
`;

describe('the package, installed into an empty project', () => {
  const project = (): string => join(place.folder, 'project');
  const bin = (): string => join(project(), 'node_modules/flowc/bin/flowc.js');
  const flowc = (argv: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin(), ...argv], {
      cwd: project(),
      encoding: 'utf8',
      input,
    });
    return { code: status, out: stdout, err: stderr };
  };
  /**
   * Starts what runs until it is stopped, and waits until it says something; gives that, or what `use` makes of it
   * meanwhile.
   */
  const saidBy = async (
    argv: readonly string[],
    wanted: RegExp,
    input: string,
    use: (said: string) => string | Promise<string> = (said) => said,
  ): Promise<string> => {
    const running = spawn(process.execPath, [bin(), ...argv], { cwd: project() });
    try {
      running.stdin.write(input);
      const found = await new Promise<string>((resolve, reject) => {
        let said = '';
        running.on('exit', () => reject(new Error(said)));
        for (const stream of [running.stdout, running.stderr])
          stream.on('data', (chunk) => {
            said += String(chunk);
            const [match] = wanted.exec(said) ?? [];
            if (match !== undefined) resolve(match);
          });
      });
      return await use(found);
    } finally {
      running.kill();
    }
  };
  beforeAll(() => {
    mkdirSync(project());
    writeFileSync(join(project(), 'package.json'), '{ "name": "empty", "private": true }');
    npm(['install', tarball(), '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], project());
    writeFileSync(join(project(), 'a.flow'), cleanFlow('a'));
    writeFileSync(join(project(), 'crossed.flow'), everyLibrary);
  }, 240_000);

  it('brings five libraries that flowc uses as they are, and a program for this system; all others are bundled', () => {
    const folders = readdirSync(join(project(), 'node_modules'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /^(?:@[^/\\]+[/\\])?[^/\\]+[/\\]package\.json$/.test(path))
      .map((path) => dirname(path).replaceAll('\\', '/'));
    expect(folders.filter((name) => !name.startsWith('@resvg/resvg-js-')).sort()).toEqual(
      ['@resvg/resvg-js', 'elkjs', 'flowc', 'harfbuzzjs', 'hyphenopoly', 'woff2-encoder'], // biome-ignore format: one line
    );
  });

  it('draws, in every format and with every kind of text', () => {
    expect(npm(['exec', '--no', '--', 'flowc', '--version'], project()).trim()).toBe(manifest.version);
    const embedded = flowc(['build', 'a.flow', '-f', 'svg,png', '--text', 'embed']);
    expect(embedded).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(join(project(), 'a.svg'), 'utf8')).toContain('Answer the call');
    for (const options of [
      ['--text', 'outlines'],
      ['--text', 'embed', '--fit', 'a4'],
      ['-f', 'png,json'],
      ['--jobs', '2', '-f', 'svg,png'],
      ['--layout', 'elk', '--no-lanes'],
    ])
      expect(flowc(['build', '--force', ...options]).err).toMatch(
        /^\d+ pictures? drawn(?: \(.*?\))?(?:, \d+ fresh already \(.*\))?\n$/m,
      );
  });

  it('reads, judges, explains and formats', () => {
    for (const format of ['pretty', 'compact', 'json', 'sarif', 'github', 'gitlab', 'junit'])
      expect(flowc(['lint', 'a.flow', '--format', format])).toMatchObject({ code: 0, err: '' });
    expect(flowc(['fmt', '--diff', '-'], 'flow  f\nend').out).toContain('+flow f');
    expect(flowc(['explain', 'dead-end']).out).toContain('dead-end');
    expect(flowc(['completion', 'bash']).code).toBe(0);
  });

  it('serves editors', async () => {
    const body = JSON.stringify({
      ...{ jsonrpc: '2.0', id: 1, method: 'initialize' },
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const message = `Content-Length: ${body.length}\r\n\r\n${body}`;
    expect(await saidBy(['lsp', '--stdio'], /"capabilities"/, message)).toBe('"capabilities"');
  });

  it('shows a preview', async () => {
    const url = await saidBy(['preview'], /http:\S+/, '', async (found) => (await fetch(found)).text());
    expect(url).toContain('<!doctype html>');
  });

  it('is a library', () => {
    writeFileSync(
      join(project(), 'use.mjs'),
      `import { parse } from 'flowc';\nconsole.log(parse({ path: 'a.flow', text: 'flow a\\nend\\n' }).document.flows.length);\n`,
    );
    expect(execFileSync(process.execPath, ['use.mjs'], { cwd: project(), encoding: 'utf8' })).toBe('1\n');
  });
});
