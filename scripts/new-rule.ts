// `npm run new-rule NAME -- --chapter service` begins a lint rule: its file with a rule that works, two fixtures, and
// its entry in the lists of rules. ARCHITECTURE.md says how it goes on.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chapters } from '../src/lint/chapters.ts';
import { newRuleFiles } from './new-rule-files.ts';

const root = join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  options: { chapter: { type: 'string', default: 'service' } },
  allowPositionals: true,
});
const [name = ''] = positionals;
const chapter = chapters.find((known) => known.name === values.chapter);
if (!/^[a-z]+(-[a-z]+)+$/.test(name))
  fail('say what it finds in two words or more: npm run new-rule silent-wait');
else if (chapter === undefined)
  fail(`there is no chapter ${values.chapter}, only ${chapters.map((known) => known.name).join(', ')}`);
else {
  const files = newRuleFiles(name, chapter.name);
  const taken = [
    ...Object.keys(files),
    ...chapters.map((each) => `src/lint/rules/${each.name}/${name}.ts`),
  ].find((path) => existsSync(join(root, path)));
  if (taken !== undefined) fail(`there is ${taken} already`);
  else begin(files);
}

function begin(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(path);
  }
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/generate.ts'), 'rules'], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

function fail(message: string): void {
  console.error(`new-rule: ${message}`);
  process.exitCode = 2;
}
