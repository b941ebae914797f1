import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bin, buildIfStale } from './built-flowc.ts';
import { cleanFlow } from './test-shell.ts';

/** Tells whatever is loaded after it that this is Node 20. */
const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });`;
const root = join(bin, '..', '..');

let folder = '';
beforeAll(buildIfStale);
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'flowc-old-node-')));
  writeFileSync(join(folder, 'pretend.cjs'), pretend);
  const installed = join(folder, 'node_modules', 'flowc');
  mkdirSync(installed, { recursive: true });
  cpSync(join(root, 'bin'), join(installed, 'bin'), { recursive: true });
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  symlinkSync(join(root, 'dist'), join(installed, 'dist'), 'junction');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Puts the npm package `node` beside flowc, with this very Node or, on a system of files without links, a copy of it.
 */
function installNode(version: string): void {
  const program = join(folder, 'node_modules', 'node', 'bin');
  mkdirSync(program, { recursive: true });
  writeFileSync(join(program, '..', 'package.json'), JSON.stringify({ name: 'node', version }));
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  if (process.platform === 'win32') cpSync(process.execPath, join(program, name));
  else symlinkSync(process.execPath, join(program, name));
}
const argv = (...rest: readonly string[]): string[] => [
  '--require',
  join(folder, 'pretend.cjs'),
  join(folder, 'node_modules', 'flowc', 'bin', 'flowc.js'),
  ...rest,
];
const flowc = (rest: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv(...rest), {
    cwd: folder,
    encoding: 'utf8',
    input,
  });
  return { code: status, out: stdout, err: stderr };
};

describe('flowc, started by a Node that is too old', () => {
  it('says which it needs and how one comes by it', () => {
    const { code, out, err } = flowc(['lint']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      'flowc needs Node.js 22.13 or newer; this is 20.20.2\n  https://nodejs.org has one for the whole computer; npm install --save-dev node@24 brings one into a project\n',
    );
  });

  it('goes on with the newer one that is installed beside it, as in a clone: same output, same exit code', () => {
    installNode('24.21.0');
    expect(flowc(['fmt', '-'], 'flow  a\nend')).toMatchObject({ code: 0, out: 'flow a\nend\n', err: '' });
    expect(flowc(['lint', '-'], 'flow a\nend\n').code).toBe(1);
    expect(flowc(['lintt']).code).toBe(2);
  });

  it('takes none that is too old itself, and says where one does not start', () => {
    installNode('22.12.0');
    expect(flowc(['--version'])).toMatchObject({ code: 2, out: '' });
    rmSync(join(folder, 'node_modules', 'node'), { recursive: true });
    installNode('24.0.0');
    const program = join(folder, 'node_modules', 'node', 'bin', 'node');
    rmSync(program, { force: true });
    writeFileSync(program, '');
    chmodSync(program, 0o644);
    const broken = flowc(['--version']);
    expect(broken.code).toBe(2);
    expect(broken.err).toContain(`flowc: ${program} does not start: `);
  });

  it.runIf(process.platform !== 'win32')('ends what it started when it is ended', async () => {
    installNode('24.21.0');
    writeFileSync(join(folder, 'a.flow'), cleanFlow('a'));
    const running = spawn(process.execPath, argv('preview'), { cwd: folder });
    const url = await new Promise<string>((resolve, reject) => {
      running.on('exit', () => reject(new Error('preview ended by itself')));
      for (const stream of [running.stdout, running.stderr])
        stream.on('data', (chunk) => {
          const [found] = /http:\S+/.exec(String(chunk)) ?? [];
          if (found !== undefined) resolve(found);
        });
    });
    expect((await fetch(url)).status).toBe(200);
    running.removeAllListeners('exit');
    const ended = new Promise((resolve) => running.on('exit', resolve));
    running.kill('SIGTERM');
    await ended;
    await expect(fetch(url)).rejects.toThrow();
  });
});
