// Builds `out/`: the extension, its panel, the language server that comes along, and what these read. With `--package`
// also the .vsix. All tools are those of the root: `npm ci` there is enough, and nothing is fetched.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';
import { stubUnused } from '../../scripts/stub-unused.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const out = join(here, 'out');
process.chdir(here);
rmSync(out, { recursive: true, force: true });

const node = { bundle: true, platform: 'node', target: 'node22', minify: true, logLevel: 'warning' };
await build({
  ...node,
  entryPoints: ['src/extension.ts'],
  outfile: 'out/extension.cjs',
  format: 'cjs',
  external: ['vscode'],
});
await build({
  ...node,
  entryPoints: {
    server: 'src/server.ts',
    drawing: 'src/drawing.ts',
    elk: '../../src/cli/build/elk-in-thread.ts',
  },
  outdir: 'out',
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  mainFields: ['module', 'main'],
  external: ['elkjs', 'harfbuzzjs', 'hyphenopoly', '@resvg/resvg-js'],
  plugins: [stubUnused],
  banner: {
    js: "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);",
  },
});
await build({
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'chrome134',
  logLevel: 'warning',
  entryPoints: ['src/webview/panel.ts', 'src/webview/panel.css'],
  outdir: 'out',
});

cpSync(join(root, 'grammar', 'flow.tmLanguage.json'), 'out/flow.tmLanguage.json');
cpSync(join(root, 'src', 'project', 'config.schema.json'), 'out/config.schema.json');
cpSync(join(root, 'src', 'type', 'fonts'), 'out/fonts', { recursive: true });
cpSync(join(root, 'LICENSE'), 'LICENSE');
// These load files of their own, so they stay packages.
for (const path of [
  'elkjs/package.json',
  'elkjs/LICENSE.md',
  'elkjs/lib/elk-worker.min.js',
  'harfbuzzjs/package.json',
  'harfbuzzjs/LICENSE',
  'harfbuzzjs/dist/index.mjs',
  'harfbuzzjs/dist/harfbuzz.js',
  'harfbuzzjs/dist/harfbuzz.wasm',
  'hyphenopoly/package.json',
  'hyphenopoly/LICENSE',
  'hyphenopoly/hyphenopoly.module.js',
  // See src/type/hyphenation.ts.
  ...['de', 'nl', 'da', 'nb', 'nn'].map((name) => `hyphenopoly/patterns/${name}.wasm`),
]) {
  const source = join(root, 'node_modules', path);
  if (!existsSync(source)) throw new Error(`${path} is not where it was`);
  mkdirSync(dirname(join(out, 'node_modules', path)), { recursive: true });
  cpSync(source, join(out, 'node_modules', path));
}
const icon = new Resvg(readFileSync('images/icon.svg', 'utf8')).render();
writeFileSync('out/icon.png', icon.asPng());

if (process.argv.includes('--package')) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  await createVSIX({
    cwd: here,
    packagePath: `flowc-${version}.vsix`,
    dependencies: false,
    allowMissingRepository: true,
  });
}
