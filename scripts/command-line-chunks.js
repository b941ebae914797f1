import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { transform } from 'esbuild';

/**
 * Writes the chunks of the command line, as esbuild has made them of ES modules, into `folder` as scripts: V8's code
 * cache is to be had only for those, and esbuild splits only modules. Each script is the function that
 * src/cli/start/load-chunks.ts calls. Gives the hash of `record` and of all of them, with what they load: chunks of
 * the same sources may have other names in another folder.
 */
export async function writeChunksAsScripts(folder, chunks, record) {
  const hash = createHash('sha256').update(record);
  for (const { path, text } of chunks) {
    const { code } = await transform(await withoutImportCalls(basename(path), text), {
      format: 'cjs',
      platform: 'node',
      target: 'node22',
      define: { 'import.meta.url': 'moduleUrl' },
      // Less to read. Names stay, so that a stack says where something went wrong.
      minifyWhitespace: true,
      minifySyntax: true,
    });
    const name = basename(path).replace(/\.js$/, '.cjs');
    const script = `(function (${parameters}) {${inAscii(code.trimEnd()).replaceAll(/\brequire\("(\.\/[^"]+)\.js"\)/g, 'require("$1.cjs")')}})`;
    writeFileSync(join(folder, name), script);
    hash.update(`${name} ${script.length}\n${script}`);
  }
  return hash.digest('hex').slice(0, 16);
}

const parameters = 'exports, require, module, moduleUrl, importModule, startTricks';

/**
 * Characters beyond ASCII as escapes: chunks are read as Latin-1, the fastest for V8. esbuild writes all but regular
 * expressions in ASCII, and in those an escape means the same.
 */
function inAscii(code) {
  return code.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The chunk with each `import()` as a call that a script can make. esbuild prints an `import()` in one form only
 * where no white space and no comments are kept, so they go first; one that is left all the same would fail when it
 * is reached, so it fails here.
 */
async function withoutImportCalls(name, text) {
  const { code } = await transform(text, { format: 'esm', target: 'node22', minifyWhitespace: true });
  const replaced = code.replaceAll(/\bimport\(("[^"]+")\)/g, loadLater);
  const left = /\bimport\(.{0,60}/.exec(replaced);
  if (left !== null) throw new Error(`${name} has an import() that no script can make: ${left[0]}`);
  return replaced;
}

/**
 * An `import()` of a chunk, or of elkjs, goes through the loader; the others are left to Node, which scripts cannot
 * ask themselves.
 */
function loadLater(_, name) {
  const path = JSON.parse(name);
  if (path.startsWith('./')) return `Promise.resolve().then(() => require(${name}))`;
  return path.startsWith('elkjs/')
    ? `Promise.resolve().then(() => ({ default: require(${name}) }))`
    : `importModule(${name})`;
}
