// Builds `dist/`: the command line, the library, its types. `prepare` runs it, so a clone works after `npm ci`.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

const esbuild = await import('esbuild').catch(() => undefined);
if (esbuild === undefined) {
  console.error('flowc: development dependencies are not installed, so nothing is built');
  process.exit(0);
}

// svgdom measures text with fontkit and images with image-size; flowc measures its own text and draws no images.
const stubs = {
  fontkit: 'export const openSync = () => { throw new Error("flowc does not measure text through svgdom") };',
  'image-size/fromFile': 'export const imageSizeFromFile = async () => ({});',
};
const stubSvgdomExtras = {
  name: 'stub-svgdom-extras',
  setup(build) {
    build.onResolve({ filter: /^(fontkit|image-size\/fromFile)$/ }, ({ path }) => ({
      path,
      namespace: 'stub',
    }));
    build.onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({
      contents: stubs[path],
      loader: 'js',
    }));
  },
};

rmSync('dist', { recursive: true, force: true });
await esbuild.build({
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  // The modules of a package rather than its UMD bundle, whose requires esbuild cannot follow.
  mainFields: ['module', 'main'],
  external: ['elkjs', 'harfbuzzjs', '@resvg/resvg-js'],
  banner: {
    js: "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);",
  },
  plugins: [stubSvgdomExtras],
  logLevel: 'warning',
});
cpSync('src/layout/fonts', 'dist/fonts', { recursive: true });
mkdirSync('dist/schema');
for (const path of readdirSync('src', { recursive: true, encoding: 'utf8' }))
  if (path.endsWith('.schema.json')) copyFileSync(join('src', path), join('dist/schema', basename(path)));
if (process.argv.includes('--types')) {
  execFileSync('tsc', ['-p', 'tsconfig.types.json'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
