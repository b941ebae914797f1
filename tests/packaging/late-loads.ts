import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/**
 * All that the command line loads only when something needs it, as the sources say it: each `import()` in all that is
 * packed into it, and what its threads start with. A file of `src/` by its path, a package or a part of Node by its
 * name.
 */
export async function lateLoads(): Promise<readonly string[]> {
  const { threads, inputs } = await packedSources();
  const imported = Object.values(inputs).flatMap(({ imports }) =>
    imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path),
  );
  return [...new Set([...threads, ...imported])].sort();
}

/** All files of the sources, and of packages, that are loaded with this one at the latest. */
export async function loadedWith(path: string): Promise<readonly string[]> {
  const { inputs } = await packedSources();
  const found = new Set([path]);
  for (const each of found)
    for (const { kind, path: needed } of inputs[each]?.imports ?? [])
      if (kind !== 'dynamic-import' && inputs[needed] !== undefined) found.add(needed);
  return [...found].sort();
}

async function packedSources() {
  const threads = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => join('src', path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('-in-thread.ts'));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts', ...threads],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['elkjs', 'harfbuzzjs', 'hyphenopoly', '@resvg/resvg-js', 'woff2-encoder'],
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  return { threads, inputs: metafile.inputs };
}

/** True where `loaded`, a path or an address that a process noted, is what `wanted` was packed into. */
export function isPackedFrom(wanted: string, loaded: string): boolean {
  const path = loaded.replaceAll('\\', '/');
  if (!wanted.startsWith('src/')) return path === wanted || path.includes(`/node_modules/${wanted}`);
  const chunk = basename(wanted, '.ts');
  const name = basename(path);
  // What a thread starts with has its own name, all else that of what is in it as well.
  return chunk.endsWith('-in-thread')
    ? name === `${chunk}.cjs`
    : new RegExp(`^${chunk}-[0-9A-Z]{8}\\.cjs$`).test(name);
}
