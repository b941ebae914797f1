// `npm run generate` writes every generated file of the repository anew; tests compare them with what this would write.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grammarText } from './textmate-grammar.ts';

const root = join(import.meta.dirname, '..');
const files: Readonly<Record<string, string>> = { 'grammar/flow.tmLanguage.json': grammarText() };

for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
