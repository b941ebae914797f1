import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesIn, type Links, runningImports } from './import-circles.ts';

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
const coreMayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  language: [],
  diagnostic: ['text'],
  shapes: [],
  syntax: ['text', 'language', 'diagnostic', 'shapes'],
  check: ['text', 'language', 'diagnostic', 'syntax'],
  model: ['text', 'language', 'shapes'],
  build: ['text', 'language', 'diagnostic', 'syntax', 'check', 'model'],
  graph: [],
  analysis: ['language', 'model', 'graph'],
  type: ['text', 'shapes'],
  layout: ['text', 'language', 'model', 'shapes', 'type'],
  render: ['text', 'diagnostic', 'model', 'shapes', 'type', 'layout'],
  lint: ['text', 'language', 'diagnostic', 'syntax', 'check', 'model', 'build', 'graph', 'analysis'],
  format: ['text', 'language', 'diagnostic', 'syntax'],
  write: ['text', 'language', 'diagnostic', 'syntax', 'check', 'model', 'graph', 'format'],
  report: ['text', 'diagnostic', 'lint'],
  output: ['text', 'language', 'model', 'shapes', 'layout', 'render'],
  input: ['text', 'language', 'diagnostic', 'shapes', 'syntax', 'check', 'model'],
  project: ['text', 'diagnostic', 'syntax', 'language', 'layout', 'output', 'lint'],
  session: ['text', 'diagnostic', 'syntax', 'check', 'model', 'build', 'analysis', 'type', 'layout', 'lint'],
  preview: [
    'text',
    'language',
    'diagnostic',
    'syntax',
    'model',
    'shapes',
    'type',
    'layout',
    'render',
    'project',
    'session',
  ],
  'compile.ts': ['text', 'diagnostic', 'model', 'layout', 'render', 'session'],
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
    'compile.ts',
    'format',
    'analysis',
    'lint',
    'session',
  ],
};

