import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintFlows } from '../../src/lint/lint.ts';
import { presetSettings } from '../../src/lint/settings.ts';
import { parse } from '../../src/syntax/parse.ts';
import { understand } from '../understand.ts';

const read = (path: string) => JSON.parse(readFileSync(`editors/vscode/${path}`, 'utf8'));
const manifest = read('package.json');

/** A pattern of a language configuration: `{ "pattern", "flags" }`, or a text, which has no flags. */
type Pattern = string | { readonly pattern: string; readonly flags?: string };

/** As `_parseRegex` of VS Code does it. */
const compiled = (pattern: Pattern): RegExp =>
  typeof pattern === 'string' ? new RegExp(pattern, '') : new RegExp(pattern.pattern, pattern.flags ?? '');

/** As `ensureValidWordDefinition` of VS Code makes it of a pattern for words: global, i, m and u kept. */
function wordDefinition(pattern: Pattern): RegExp {
  const { source, ignoreCase, multiline, unicode } = compiled(pattern);
  return new RegExp(source, `g${ignoreCase ? 'i' : ''}${multiline ? 'm' : ''}${unicode ? 'u' : ''}`);
}

/**
 * Whatever VS Code makes a regular expression of, wherever it stands: in rules for indenting and Enter, markers of
 * folds, first lines.
 */
const patternKeys = /pattern$|^(?:firstLine|beforeText|afterText|previousLineText|start|end)$/i;
function patternsIn(node: unknown): readonly { readonly key: string; readonly value: Pattern }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    patternKeys.test(key) && (typeof value === 'string' || 'pattern' in Object(value))
      ? [{ key, value }]
      : patternsIn(value),
  );
}

describe('what the extension contributes', () => {
  it('has the version of flowc, and comes from the same repository', () => {
    const { version, repository } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(manifest.version).toBe(version);
    expect(manifest.repository).toEqual({ ...repository, directory: 'editors/vscode' });
  });

  it('offers every command that it registers, and registers every one that it offers', () => {
    const code = readFileSync('editors/vscode/src/extension.ts', 'utf8');
    const registered = [...code.matchAll(/registerCommand\('([^']+)'/g)].map((match) => match[1]);
    expect(registered.sort()).toEqual(
      manifest.contributes.commands.map(({ command }: { command: string }) => command).sort(),
    );
  });

  const snippets: Record<string, { body: string[] }> = read('snippets/flow.json');
  it.each(Object.entries(snippets))('has in “%s” a flow without errors or warnings', (_, { body }) => {
    const text = body
      .join('\n')
      .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
      .replaceAll('$0', '');
    const files = [...understand(new Map([['a.flow', parse({ path: 'a.flow', text })]])).values()];
    const findings = lintFlows(files, { today: '2026-11-21', rulesFor: () => presetSettings('recommended') });
    const found = [...files.flatMap(({ diagnostics }) => diagnostics), ...[...findings.values()].flat()];
    expect(
      found.filter(({ severity }) => severity !== 'info').map(({ code, message }) => `${code}: ${message}`),
    ).toEqual([]);
  });

  describe('for the keyboard', () => {
    const language = read('language-configuration.json');
    const words = (text: string): readonly string[] => text.match(wordDefinition(language.wordPattern)) ?? [];
    it('compiles, pattern for pattern, as VS Code does: a text without flags, so that one with \\p{…} says that it wants u', () => {
      const found = [...patternsIn(language), ...patternsIn(manifest.contributes)];
      expect(found.map(({ key }) => key)).toEqual([
        'wordPattern',
        'increaseIndentPattern',
        'decreaseIndentPattern',
      ]);
      for (const { key, value } of found) {
        const { source, unicode } = compiled(value);
        expect({ key, readsClasses: !/\\[pP]\{/.test(source) || unicode }).toEqual({
          key,
          readsClasses: true,
        });
      }
    });
    it('proposes from the first letter on: whatever has been typed of a word is one word up to the cursor', () => {
      const word = wordDefinition(language.wordPattern);
      for (const whole of ['step', 'wait', 'if', 'end', 'שלב', '步骤', 'Öffnen', 'ग्राहक', 'open-account'])
        for (let length = 1; length <= whole.length; length++) {
          const begun = whole.slice(0, length).replace(/-$/, '');
          expect(begun.match(word)).toEqual([begun]);
        }
      expect('"" {} -> ??'.match(word)).toBeNull();
    });
    it('takes names for words, in any script', () => {
      expect(words('step open-account "Öffne das Konto" by agent -> בדיקת-מלאי')).toEqual([
        'step',
        'open-account',
        'Öffne',
        'das',
        'Konto',
        'by',
        'agent',
        'בדיקת-מלאי',
      ]);
      expect(words('a->b')).toEqual(['a', 'b']);
      expect(words('stock?')).toEqual(['stock']);
    });
    it('indents after a line that opens a block, not after one that only speaks of it', () => {
      const { increaseIndentPattern, decreaseIndentPattern } = language.indentationRules;
      const opens = (line: string) => compiled(increaseIndentPattern).test(line);
      expect(['if stock? "In stock?" {', 'stage "A {" {', '} else {', 'branch { # go on'].map(opens)).toEqual(
        [true, true, true, true],
      );
      expect(['step "Write {"', '# if {', 'end', '}', 'step a # {'].map(opens)).toEqual([
        false,
        false,
        false,
        false,
        false,
      ]);
      expect(['}', '  } else {'].map((line) => compiled(decreaseIndentPattern).test(line))).toEqual([
        true,
        true,
      ]);
    });
    it('toggles comments with the mark of the language', () => {
      expect(language.comments).toEqual({ lineComment: '#' });
    });
  });
});
