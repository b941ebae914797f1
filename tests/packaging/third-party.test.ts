import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packagesWithin, thirdPartyNotices } from '../../scripts/third-party-notices.ts';
import { buildIfStale } from '../cli/built-flowc.ts';

beforeAll(buildIfStale);

const root = join(import.meta.dirname, '..', '..');

/** Licences under which a package may be used by one that is MIT and does not change it, as SPDX names them. */
const suitable = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'OFL-1.1',
  // A licence of single files: what is used unmodified and named asks for no more.
  'MPL-2.0',
]);

/** Those that are used all the same, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  // Used unmodified, as a package of its own, under EPL-2.0; said in the notices and the README.
  elkjs: 'EPL-2.0 OR GPL-3.0-or-later',
};

describe('what others made', () => {
  it('is in the notices, as they would be made now', () => {
    expect(readFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8')).toBe(thirdPartyNotices());
  });

  it('has a licence that suits', () => {
    const packages = packagesWithin();
    expect(packages.length).toBeGreaterThan(20);
    const unsuitable = packages.filter(
      ({ name, licence }) => !suitable.has(licence) && exceptions[name] !== licence,
    );
    expect(unsuitable.map(({ name, licence }) => [name, licence])).toEqual([]);
  });

  it('is named where someone looks for it', () => {
    expect(thirdPartyNotices()).toContain('elkjs is used unmodified, under the Eclipse Public License 2.0');
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toMatch(/elkjs.*(?:EPL|Eclipse)/is);
  });

  it('brings no script that runs when it is installed', () => {
    const {
      packages,
    }: { packages: Readonly<Record<string, { dev?: boolean; hasInstallScript?: boolean }>> } = JSON.parse(
      readFileSync(join(root, 'package-lock.json'), 'utf8'),
    );
    const running = Object.entries(packages).filter(
      ([path, { dev, hasInstallScript }]) => path !== '' && !dev && hasInstallScript,
    );
    expect(running.map(([path]) => path)).toEqual([]);
  });

  it('runs scripts only where that was decided, for what is used while one works on flowc', () => {
    const { allowScripts }: { allowScripts: Readonly<Record<string, boolean>> } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    );
    const { packages }: { packages: Readonly<Record<string, { hasInstallScript?: boolean }>> } = JSON.parse(
      readFileSync(join(root, 'package-lock.json'), 'utf8'),
    );
    const running = Object.entries(packages).flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript && path !== ''
        ? [path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)]
        : [],
    );
    for (const name of new Set(running)) expect(Object.keys(allowScripts)).toContain(name);
  });
});
