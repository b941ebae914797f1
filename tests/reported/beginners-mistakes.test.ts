import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildProcess } from '../../src/build/build-process.ts';
import { check } from '../../src/check/check.ts';
import { byPlace } from '../../src/diagnostic/diagnostic.ts';
import { plainPalette } from '../../src/diagnostic/palette.ts';
import { lintFlows } from '../../src/lint/lint.ts';
import { presetSettings } from '../../src/lint/settings.ts';
import { decodeSource } from '../../src/project/decode-source.ts';
import { prettyReport } from '../../src/report/pretty.ts';
import { parse } from '../../src/syntax/parse.ts';
import { lineIndex } from '../../src/text/line-index.ts';
import { today } from '../lint/lint-texts.ts';

/** Files as people wrote them who had never written one, each with a mistake or several of one kind. */
const folder = join(import.meta.dirname, 'mistakes');

/** How many findings each has: one a mistake. */
const mistakesIn: ReadonlyMap<string, number> = new Map([
  ['01-mermaid-pasted.flow', 1],
  ['02-missing-quotes.flow', 2],
  ['03-missing-closing-quote.flow', 1],
  ['04-tabs.flow', 1],
  ['05-word-curly.flow', 7],
  ['06-misspelt-words.flow', 7],
  ['07-else-without-if.flow', 1],
  ['08-end-missing.flow', 1],
  ['10-python-indent.flow', 1],
  ['11-csv-pasted.flow', 1],
  ['12-brace-missing.flow', 1],
  // A flow’s name, a step’s name, and a role’s.
  ['14-name-with-spaces.flow', 3],
  ['15-capital-words.flow', 5],
  ['16-single-quotes.flow', 4],
  ['17-flow-missing.flow', 1],
  ['18-if-without-question-mark.flow', 2],
  ['19-yes-no-branches.flow', 1],
  ['21-start-word.flow', 4],
  // “by” a label, and “by” another spelling of it; “to” a label.
  ['23-role-with-label.flow', 3],
  ['24-comments.flow', 4],
  ['25-end-twice-else-chain.flow', 2],
  ['27-arrow-variants.flow', 3],
  ['29-timeout-alone.flow', 1],
  ['31-german-keywords.flow', 5],
  // A branch without its braces.
  ['32-parallel-with-end.flow', 1],
  ['33-goto-question.flow', 2],
  ['34-html-entities.flow', 3],
  ['35-latin1.flow', 1],
  ['37-empty.flow', 1],
  ['38-only-comment.flow', 1],
  ['39-semicolons.flow', 4],
  ['40-case-of-names.flow', 2],
  ['41-nonbreaking.flow', 0],
  ['45-escalate-noto.flow', 2],
]);

function read(name: string) {
  const source = decodeSource(name, readFileSync(join(folder, name)));
  const checked = check(new Map([[name, parse(source)]])).get(name);
  if (checked === undefined) throw new Error(`${name} was not read`);
  const staged = checked.flows.map(buildProcess);
  const settings = { today, rulesFor: () => presetSettings('recommended') };
  const found = lintFlows([{ checked, built: staged.map(({ value }) => value) }], settings);
  const diagnostics = [
    ...checked.diagnostics,
    ...staged.flatMap(({ diagnostics }) => diagnostics),
    ...(found.get(name) ?? []),
  ].sort(byPlace);
  return { path: name, text: source.text, lines: lineIndex(source.text), diagnostics };
}

describe('a file of a beginner', () => {
  const names = readdirSync(folder).sort();

  it('is there for each that is counted', () => {
    expect(names).toEqual([...mistakesIn.keys()]);
  });

  it.each(names)('%s has one finding for each mistake, each with what to do', (name) => {
    const { diagnostics } = read(name);
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toHaveLength(
      mistakesIn.get(name) ?? -1,
    );
    for (const { help, fix } of diagnostics) expect(help ?? fix?.title).toBeTruthy();
  });

  it('is told what is on this page', async () => {
    const page = names.map((name) => {
      const file = read(name);
      const report = { version: '0', files: [file], fileAt: () => file, describe: () => undefined };
      const told = prettyReport(report, { palette: plainPalette, width: 80 });
      const title = name.replace(/^\d+-|\.flow$/g, '').replaceAll('-', ' ');
      const fence = '````';
      return `## ${title}\n\n${fence}flow\n${file.text.trimEnd()}\n${fence}\n\n${fence}text\n${told}${fence}\n`;
    });
    const head = '# What flowc says to beginners\n\nEach file as it was written, and what is said of it.\n\n';
    await expect(head + page.join('\n')).toMatchFileSnapshot('beginners-mistakes.snap.md');
  });
});
