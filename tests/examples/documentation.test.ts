import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageTags } from '../../src/language/words.ts';
import configurationSchema from '../../src/project/config.schema.json' with { type: 'json' };
import { readConfiguration } from '../../src/project/read-configuration.ts';
import { parse } from '../../src/syntax/parse.ts';
import { flowc } from '../cli/test-shell.ts';
import { codeSamples } from './code-samples.ts';
import { builtOf, checkTexts, findingsIn, textOfExample } from './example-files.ts';

const root = join(import.meta.dirname, '..', '..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((path) =>
  path.endsWith('.md'),
);
const samples = pages.flatMap((page) =>
  codeSamples(textOf(page), 'flow').map((sample) => ({ ...sample, place: `${page}:${sample.line}` })),
);

describe('the documentation', () => {
  it('shows flows in the README and in the language guide', () => {
    const shown = new Set(samples.map(({ place }) => place.slice(0, place.indexOf(':'))));
    expect([...shown]).toEqual(expect.arrayContaining(['README.md', 'docs/language.md']));
  });

  it.each(samples)('$place compiles to what it says', ({ text, errors }) => {
    const file = checkTexts(new Map([['sample.flow', text]])).get('sample.flow');
    if (file === undefined) throw new Error('the sample was not read');
    const found = file.diagnostics.map(({ code }) => code);
    // With an error of the language in it, what the rules find is of no interest.
    const findings = findingsIn([file], 'recommended').map((line) => line.replace(/^.* /, ''));
    expect(found.length > 0 ? found : findings).toEqual(errors);
    for (const { process, gaps } of builtOf(file)) {
      expect(process.nodes.some(({ kind }) => kind === 'touchpoint')).toBe(true);
      if (!errors.includes('dead-end')) expect(gaps.openExits).toEqual([]);
    }
  });

  it('shows the flow whose picture stands in the README', () => {
    const shown = codeSamples(textOf('README.md'), 'flow')[0]?.text;
    expect(shown).toBe(textOfExample('complaint-simple.flow'));
  });

  it('lists the languages that have words, and who has read them', () => {
    const listed = [...textOf('docs/language.md').matchAll(/^\| `([a-z-]+)` \| [^|]+ \| (?:no|yes) \|$/gm)];
    expect(listed.map((found) => found[1])).toEqual(languageTags);
  });

  it('lists the commands that there are', async () => {
    const { out } = await flowc(['--help']);
    const commands = [...out.slice(out.indexOf('Commands:')).matchAll(/^ {2}([a-z]+)/gm)].map(
      (found) => found[1],
    );
    const listed = [...textOf('README.md').matchAll(/^\| `flowc ([a-z]+)` \|/gm)].map((found) => found[1]);
    expect(listed.sort()).toEqual(commands.filter((name) => name !== 'help').sort());
  });

  it('lists the settings that there are, and shows configurations that hold', () => {
    const page = textOf('docs/configuration.md');
    const listed = [...page.matchAll(/^\| `(\$?[a-z]+)` \|/gm)].map((found) => found[1]);
    expect(listed).toEqual(Object.keys(configurationSchema.properties));
    const shown = codeSamples(page, 'json');
    expect(shown.length).toBeGreaterThan(0);
    for (const { text } of shown) expect(readConfiguration(text).problems).toEqual([]);
  });

  it('says on build servers only what flowc understands', async () => {
    const commands = [...textOf('docs/ci.md').matchAll(/npx flowc ([a-z]+)((?: -[-a-z]* ?[^-\s`]*)*)/g)];
    expect(commands.length).toBeGreaterThan(5);
    for (const [, command = '', options = ''] of commands) {
      const { out } = await flowc([command, '--help']);
      for (const [option] of options.matchAll(/--?[a-z][-a-z]*/g)) expect(out).toContain(option);
    }
  });

  it('names no file that is not there', () => {
    for (const page of pages) {
      const links = [...textOf(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)/g)];
      for (const [, link = ''] of links)
        expect(existsSync(join(root, page, '..', link)), `${page} links to ${link}`).toBe(true);
    }
  });

  it('names in ARCHITECTURE only files and folders that there are, but for the configuration of a user', () => {
    const there = ['src', 'tests', 'scripts', 'bin', 'docs', 'grammar', 'dist'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (path) => `/${folder}/${path.replaceAll('\\', '/')}/`,
      ),
    );
    there.push(...readdirSync(root).map((name) => `/${name}/`));
    const named = [
      ...textOf('ARCHITECTURE.md').matchAll(
        /`((?:[\w.-]+\/)+|(?:[\w.-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:ts|js|cjs|json|snap|md))`/g,
      ),
    ];
    expect(named.length).toBeGreaterThan(40);
    for (const [, name = ''] of named.filter(([, name]) => name !== 'flowc.config.json'))
      expect(
        there.some((path) => path.endsWith(`/${name.replace(/\/$/, '')}/`)),
        `ARCHITECTURE.md names ${name}`,
      ).toBe(true);
  });

  it('gives the grammar of record in the language guide, word for word', () => {
    const words = (grammar: string): string =>
      grammar
        .replaceAll(/\(\*.*?\*\)/gs, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim();
    const [inGuide] = codeSamples(textOf('docs/language.md'), 'ebnf');
    expect(words(inGuide?.text ?? '')).toBe(words(textOf('grammar/flow.ebnf')));
  });
});

describe('the reader of code samples', () => {
  it('tells languages, lines and expected errors', () => {
    const page = 'Text\n\n```flow unknown-target\nflow x\n```\n\n```sh\nls\n```\n';
    expect(codeSamples(page, 'flow')).toEqual([{ line: 3, text: 'flow x\n', errors: ['unknown-target'] }]);
    expect(parse({ path: 'x.flow', text: 'flow x\n' }).diagnostics).toEqual([]);
  });
});