/** The shells touch the world. Each may import every room of the core, and neither the other. */
const core = Object.keys(coreMayImport).filter((room) => !room.includes('.'));
const mayImport: Readonly<Record<string, readonly string[]>> = {
  ...coreMayImport,
  cli: core,
  server: core,
  // The one place that knows both shells: it hands each what it takes of the other.
  'main.ts': ['cli', 'server'],
};

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
  it.each(files)('%s imports only rooms that come before it, so that data flows one way', (path) => {
    const allowed = mayImport[roomOf(path)];
    expect(allowed, `the room of src/${path} is not in the table`).toBeDefined();
    for (const target of importsOf(path).filter((name) => name.startsWith('.'))) {
      const room = roomOf(posix.normalize(posix.join(posix.dirname(path), target)));
      expect([roomOf(path), ...(allowed ?? [])], `src/${path} imports ${target}`).toContain(room);
    }
  });

  it('has a table in which each room stands below those that it may import, so that none needs another by whatever way round', () => {
    const rooms = Object.keys(mayImport);
    for (const [index, room] of rooms.entries())
      expect(
        mayImport[room]?.filter((other) => rooms.indexOf(other) >= index),
        room,
      ).toEqual([]);
  });

  it('is drawn in ARCHITECTURE.md, room by room, in the order of the table', () => {
    const page = readFileSync(join(root, '..', 'ARCHITECTURE.md'), 'utf8');
    const drawn = [...page.matchAll(/^\| `(\w+)\/` \|.*\| (`.*`) \|$/gm)];
    expect(drawn.map(([, room]) => room)).toEqual(
      Object.keys(mayImport).filter((room) => !room.includes('.')),
    );
    for (const [, room, begin = ''] of drawn)
      for (const [, file = ''] of begin.matchAll(/`([^`]+)`/g)) expect(files).toContain(`${room}/${file}`);
  });

  it('has no circle of files that need each other when they run, so that each can be read and loaded after those it stands on', () => {
    expect(circlesIn(linksOf((path) => path))).toEqual([]);
  });

  it('has no circle of rooms that need each other when they run', () => {
    expect(circlesIn(linksOf(roomOf))).toEqual([]);
  });

  it('sees a circle where there is one, and none in what is only a type', () => {
    const links = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['b', 'd'])],
      ['d', new Set<string>()],
    ]);
    expect(circlesIn(links)).toEqual([['b', 'c']]);
    expect(
      runningImports(
        "import type { A } from './a.ts';\nimport { type B, c } from './c.ts';\nexport { type D } from './d.ts';\nawait import('./e.ts')",
      ),
    ).toEqual(['./c.ts', './e.ts']);
  });

  it('keeps files, processes and the console out of the core, so that it runs anywhere and is tested without mocks', () => {
    for (const path of files.filter((name) => !/^(cli\/|main\.ts|server\/main\.ts)/.test(name))) {
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

/** The files that the house style is held in, comments and all: whatever people read to change flowc. */
const written = ['src', 'tests', 'scripts', 'bench', 'bin', 'editors', 'grammar']
  .flatMap((folder) =>
    readdirSync(join(root, '..', folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  )
  .filter((path) => /\.[jt]s$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path))
  .map((path) => ({ path, lines: readFileSync(join(root, '..', path), 'utf8').split('\n') }));

/** The lines of comments of a file, each with its place. Comments behind code on its line are looked at up to `//`. */
const commentsOf = ({ path, lines }: { readonly path: string; readonly lines: readonly string[] }) =>
  lines.flatMap((line, index) =>
    /^\s*(\/\/|\/\*|\*[ /])/.test(line)
      ? [{ place: `${path}:${index + 1}`, line, before: lines[index - 1] ?? '' }]
      : [],
  );
const comments = written.flatMap(commentsOf);

const pagesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, '..', folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `${folder}/${path}`);

/** The names that a file exports, each once. */
const namesOf = (path: string): readonly string[] => [
  ...new Set(
    [
      ...textOf(path).matchAll(
        /^export (?:abstract )?(?:async )?(?:const|function\*?|interface|type|class|enum) (\w+)/gm,
      ),
    ].flatMap(([, name]) => name ?? []),
  ),
];

describe('the house style', () => {
  it('begins a comment with the noun or the verb of what it describes', () => {
    const begins = (line: string, before: string): boolean =>
      /^\s*\/\*\*? ?/.test(line) ||
      /^\s*\/\*\*$/.test(before) ||
      (/^\s*\/\//.test(line) && !/^\s*\/\//.test(before));
    const weak = comments.filter(
      ({ line, before }) => begins(line, before) && /^\W*(Of|Where|The same|So many)\b/.test(line),
    );
    expect(weak.map(({ place, line }) => `${place}: ${line.trim()}`)).toEqual([]);
  });

  it('keeps the lines of comments within 120 columns, as they are read beside code', () => {
    expect(comments.filter(({ line }) => line.length > 120).map(({ place }) => place)).toEqual([]);
  });

  it('says “reported” of what was found, and “again” of what is done once more', () => {
    const old = comments.filter(({ place, line }) => {
      const path = place.slice(0, place.indexOf(':'));
      return /\banew\b/.test(line) || (/\btold\b/.test(line) && !toldOfPeople.has(path));
    });
    expect(old.map(({ place, line }) => `${place}: ${line.trim()}`)).toEqual([]);
    for (const path of ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', ...pagesIn('docs')])
      expect(readFileSync(join(root, '..', path), 'utf8'), path).not.toMatch(/\banew\b/);
  });

  it('names only files that are there, in comments and in ARCHITECTURE.md', () => {
    const all = [...written.map(({ path }) => path), 'esbuild.config.js', 'grammar/flow.ebnf'].map(
      (path) => `/${path}`,
    );
    const page = readFileSync(join(root, '..', 'ARCHITECTURE.md'), 'utf8');
    const named = [...comments.map(({ line }) => line), ...page.split('\n')].flatMap((line) =>
      [...line.matchAll(/(?<![\w/.<>*-])((?:[\w.-]+\/)*[\w-]+\.(?:ts|ebnf))\b/g)].map(
        ([, path = '']) => path,
      ),
    );
    expect([...new Set(named)].filter((path) => !all.some((each) => each.endsWith(`/${path}`)))).toEqual([]);
  });

  it('gives one name to one thing: no two files of src/ export the same', () => {
    const filesOf = new Map<string, string[]>();
    for (const path of files)
      for (const name of namesOf(path)) filesOf.set(name, [...(filesOf.get(name) ?? []), path]);
    const twice = [...filesOf]
      .filter(([, paths]) => paths.length > 1)
      .filter(
        ([, paths]) =>
          !sameNames.some(({ of }) => paths.length === 2 && paths.every((path) => of.includes(path))),
      );
    expect(twice).toEqual([]);
  });
});

describe('the exemptions from these laws', () => {
  it('are all needed', () => {
    for (const path of longForAReason.keys())
      expect(textOf(path).split('\n').length, path).toBeGreaterThan(300);
    for (const { of } of sameNames)
      expect(
        namesOf(of[0]).some((name) => namesOf(of[1]).includes(name)),
        of.join(),
      ).toBe(true);
    for (const path of toldOfPeople)
      expect(
        comments.some(({ place, line }) => place.startsWith(`${path}:`) && /\btold\b/.test(line)),
        path,
      ).toBe(true);
  });
});

/** Pairs of files that name the same things, and why. */
const sameNames: readonly { readonly of: readonly [string, string]; readonly why: string }[] = [
  {
    of: ['syntax/ast.ts', 'model/process.ts'],
    why: 'a step, a call or a stage is called as people call it, as it is written and as it is meant',
  },
  {
    of: ['syntax/ast.ts', 'syntax/token-types.ts'],
    why: 'a token that is a whole part of the tree has the name of that part, and only the parser sees it',
  },
];

/** Files that are about people to whom something is said, so that their comments may use that word. */
const toldOfPeople: ReadonlySet<string> = new Set([
  'src/analysis/analysed-flow.ts',
  'src/analysis/flow-summary.ts',
  'src/analysis/service-view.ts',
  'src/analysis/untold-ends.ts',
]);

/** What needs what when it runs, by the names of files or of rooms. */
function linksOf(nameOf: (path: string) => string): Links {
  const links = new Map<string, Set<string>>();
  for (const path of files) {
    const known = links.get(nameOf(path)) ?? new Set<string>();
    links.set(nameOf(path), known);
    for (const target of runningImports(textOf(path)).filter((name) => name.startsWith('.'))) {
      const name = nameOf(posix.normalize(posix.join(posix.dirname(path), target)));
      if (name !== nameOf(path)) known.add(name);
    }
  }
  return links;
}

/** Files that may be longer than 300 lines, and why. */
const longForAReason: ReadonlyMap<string, string> = new Map([
  ['syntax/ast.ts', 'the whole tree in one place reads better than in five'],
  ['syntax/grammar.ts', 'the grammar is read as one'],
]);
