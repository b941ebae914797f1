import { readFileSync } from 'node:fs';

/** Files by their path from the root of the repository. */
type Texts = Readonly<Record<string, string>>;

/**
 * What `npm run generate` writes, in the order of its steps. Each step runs in a process of its own, since it loads
 * what the one before has written: nothing can be read before the parser knows its grammar, and no rule be run before
 * it is in the list.
 */
export const generatedFiles = {
  grammar: async (): Promise<Texts> => ({
    'src/syntax/lookahead.ts': (await import('./lookahead.ts')).lookaheadText(),
  }),

  rules: async (root: string): Promise<Texts> => {
    const { readRules, ruleListFiles } = await import('./rule-list.ts');
    return ruleListFiles(await readRules(`${root}/src/lint/rules`));
  },

  /** The notices know from `dist/` what is bundled: it is built before. */
  others: async (root: string): Promise<Texts> => {
    const { allRules } = await import('../src/lint/all-rules.ts');
    const { ruleIndex, rulePage } = await import('../src/lint/rule-page.ts');
    const { wordLists } = await import('./word-lists.ts');
    const { withTrickTable } = await import('./trick-table.ts');
    const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');
    return {
      ...wordLists(read),
      'ARCHITECTURE.md': withTrickTable(read('ARCHITECTURE.md')),
      'THIRD-PARTY-NOTICES.md': (await import('./third-party-notices.ts')).thirdPartyNotices(),
      'docs/rules/README.md': ruleIndex(),
      ...Object.fromEntries(allRules.map((rule) => [`docs/rules/${rule.name}.md`, rulePage(rule)])),
      'grammar/flow.tmLanguage.json': (await import('./textmate-grammar.ts')).grammarText(),
      'src/project/config.schema.json': (await import('./config-schema.ts')).configSchemaText(),
      'src/type/letter-widths.ts': await (await import('./letter-widths.ts')).letterWidthsText(),
      'tests/fixtures/rules-in-colour.snap': (await import('./rules-in-colour.ts')).rulesInColour(),
    };
  },
} as const satisfies Record<string, (root: string) => Promise<Texts>>;

/** A step of `npm run generate`. */
export type Step = keyof typeof generatedFiles;

/** The files that other scripts make once, from what is not in the repository, and what they are made from. */
export const madeByHand: Texts = {
  'src/syntax/identifier-data.ts':
    'grammar/generate-identifier-data.ts, from the Unicode data of the Node that runs it',
  'src/type/fonts': 'scripts/make-fonts.ts, from packages of fonts',
  'src/type/kana-kerning.ts': 'scripts/make-kana-kerning.ts, from a package of a font',
  'tests/type/fonts': 'scripts/make-test-fonts.ts, from packages of fonts',
};
