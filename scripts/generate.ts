// `npm run generate` writes every generated file of the repository anew; tests compare them with what this would write.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allRules } from '../src/lint/all-rules.ts';
import { ruleIndex, rulePage } from '../src/lint/rule-page.ts';
import { symbolLists } from './symbol-lists.ts';
import { grammarText } from './textmate-grammar.ts';
import { thirdPartyNotices } from './third-party-notices.ts';
import { withTrickTable } from './trick-table.ts';

const root = join(import.meta.dirname, '..');
const files: Readonly<Record<string, string>> = {
  'grammar/flow.tmLanguage.json': grammarText(),
  'THIRD-PARTY-NOTICES.md': thirdPartyNotices(),
  ...symbolLists((path) => readFileSync(join(root, path), 'utf8')),
  'ARCHITECTURE.md': withTrickTable(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')),
  'docs/rules/README.md': ruleIndex(),
  ...Object.fromEntries(allRules.map((rule) => [`docs/rules/${rule.name}.md`, rulePage(rule)])),
};

for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
