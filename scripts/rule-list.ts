import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chapters } from '../src/lint/chapters.ts';
import type { RuleBase } from '../src/lint/rule.ts';

/** A rule as its file says it, for the lists that are written from the folder `src/lint/rules/`. */
export interface ListedRule {
  readonly chapter: string;
  /** Its name, and that of its file. */
  readonly name: string;
  /** What its file exports it as. */
  readonly exported: string;
  /** A rule without one stands behind those that have one. */
  readonly place: number | undefined;
}

/**
 * The rules that stand in a folder, in the order of the lists. Throws, in words, where a file says something else
 * than its place.
 */
export async function readRules(folder: string): Promise<readonly ListedRule[]> {
  const rules: ListedRule[] = [];
  for (const chapter of readdirSync(folder).sort())
    for (const file of readdirSync(join(folder, chapter)).sort()) {
      const exports: Readonly<Record<string, unknown>> = await import(
        pathToFileURL(join(folder, chapter, file)).href
      );
      rules.push(listedRule(chapter, basename(file, '.ts'), exports));
    }
  return inOrder(rules);
}

/** What one file of a chapter exports, as an entry of the list; an error in words where it is no rule of this place. */
export function listedRule(
  chapter: string,
  name: string,
  exports: Readonly<Record<string, unknown>>,
): ListedRule {
  const path = `src/lint/rules/${chapter}/${name}.ts`;
  const [found, second] = Object.entries(exports);
  if (found === undefined || second !== undefined) throw new Error(`${path} has to export one rule`);
  const [exported, rule] = found;
  if (!isRule(rule)) throw new Error(`${path}: ${exported} is no rule`);
  if (rule.name !== name) throw new Error(`${path}: the rule is called ${rule.name}`);
  if (rule.chapter !== chapter) throw new Error(`${path}: the rule says that its chapter is ${rule.chapter}`);
  return { chapter, name, exported, place: rule.place };
}

const isRule = (value: unknown): value is Pick<RuleBase, 'name' | 'chapter' | 'place'> =>
  typeof value === 'object' && value !== null && 'name' in value && 'chapter' in value;

/** Rules by chapter, in a chapter by their places, and by name where these are the same or not said. */
export function inOrder(rules: readonly ListedRule[]): readonly ListedRule[] {
  const chapterOf = ({ chapter }: ListedRule): number => chapters.findIndex(({ name }) => name === chapter);
  const placeOf = ({ place = Number.MAX_SAFE_INTEGER }: ListedRule): number => place;
  return [...rules].sort(
    (a, b) => chapterOf(a) - chapterOf(b) || placeOf(a) - placeOf(b) || (a.name < b.name ? -1 : 1),
  );
}

const head = '// Written by `npm run generate` from the files in src/lint/rules/.\n';

/** The files that list rules, by path. */
export const ruleListFiles = (rules: readonly ListedRule[]): Readonly<Record<string, string>> => ({
  'src/diagnostic/rule-names.ts': namesText(rules),
  'src/lint/all-rules.ts': listText(rules),
});

const namesText = (rules: readonly ListedRule[]): string => `${head}
/** The lint rules, in the order of the documentation. */
export const ruleNames = [
${rules.map(({ name }) => `  '${name}',\n`).join('')}] as const;
`;

function listText(rules: readonly ListedRule[]): string {
  const paths = rules
    .map(({ chapter, name, exported }) => ({ path: `./rules/${chapter}/${name}.ts`, exported }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return `${head}import type { Rule } from './rule.ts';
${paths.map(({ path, exported }) => `import { ${exported} } from '${path}';\n`).join('')}
/** Every rule, in the order of the documentation: by chapter, then by place. */
export const allRules: readonly Rule[] = [
${rules.map(({ exported }) => `  ${exported},\n`).join('')}];
`;
}
