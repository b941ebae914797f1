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

/** What is committed here, as an address of git. */
const root = resolve(import.meta.dirname, '..', '..');
const head = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
const address = `git+${pathToFileURL(root).href}#${head}`;
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'flowc-install-')));
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

describe('flowc, installed from an address of git', () => {
  it.each([undefined, 20])('is a development dependency that draws; with Node %s on the path', (major) => {
    const node = major === undefined ? process.execPath : otherNode(major);
    if (node === undefined) throw new Error(`Node ${major} cannot be had`);
    const { here, type } = computer(`dependency-${major}`, node);
    writeFileSync(join(here, 'package.json'), '{ "name": "ours", "private": true }');
    writeFileSync(join(here, 'a.flow'), cleanFlow('a'));
    expect(type(`npm install --save-dev ${address}`)).toMatchObject({ code: 0 });
    if (major !== undefined) {
      expect(type('npx flowc build').said).toContain('npm install --save-dev node@24');
      expect(type('npm install --save-dev node@24')).toMatchObject({ code: 0 });
    }
    expect(type('npx flowc build')).toMatchObject({ code: 0 });
    expect(existsSync(join(here, 'a.svg'))).toBe(true);
    // What a release has, and nothing that is only for those who work on flowc.
    expect(existsSync(join(here, 'node_modules/flowc/dist/types/index.d.ts'))).toBe(true);
    expect(JSON.parse(readFileSync(join(here, 'node_modules/flowc/dist/build.json'), 'utf8')).isRelease).toBe(
      true,
    );
    expect(existsSync(join(here, 'node_modules/esbuild'))).toBe(false);
    expect(existsSync(join(here, 'node_modules/flowc/src'))).toBe(false);
  });

  it('is packed into one file, which is installed globally', () => {
    const { here, type } = computer('global');
    expect(type(`npm pack ${address}`)).toMatchObject({ code: 0 });
    expect(type(`npm install --global ./flowc-${version}.tgz`)).toMatchObject({ code: 0 });
    writeFileSync(join(here, 'a.flow'), cleanFlow('a'));
    expect(type('PATH="$PWD/npm/bin:$PATH" flowc build')).toMatchObject({ code: 0 });
    expect(existsSync(join(here, 'a.svg'))).toBe(true);
  });

  it('says which two commands install it globally, rather than that it is installed where it is not', () => {
    const { here, type } = computer('global-at-once');
    const { code, said } = type(`npm install --global ${address}`);
    expect(code).not.toBe(0);
    expect(said).toContain('  npm pack git+https://');
    expect(said).toContain(`  npm install --global ./flowc-${version}.tgz`);
    expect(existsSync(join(here, 'npm/lib/node_modules/flowc'))).toBe(false);
  });
});
