import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editors } from '../../src/cli/preview/editor-link.ts';
import { parse } from '../../src/syntax/parse.ts';
import { freeStatementWords, statementWords } from '../../src/syntax/words.ts';
import { understand } from '../understand.ts';

const page = readFileSync('docs/editors.md', 'utf8');
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(/^```(\w+)[^\n]*\n([\s\S]*?)^```/gm)].flatMap(([, word, text = '']) =>
    word === language ? [text] : [],
  );
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

describe('the page about editors', () => {
  it('begins with a flow that has the one mistake it speaks of, with the repair', () => {
    const [text = ''] = blocks('flow');
    const [file] = understand(new Map([['order.flow', parse({ path: 'order.flow', text })]])).values();
    expect(file?.diagnostics.map(({ code }) => code)).toEqual(['near-name']);
    expect(file?.diagnostics[0]?.fix?.edits.map((edit) => edit.text)).toEqual(['agent']);
  });

  it('has settings that can be read', () => {
    const settings = blocks('json');
    expect(settings).toHaveLength(2);
    for (const text of settings)
      expect(() => JSON.parse(text.startsWith('{') ? text : `{${text}}`)).not.toThrow();
  });

  it('names every editor that the preview can open', () => {
    for (const name of Object.keys(editors).filter((each) => each !== 'vscode-insiders'))
      expect(page).toContain(`\`${name}\``);
  });

  it('lists every word that begins a statement for the editors that colour words themselves', () => {
    for (const list of [...blocks('elisp'), ...blocks('yaml')])
      for (const word of [...statementWords, ...freeStatementWords])
        expect(list, word).toMatch(new RegExp(`[("|]${word}[)"|\\\\]`));
  });

  it.runIf(has('emacs'))('has Lisp with which Emacs knows words and comments of a flow', () => {
    const script = `${blocks('elisp').join('\n')}
      (defun eglot-ensure ())
      (with-temp-buffer
        (setq buffer-file-name "order.flow")
        (set-auto-mode)
        (insert "flow order\nstep-by-step\n-> late\nlate x\n")
        (font-lock-ensure)
        (princ (list major-mode (get-text-property 1 'face) (get-text-property 12 'face)
                     (get-text-property 29 'face) (get-text-property 34 'face)))
        (comment-region (point-min) (point-max))
        (princ (buffer-string))
        (set-buffer-modified-p nil))`;
    const { stdout } = spawnSync('emacs', ['-Q', '--batch', '--eval', `(progn ${script})`], {
      encoding: 'utf8',
    });
    expect(stdout).toBe(
      '(flow-mode font-lock-keyword-face nil nil font-lock-keyword-face)# flow order\n# step-by-step\n# -> late\n# late x\n',
    );
  });

  it.runIf(has('nvim'))('has Lua that Neovim can read', () => {
    for (const text of blocks('lua')) {
      const { stderr } = spawnSync(
        'nvim',
        [
          '--clean',
          '--headless',
          '-c',
          'lua io.stderr:write(loadstring(io.read("*a")) and "read" or "not read")',
          '-c',
          'quit',
        ],
        { input: text, encoding: 'utf8' },
      );
      expect(stderr).toContain('read');
      expect(stderr).not.toContain('not read');
    }
  });
});
