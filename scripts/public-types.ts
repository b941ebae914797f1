// Leaves of the declarations in `dist/types/` those that the library's own lead to: `prepack` runs it, and nothing
// else is published.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'dist', 'types');
const needed = new Set<string>();
const open = [join(folder, 'index.d.ts')];
for (let path = open.pop(); path !== undefined; path = open.pop()) {
  if (needed.has(path)) continue;
  needed.add(path);
  for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(/(?:from |import\()['"]([^'"]+)['"]/g)) {
    if (!name.startsWith('.'))
      throw new Error(`${path} needs the types of ${name}, which are not installed with flowc`);
    open.push(join(dirname(path), name.replace(/(?:\.d)?\.[jt]s$/, '.d.ts')));
  }
}
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  if (name.endsWith('.ts') && !needed.has(join(folder, name))) rmSync(join(folder, name));
