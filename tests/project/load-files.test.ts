import { describe, expect, it } from 'vitest';
import { closureOf, loadFiles } from '../../src/project/load-files.ts';
import { parse } from '../../src/syntax/parse.ts';
import { memoryFileSystem } from './memory-file-system.ts';

const disk = memoryFileSystem({
  '/p/a.flow': 'use "shared/b.flow"\nflow a',
  '/p/shared/b.flow': 'use "../c.flow"\nuse "gone.flow"\nflow b',
  '/p/c.flow': 'use "a.flow"\nflow c',
  '/p/lone.flow': 'flow lone',
  '/outside.flow': 'use "p/lone.flow"\nflow outside',
});

describe('loading files', () => {
  it('reads all that they use, each once, in circles too; a used file that is missing is left to the checks', () => {
    const { files, unreadable } = loadFiles(disk, '/p', ['/p/lone.flow', '/p/a.flow'], parse);
    expect([...files.keys()]).toEqual(['lone.flow', 'a.flow', 'shared/b.flow', 'c.flow']);
    expect(unreadable).toEqual([]);
  });

  it('names every file by one path, from the folder that holds all of them', () => {
    const { base, files } = loadFiles(disk, '/p/shared', ['/p/shared/b.flow'], parse);
    expect(base).toBe('/p');
    expect([...files.keys()]).toEqual(['shared/b.flow', 'c.flow', 'a.flow']);
    expect([...files.values()].map((file) => file.source.path)).toEqual([...files.keys()]);
    expect(loadFiles(disk, '/p', ['/p/lone.flow'], parse).base).toBe('/p');
  });

  it('says which of the asked files cannot be read, and goes on', () => {
    const { files, unreadable } = loadFiles(
      disk,
      '/p',
      ['/p/nowhere.flow', '/p/shared', '/p/lone.flow'],
      parse,
    );
    expect([...files.keys()]).toEqual(['lone.flow']);
    expect(unreadable).toEqual([
      { path: '/p/nowhere.flow', message: 'there is no such file' },
      { path: '/p/shared', message: 'it is a folder' },
    ]);
  });

  it('takes a text that was read already, such as standard input', () => {
    const { files } = loadFiles(disk, '/p', [{ path: '/p/x.flow', text: 'use "c.flow"' }], parse);
    expect([...files.keys()]).toEqual(['x.flow', 'c.flow', 'a.flow', 'shared/b.flow']);
  });

  it.each(['pipe', undefined] as const)(
    'never reads a pipe or a device that a file uses, as it could wait without end: %s',
    (kind) => {
      const read: string[] = [];
      const withPipe = {
        ...disk,
        kind: (path: string) => (path === '/p/c.flow' ? kind : disk.kind(path)),
        read: (path: string) => {
          read.push(path);
          return disk.read(path);
        },
      };
      const { files, unreadable } = loadFiles(withPipe, '/p', ['/p/a.flow'], parse);
      expect([...files.keys()]).toEqual(['a.flow', 'shared/b.flow']);
      expect(unreadable).toEqual([]);
      expect(read).not.toContain('/p/c.flow');
      // A pipe that is named itself is read: `flowc lint <(make-flow)`.
      expect([...loadFiles(withPipe, '/p', ['/p/c.flow'], parse).files.keys()]).toContain('c.flow');
    },
  );

  it('knows everything that a file depends on', () => {
    const { files } = loadFiles(disk, '/p', ['/p/lone.flow', '/p/c.flow'], parse);
    expect(closureOf(files, 'lone.flow').map((file) => file.source.path)).toEqual(['lone.flow']);
    expect(closureOf(files, 'c.flow').map((file) => file.source.path)).toEqual([
      'a.flow',
      'c.flow',
      'shared/b.flow',
    ]);
  });
});
