import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serverCommand } from '../../editors/vscode/src/server-command.ts';

const wishes = {
  source: 'project' as const,
  path: '',
  folders: ['/one', '/two'],
  isTrusted: true,
  bundled: '/extension/out/server.mjs',
  exists: (path: string) => path === '/two/node_modules/flowc/bin/flowc.js',
  join: posix.join,
};

describe('the flowc that an editor starts', () => {
  it('is that of the project, so that editor and command line agree', () => {
    expect(serverCommand(wishes)).toMatchObject({
      module: '/two/node_modules/flowc/bin/flowc.js',
      args: ['lsp'],
    });
  });
  it('is that of the extension where the project has none, or where that is wanted', () => {
    const bundled = { module: '/extension/out/server.mjs', args: [] };
    expect(serverCommand({ ...wishes, exists: () => false })).toMatchObject(bundled);
    expect(serverCommand({ ...wishes, source: 'bundled' })).toMatchObject(bundled);
  });
  it('is the one that the setting names', () => {
    expect(serverCommand({ ...wishes, path: '/my/flowc.js' })).toMatchObject({
      module: '/my/flowc.js',
      args: ['lsp'],
    });
  });
  it('is never code of a folder that is not trusted', () => {
    const untrusted = { ...wishes, isTrusted: false, path: '/two/evil.js' };
    expect(serverCommand(untrusted)).toMatchObject({ module: '/extension/out/server.mjs' });
  });
});
