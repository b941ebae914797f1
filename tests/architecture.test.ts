import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'));
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const importsOf = (path: string): readonly string[] =>
  [
    ...textOf(path).matchAll(
      /(?:^|[\s;])(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '');
const roomOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path);

/** What each room may import, besides itself. The order is that in which a file goes through. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  language: [],
  diagnostic: ['text'],
  syntax: ['text', 'language', 'diagnostic'],
  check: ['text', 'language', 'diagnostic', 'syntax'],
  model: ['text', 'language', 'syntax'],
  build: ['text', 'language', 'diagnostic', 'syntax', 'check', 'model'],
  graph: [],
  type: ['text', 'layout'],
  layout: ['text', 'language', 'model', 'syntax', 'type'],
  render: ['text', 'diagnostic', 'layout', 'model', 'type'],
  'understand.ts': ['text', 'diagnostic', 'syntax', 'check', 'model', 'build'],
  'compile.ts': ['understand.ts', 'text', 'diagnostic', 'syntax', 'model', 'layout', 'render'],
  format: ['text', 'language', 'diagnostic', 'syntax'],
  write: ['text', 'language', 'diagnostic', 'syntax', 'check', 'model', 'graph', 'format'],
  lint: ['text', 'language', 'diagnostic', 'syntax', 'check', 'model', 'build', 'graph'],
  report: ['text', 'diagnostic'],
  output: ['text', 'language', 'model', 'layout', 'render'],
  preview: ['text', 'language', 'diagnostic', 'syntax', 'model', 'type', 'layout', 'render', 'project'],
  project: ['text', 'diagnostic', 'syntax', 'language', 'output'],
  'index.ts': [
    'text',
    'language',
    'diagnostic',
    'syntax',
    'check',
    'model',
    'build',
    'type',
    'layout',
    'render',
    'understand.ts',
    'compile.ts',
    'format',
    'lint',
  ],
};
const shells = ['cli', 'server'];

/** One door a dependency: swapping a library is a change to these files. */
const doors: Readonly<Record<string, RegExp>> = {
  chevrotain: /^syntax\//,
  elkjs: /^layout\/elk\.ts$/,
  harfbuzzjs: /^type\/shape-text\.ts$/,
  'woff2-encoder': /^type\/woff2\.ts$/,
  'bidi-js': /^type\//,
  hyphenopoly: /^type\/hyphenation\.ts$/,
  linebreak: /^type\//,
  'unicode-segmenter': /^(type|syntax|text)\//,
  '@resvg/resvg-js': /^render\/png\.ts$/,
  svgdom: /^render\/svg-edit\.ts$/,
  commander: /^cli\//,
  chalk: /^cli\//,
  diff: /^(cli|server)\//,
  'jsonc-parser': /^project\//,
  ignore: /^project\//,
  chokidar: /^cli\//,
  'vscode-languageserver': /^server\//,
};

describe('the architecture', () => {
  it.each(files.filter((path) => !shells.includes(roomOf(path))))(
    '%s imports only rooms that come before it, so that data flows one way',
    (path) => {
      const allowed = mayImport[roomOf(path)];
      expect(allowed, `the room of src/${path} is not in the table`).toBeDefined();
      for (const target of importsOf(path).filter((name) => name.startsWith('.'))) {
        const room = roomOf(posix.normalize(posix.join(posix.dirname(path), target)));
        expect([roomOf(path), ...(allowed ?? [])], `src/${path} imports ${target}`).toContain(room);
      }
    },
  );

  it('keeps files, processes and the console out of the core, so that it runs anywhere and is tested without mocks', () => {
    for (const path of files.filter((name) => !/^(cli\/|server\/main\.ts)/.test(name))) {
      const io = importsOf(path).filter((name) =>
        /^(node:)?(fs|child_process|net|http|os|process)(\/|$)/.test(name),
      );
      expect(io, `src/${path}`).toEqual([]);
      const code = textOf(path).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|`[^`]*`/g, '');
      expect(
        /\bconsole\.|\bprocess\.(?:arch|argv|chdir|cpuUsage|cwd|emit|env|execPath|exit|hrtime|kill|memoryUsage|nextTick|on|pid|platform|std(?:err|in|out)|uptime|version)/.test(
          code,
        ),
        `src/${path} speaks to the process or the console`,
      ).toBe(false);
    }
  });

  it('reaches each dependency through one door', () => {
    for (const path of files)
      for (const name of importsOf(path).filter((target) => !/^(\.|node:)/.test(target))) {
        const dependency = Object.keys(doors).find((door) => name === door || name.startsWith(`${door}/`));
        if (dependency !== undefined)
          expect(doors[dependency]?.test(path), `src/${path} imports ${name}`).toBe(true);
      }
  });

  it('keeps files short: each is one thing, named for its main export', () => {
    const lengths = files.map((path) => ({ path, lines: textOf(path).split('\n').length }));
    expect(lengths.filter(({ path, lines }) => lines > 300 && !longForAReason.has(path))).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[sorted.length >> 1]).toBeLessThan(100);
  });

  it('has no any, no module-level let, no barrel file', () => {
    for (const path of files) {
      expect(/^(export )?let /m.test(textOf(path)), `src/${path} holds state in its module`).toBe(false);
      expect(path === 'index.ts' || !path.endsWith('/index.ts'), `src/${path} is a barrel`).toBe(true);
    }
  });
});

/** Files that may be longer than 300 lines, and why. */
const longForAReason: ReadonlyMap<string, string> = new Map([
  ['syntax/ast.ts', 'the whole tree in one place reads better than in five'],
]);
