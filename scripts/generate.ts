// `npm run generate` writes every generated file of the repository: those of generated-files.ts, and the pictures of
// the examples. `node scripts/generate.ts rules` writes those of one step. tests/packaging/generated-files.test.ts
// compares them with what this would write.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles, type Step } from './generated-files.ts';

const root = join(import.meta.dirname, '..');
const asked = process.argv.slice(2);

if (asked.length === 0) {
  run('scripts/generate.ts', 'grammar');
  run('scripts/generate.ts', 'rules');
  run('esbuild.config.js');
  run('scripts/generate.ts', 'others');
  // What the code of flowc changed is in the build only now.
  run('esbuild.config.js');
  run('bin/flowc.js', 'build', 'examples');
} else
  for (const step of asked) {
    if (!isStep(step))
      throw new Error(`there is no step ${step}, only ${Object.keys(generatedFiles).join(', ')}`);
    await write(step);
  }

function isStep(name: string): name is Step {
  return Object.hasOwn(generatedFiles, name);
}

async function write(step: Step): Promise<void> {
  for (const [path, text] of Object.entries(await generatedFiles[step](root))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Runs a script of the repository with this Node, and ends where it fails. */
function run(script: string, ...words: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [join(root, script), ...words], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
