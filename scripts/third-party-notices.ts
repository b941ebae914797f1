import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that comes with flowc, in its own files or installed beside it, as the lock file has it. */
export interface Package {
  /** Its folder, from that of the repository. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly licence: string;
  /** One of the programs of which each system installs its own. */
  readonly isForOneSystem: boolean;
}

const root = join(import.meta.dirname, '..');

/** Every package that is installed with flowc, and every one that is bundled into it, by name and version. */
export function packagesWithin(): readonly Package[] {
  const { packages }: LockFile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const bundled = new Set<string>(JSON.parse(readFileSync(join(root, 'dist/bundled.json'), 'utf8')));
  return Object.entries(packages)
    .filter(
      ([path, { dev, devOptional, link }]) =>
        path !== '' && !link && (bundled.has(path) || (!dev && !devOptional)),
    )
    .map(([path, { version = '', license = '', cpu }]) => ({
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
      isForOneSystem: cpu !== undefined,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly cpu?: readonly string[];
}

/** The text of THIRD-PARTY-NOTICES.md: what comes with flowc, under which licences, and their texts, each once. */
export function thirdPartyNotices(): string {
  const packages = packagesWithin();
  const texts = new Map<string, string[]>();
  const add = (text: string, holder: string): void => {
    texts.set(text, [...(texts.get(text) ?? []), holder]);
  };
  // What is made for one system has the licence of the package that chooses among them.
  for (const each of packages)
    if (!each.isForOneSystem) add(licenceText(each), `${each.name} ${each.version}`);
  add(readText('src/type/fonts/OFL.txt'), 'the Noto fonts in dist/fonts');
  return [
    '# Third-party notices',
    '',
    'flowc itself is under the MIT licence. With it come the packages below, most of them within its own files, and fonts.',
    'elkjs is used unmodified, under the Eclipse Public License 2.0; its source is in its package and its repository.',
    'Of the patterns in hyphenopoly flowc reads those for German (© 2023 Mathias Nater, MIT), Dutch (© 1996 Piet Tutelaers, MIT), Danish',
    '(© 1994 Frank Jensen, LPPL or MIT) and Norwegian (© 2004–2005 Rune Kleveland, Ole Michael Selberg, 2007 Karl Ove Hufthammer: “Copying and',
    'distribution of this file, with or without modification, are permitted in any medium without royalty, provided the copyright notice and',
    'this notice are preserved.”).',
    '`npm run generate` writes this file from the lock file and the list of what is bundled.',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '| Noto fonts | | OFL-1.1 |',
    ...[...texts].flatMap(([text, holders]) => ['', `## ${holders.join(', ')}`, '', '```text', text, '```']),
    '',
  ].join('\n');
}

/** The licence that lies in a package; of the few that hold none, what they say of themselves. */
function licenceText({ path, licence }: Package): string {
  const folder = join(root, path);
  if (!existsSync(folder)) throw new Error(`${path} is not installed: run npm ci`);
  const names = readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|thirdpartynotices)/i.test(name))
    .sort();
  if (names.length > 0) return names.map((name) => readText(join(path, name))).join('\n\n');
  const { author }: { readonly author?: string | { readonly name: string } } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const name = typeof author === 'object' ? author.name : author;
  return `${licence}${name === undefined ? '' : `, by ${name}`}`;
}

const readText = (path: string): string =>
  readFileSync(join(root, path), 'utf8')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll('```', "'''")
    .trim();
