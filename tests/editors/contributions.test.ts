import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintFlows } from '../../src/lint/lint.ts';
import { presetSettings } from '../../src/lint/settings.ts';
import { parse } from '../../src/syntax/parse.ts';
import { understand } from '../../src/understand.ts';

const read = (path: string) => JSON.parse(readFileSync(`editors/vscode/${path}`, 'utf8'));
const manifest = read('package.json');

describe('what the extension contributes', () => {
  it('has the version of flowc', () => {
    expect(manifest.version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
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
    const words = (text: string): readonly string[] =>
      text.match(new RegExp(language.wordPattern, 'gu')) ?? [];
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
      const opens = (line: string) => new RegExp(increaseIndentPattern).test(line);
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
      expect(['}', '  } else {'].map((line) => new RegExp(decreaseIndentPattern).test(line))).toEqual([
        true,
        true,
      ]);
    });
    it('toggles comments with the mark of the language', () => {
      expect(language.comments).toEqual({ lineComment: '#' });
    });
  });
});
