// Builds `dist/`: the command line, the library, what they read. `prepare` runs it, so a clone works after `npm ci`; where
// nothing has changed since the last time it does nothing. `--release`, as `prepack` says it, builds what is published.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { quickLineBreaks } from './scripts/quick-line-breaks.js';
import { stubUnused } from './scripts/stub-unused.js';

const esbuild = await import('esbuild').catch(() => undefined);
if (esbuild === undefined) {
  console.error('flowc: development dependencies are not installed, so nothing is built');
  process.exit(0);
}

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
];
/** See src/cli/start/build-facts.ts. */
const facts = {
  version,
  build: hashOf('src', 'package.json', ...common),
  drawing: hashOf(
    ...['text', 'diagnostic', 'syntax', 'check', 'graph', 'layout', 'render'].map((room) =>
      join('src', room),
    ),
    ...common,
  ),
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
  plugins: [stubUnused, quickLineBreaks],
  logLevel: 'warning',
  metafile: true,
};
/** Folders of the packages that are in what is built. */
const bundled = new Set();
const build = async (options) => {
  const result = await esbuild.build(options);
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
  rmSync('dist', { recursive: true, force: true });
  renameSync(folder, 'dist');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * The command line in chunks, of which a command loads those that it uses. esbuild splits only ES modules, and V8's code cache
 * is to be had only for scripts: so each chunk is made a script, the function that src/cli/start/load-chunks.ts calls.
 * Gives the hash of all of them, and of what they load: chunks of the same sources may have other names in another folder.
 */
async function buildCommandLine() {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: [
      'src/cli/main.ts',
      'src/cli/build/draw-in-thread.ts',
      'src/cli/build/elk-in-thread.ts',
      'src/cli/preview/preview-in-thread.ts',
    ],
    entryNames: '[name]',
    outdir: folder,
    splitting: true,
    format: 'esm',
    write: false,
  });
  const hash = createHash('sha256').update(record);
  for (const { path, text } of outputFiles) {
    const { code } = await esbuild.transform(await withoutImportCalls(basename(path), text), {
      format: 'cjs',
      platform: 'node',
      target: 'node22',
      define: { 'import.meta.url': 'moduleUrl' },
      // Less to read. Names stay, so that what went wrong can be told.
      minifyWhitespace: true,
      minifySyntax: true,
    });
    const name = basename(path).replace(/\.js$/, '.cjs');
    const script = `(function (exports, require, module, moduleUrl, importModule) {${inAscii(code.trimEnd()).replaceAll(/\brequire\("(\.\/[^"]+)\.js"\)/g, 'require("$1.cjs")')}})`;
    writeFileSync(join(folder, name), script);
    hash.update(`${name} ${script.length}\n${script}`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Chunks are read as Latin-1, the fastest for V8. esbuild writes all but regular expressions in ASCII, and in those an escape
 * means the same.
 */
function inAscii(code) {
  return code.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The chunk with each `import()` as a call that a script can make. esbuild prints an `import()` in one form only where no white
 * space and no comments are kept, so they go first; one that is left all the same would fail when it is reached, so it fails here.
 */
async function withoutImportCalls(name, text) {
  const { code } = await esbuild.transform(text, { format: 'esm', target: 'node22', minifyWhitespace: true });
  const replaced = code.replaceAll(/\bimport\(("[^"]+")\)/g, loadLater);
  const left = /\bimport\(.{0,60}/.exec(replaced);
  if (left !== null) throw new Error(`${name} has an import() that no script can make: ${left[0]}`);
  return replaced;
}

/** An `import()` of a chunk, or of elkjs, goes through the loader; the others are left to Node, which scripts cannot ask themselves. */
function loadLater(_, name) {
  const path = JSON.parse(name);
  if (path.startsWith('./')) return `Promise.resolve().then(() => require(${name}))`;
  return path.startsWith('elkjs/')
    ? `Promise.resolve().then(() => ({ default: require(${name}) }))`
    : `importModule(${name})`;
}
