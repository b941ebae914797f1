import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { type CodePack, emptyPack, readCodePack, writeCodePack } from './code-pack.ts';
import type { Tricks } from './tricks.ts';

/** Loads the chunks of the command line, whose form is described in esbuild.config.js. */
export interface ChunkLoader {
  load(name: string): unknown;
  /**
   * To be called at the end of the process: keeps the code of what ran for the next one. Says whether that was news.
   */
  save(): boolean;
}

/**
 * Scripts with V8's code cache of their own. Node's (`module.enableCompileCache`) holds what V8 compiles when it loads
 * a script; one that is made after use holds the functions that ran as well, and a build takes three quarters of the
 * time. V8 looks at the length of a script only: `cachePath` must differ where a script does. None: no cache.
 */
export function chunkLoader(
  folder: string,
  tricks: Tricks,
  cachePath: ((pack: string) => string) | undefined,
): ChunkLoader {
  const modules = new Map<string, { exports: unknown }>();
  const packs = new Map<string, { pack: CodePack; readonly scripts: Map<string, Script>; isNew: boolean }>();
  const requireFrom = createRequire(join(folder, 'start.cjs'));
  const moduleUrl = pathToFileURL(join(folder, 'main.cjs')).href;

  const packFor = (name: string) => {
    const key = name.startsWith('.') ? 'flowc' : (name.split('/')[0] ?? name);
    let found = packs.get(key);
    if (found === undefined) {
      const pack = cachePath === undefined ? emptyPack : readCodePack(cachePath(key));
      found = { pack, scripts: new Map(), isNew: pack.runs < runsToLearnFrom };
      packs.set(key, found);
    }
    return found;
  };
  const compile = (name: string, path: string): Script => {
    const entry = packFor(name);
    const cachedData = entry.pack.parts.get(name);
    const text = readFileSync(path, 'latin1');
    const script = new Script(
      name.startsWith('.') ? text : `(function (exports, require, module) {${text}\n})`,
      {
        filename: path,
        ...(cachedData === undefined ? {} : { cachedData }),
      },
    );
    entry.scripts.set(name, script);
    if (cachedData === undefined || script.cachedDataRejected === true) entry.isNew = true;
    return script;
  };
  const load = (name: string): unknown => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    if (!isScript(name)) return requireFrom(name);
    const module = { exports: {} };
    modules.set(name, module);
    const path = name.startsWith('.') ? join(folder, name) : requireFrom.resolve(name);
    const run: unknown = compile(name, path).runInThisContext();
    if (typeof run === 'function')
      run.call(module.exports, module.exports, load, module, moduleUrl, importModule, tricks);
    return module.exports;
  };
  return {
    load,
    save() {
      if (cachePath === undefined) return false;
      let isNews = false;
      for (const [key, { pack, scripts, isNew }] of packs)
        if (isNew) {
          const parts = new Map(pack.parts);
          for (const [name, script] of scripts) parts.set(name, script.createCachedData());
          writeCodePack(cachePath(key), { runs: pack.runs + 1, parts });
          isNews = true;
        }
      return isNews;
    },
  };
}

/** Chunks, and the one dependency that is large and a script. */
const isScript = (name: string): boolean => name.startsWith('./') || name.startsWith('elkjs/');

/** No two runs use the same functions; after so many, little is new. */
const runsToLearnFrom = 3;

const importModule = (name: string): Promise<unknown> => import(name);
