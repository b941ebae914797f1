// Builds `dist/`: the command line, the library, what they read. `prepare` runs it, so a clone works after `npm ci`;
// where nothing has changed since the last time it does nothing. `--release`, as `prepack` says it, builds what is
// published.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as bundle } from 'esbuild';
import { writeChunksAsScripts } from './scripts/command-line-chunks.js';
import { quickLineBreaks } from './scripts/quick-line-breaks.js';
import { stubUnused } from './scripts/stub-unused.js';

/** The content of files, of folders with all that is in them, as one hash. */
function hashOf(...paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    const content = readFileSync(path);
    hash.update(`${path.replaceAll('\\', '/')} ${content.length}\n`).update(content);
  };
  for (const path of paths) {
    const entries = readdirOrUndefined(path);
    if (entries === undefined) add(path);
    else
      for (const entry of entries
        .filter((each) => each.isFile())
        .map((each) => join(each.parentPath, each.name))
        .sort())
        add(entry);
  }
  return hash.digest('hex').slice(0, 16);
}

/** All of the sources but the rooms that are known to decide nothing in a picture. */
function roomsThatDraw() {
  const others = ['cli', 'server', 'preview', 'project', 'lint', 'format', 'write', 'report'];
  return readdirSync('src')
    .filter((name) => !others.includes(name))
    .sort()
    .map((name) => join('src', name));
}

/** What a folder holds, with all below it; undefined for a file. */
function readdirOrUndefined(path) {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true });
  } catch {
    return undefined;
  }
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const common = [
  'package-lock.json',
  'esbuild.config.js',
  'scripts/stub-unused.js',
  'scripts/quick-line-breaks.js',
  'scripts/command-line-chunks.js',
];
/** See src/cli/start/build-facts.ts. */
const facts = {
  version,
  build: hashOf('src', 'package.json', ...common),
  drawing: hashOf(...roomsThatDraw(), ...common),
  isRelease: process.argv.includes('--release'),
};
const record = JSON.stringify(facts);
if (isBuilt()) process.exit(0);

function isBuilt() {
  try {
    const built = JSON.parse(readFileSync('dist/build.json', 'utf8'));
    return built.build === facts.build && (built.isRelease || !facts.isRelease);
  } catch {
    return false;
  }
}

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node22',
  // The modules of a package rather than its UMD bundle, whose requires esbuild cannot follow.
  mainFields: ['module', 'main'],
  external: ['elkjs', 'harfbuzzjs', 'hyphenopoly', '@resvg/resvg-js', 'woff2-encoder'],
  define: { __FLOWC_BUILD__: JSON.stringify(record) },
  logLevel: 'warning',
  metafile: true,
};
/** Folders of the packages that are in what is built. */
const bundled = new Set();
const build = async (options) => {
  const result = await bundle(options);
  for (const path of Object.keys(result.metafile.inputs)) {
    const [found] = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
    if (found !== undefined) bundled.add(found);
  }
  return result;
};
const folder = `dist.${process.pid}`;
mkdirSync(folder);
try {
  await build({
    ...shared,
    entryPoints: { index: 'src/index.ts' },
    plugins: [stubUnused, quickLineBreaks('true')],
    outdir: folder,
    splitting: true,
    format: 'esm',
    banner: {
      js: "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);",
    },
  });
  const startFacts = JSON.stringify({ ...facts, code: await buildCommandLine() });
  await build({
    ...shared,
    entryPoints: ['src/cli/start/start.ts', 'src/cli/start/start-thread.ts'],
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    define: { __FLOWC_BUILD__: JSON.stringify(startFacts) },
  });
  await build({
    entryPoints: ['src/preview/page/page.ts', 'src/preview/page/page.css'],
    metafile: true,
    outdir: join(folder, 'preview'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome119', 'firefox121', 'safari17.4'],
    logLevel: 'warning',
  });
  cpSync('src/type/fonts', join(folder, 'fonts'), { recursive: true });
  mkdirSync(join(folder, 'schema'));
  for (const path of readdirSync('src', { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.schema.json')) cpSync(join('src', path), join(folder, 'schema', basename(path)));
  // What the notices of third parties are made from.
  writeFileSync(join(folder, 'bundled.json'), JSON.stringify([...bundled].sort(), undefined, 2));
  writeFileSync(join(folder, 'build.json'), startFacts);
  putInPlace();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Makes the new folder `dist/`. Two builds may end at the same time, as in tests: each of them is whole, and the last
 * one stays.
 */
function putInPlace() {
  for (let tries = 1; ; tries++)
    try {
      rmSync('dist', { recursive: true, force: true });
      renameSync(folder, 'dist');
      return;
    } catch (error) {
      if (tries === 10) throw error;
    }
}

/** Builds the command line in chunks, of which a command loads those that it uses, and gives the hash of them. */
async function buildCommandLine() {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: [
      'src/main.ts',
      'src/cli/build/draw-in-thread.ts',
      'src/cli/build/elk-in-thread.ts',
      'src/cli/preview/preview-in-thread.ts',
    ],
    // `startTricks` is a parameter of the function that each chunk becomes.
    plugins: [stubUnused, quickLineBreaks("startTricks.has('line-break-classes')")],
    entryNames: '[name]',
    outdir: folder,
    splitting: true,
    format: 'esm',
    write: false,
  });
  return writeChunksAsScripts(folder, outputFiles, record);
}
