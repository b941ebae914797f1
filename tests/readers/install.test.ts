import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanFlow } from '../cli/test-shell.ts';
import { otherNode } from '../determinism/other-node.ts';
import { commandsOf, pageBlocks } from '../examples/page-blocks.ts';

const root = resolve(import.meta.dirname, '..', '..');
const { repository, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

let folder = '';
/** The address of git that stands for that of the README: a repository of what is committed here. */
let address = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'flowc-install-')));
  const published = join(folder, 'published.git');
  execFileSync('git', ['clone', '--quiet', '--bare', root, published]);
  address = `git+${pathToFileURL(published).href}`;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder of somebody's own, and a command typed in it. The first Node on the path is the one that is named. */
function computer(name: string, node = process.execPath) {
  const here = join(folder, name);
  mkdirSync(here, { recursive: true });
  const env = {
    ...process.env,
    PATH: `${dirname(node)}:/usr/local/bin:/usr/bin:/bin`,
    npm_config_prefix: join(here, 'npm'),
  };
  return {
    here,
    type(command: string): { readonly code: number | null; readonly said: string } {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
        cwd: here,
        env,
        encoding: 'utf8',
      });
      return { code: status, said: stdout + stderr };
    },
  };
}

/**
 * The commands of a block of the README, found by how the paragraph above begins, with the address of what is committed
 * here.
 */
function commandsBelow(beginning: string): readonly string[] {
  const block = pageBlocks(readFileSync(join(root, 'README.md'), 'utf8')).find(
    ({ language, paragraph, heading }) =>
      language === 'sh' && (paragraph.startsWith(beginning) || heading === beginning),
  );
  if (block === undefined) throw new Error(`the README has no commands below “${beginning}”`);
  return commandsOf(block).map((command) => command.replace(repository.url, address));
}

describe('flowc, installed as the README says', () => {
  it.each([undefined, 20])('in a repository, from git; with Node %s on the path', (major) => {
    const node = major === undefined ? process.execPath : otherNode(major);
    if (node === undefined) throw new Error(`Node ${major} cannot be had`);
    const { here, type } = computer(`repository-${major}`, node);
    const [install = '', ...use] = commandsBelow('**In a repository**');
    expect(type(install)).toMatchObject({ code: 0 });
    if (major !== undefined) {
      expect(type('npx flowc build').said).toContain('npm install --save-dev node@24');
      expect(type('npm install --save-dev node@24')).toMatchObject({ code: 0 });
    }
    for (const command of use) expect(type(command)).toMatchObject({ code: 0 });
    expect(existsSync(join(here, 'customer-request.svg'))).toBe(true);
    // What a release has, and nothing that is only for those who work on flowc.
    expect(existsSync(join(here, 'node_modules/flowc/dist/types/index.d.ts'))).toBe(true);
    const facts = readFileSync(join(here, 'node_modules/flowc/dist/build.json'), 'utf8');
    expect(JSON.parse(facts).isRelease).toBe(true);
    expect(existsSync(join(here, 'node_modules/esbuild'))).toBe(false);
    expect(existsSync(join(here, 'node_modules/flowc/src'))).toBe(false);
    // A colleague’s clone.
    rmSync(join(here, 'node_modules'), { recursive: true });
    expect(type('npm ci')).toMatchObject({ code: 0 });
    expect(type('npx flowc build --check')).toMatchObject({ code: 0 });
  });

  it('for all folders, from one file', () => {
    const { here, type } = computer('global');
    const commands = commandsBelow('**For all your folders**');
    for (const command of commands)
      expect(type(`PATH="${here}/npm/bin:$PATH" ${command}`)).toMatchObject({ code: 0 });
    expect(type(`PATH="${here}/npm/bin:$PATH" ${commands.at(-1)}`).said).toBe(`${version}\n`);
    writeFileSync(join(here, 'a.flow'), cleanFlow('a'));
    expect(type('PATH="$PWD/npm/bin:$PATH" flowc build')).toMatchObject({ code: 0 });
    expect(existsSync(join(here, 'a.svg'))).toBe(true);
  });

  it('globally at once is refused with the two commands that do it, rather than said to be installed where it is not', () => {
    const { here, type } = computer('global-at-once');
    const { code, said } = type(`npm install --global ${address}`);
    expect(code).not.toBe(0);
    for (const command of commandsBelow('**For all your folders**').slice(0, 2))
      expect(said).toContain(`  ${command.replace(address, repository.url)}`);
    expect(existsSync(join(here, 'npm/lib/node_modules/flowc'))).toBe(false);
  });

  it.each([undefined, 20])('in a clone; with Node %s on the path', (major) => {
    const node = major === undefined ? process.execPath : otherNode(major);
    if (node === undefined) throw new Error(`Node ${major} cannot be had`);
    const { here, type } = computer(`clone-${major}`, node);
    expect(type(`git clone --quiet ${address.replace('git+', '')} flowc`)).toMatchObject({ code: 0 });
    for (const command of commandsBelow('Two commands'))
      expect(type(`cd flowc && ${command}`)).toMatchObject({ code: 0 });
    expect(type('cd flowc && npm install --global .')).toMatchObject({ code: 0 });
    writeFileSync(join(here, 'a.flow'), cleanFlow('a'));
    expect(type('npm/bin/flowc build a.flow')).toMatchObject({ code: 0 });
  });
});
