import { describe, expect, it } from 'vitest';
import { findFiles } from '../../src/project/find-files.ts';
import { memoryFileSystem } from './memory-file-system.ts';

const find = (files: readonly string[] | Record<string, string>, names: readonly string[], cwd = '/p') =>
  findFiles(
    memoryFileSystem(
      Array.isArray(files) ? Object.fromEntries(files.map((path) => [path, ''])) : { ...files },
    ),
    cwd,
    names,
  );
const paths = (...parameters: Parameters<typeof find>): readonly string[] =>
  find(...parameters).files.map((file) => file.path);

describe('finding files', () => {
  it('takes every .flow file below a folder, in order of their paths', () => {
    expect(
      paths(['/p/b.flow', '/p/a/z.flow', '/p/a/x.txt', '/p/a/deep/y.flow', '/q/no.flow'], ['.']),
    ).toEqual(['/p/a/deep/y.flow', '/p/a/z.flow', '/p/b.flow']);
  });

  it('leaves out node_modules and dot folders, but not what is named', () => {
    const files = [
      '/p/node_modules/x/a.flow',
      '/p/.git/b.flow',
      '/p/.cache/c.flow',
      '/p/d.flow',
      '/p/.e.flow',
    ];
    expect(paths(files, ['.'])).toEqual(['/p/.e.flow', '/p/d.flow']);
    expect(paths(files, ['node_modules/x'])).toEqual(['/p/node_modules/x/a.flow']);
    expect(paths(files, ['.cache/c.flow'])).toEqual(['/p/.cache/c.flow']);
  });

  it('respects .gitignore: of each folder, the inner over the outer, up to the root of the repository', () => {
    const files = {
      '/.gitignore': '*',
      '/r/.git/HEAD': '',
      '/r/.gitignore': 'drafts/\n*.tmp.flow\n/p/only-here.flow\n',
      '/r/p/a.flow': '',
      '/r/p/b.tmp.flow': '',
      '/r/p/only-here.flow': '',
      '/r/p/in/only-here.flow': '',
      '/r/p/drafts/c.flow': '',
      '/r/p/in/.gitignore': '!*.tmp.flow\nd.flow\n',
      '/r/p/in/d.flow': '',
      '/r/p/in/e.tmp.flow': '',
    };
    expect(paths(files, ['.'], '/r/p')).toEqual([
      '/r/p/a.flow',
      '/r/p/in/e.tmp.flow',
      '/r/p/in/only-here.flow',
    ]);
    expect(paths(files, ['drafts'], '/r/p')).toEqual(['/r/p/drafts/c.flow']);
    expect(paths(files, ['p/**/*.flow'], '/r')).toEqual(paths(files, ['.'], '/r/p'));
  });

  it('follows patterns, whose root is the part before the first wildcard', () => {
    const files = ['/p/x/a-1.flow', '/p/x/deep/a-2.flow', '/p/x/b.flow', '/p/y/a-3.flow'];
    expect(paths(files, ['x/**/a-*.flow'])).toEqual(['/p/x/a-1.flow', '/p/x/deep/a-2.flow']);
    expect(paths(files, ['./x/*.flow'])).toEqual(['/p/x/a-1.flow', '/p/x/b.flow']);
    expect(paths(files, ['{x,y}/a-*.flow'])).toEqual(['/p/x/a-1.flow', '/p/y/a-3.flow']);
    expect(paths(files, ['../p/x/*.flow'], '/p')).toEqual(['/p/x/a-1.flow', '/p/x/b.flow']);
    expect(find(files, ['x/**/*.flow']).files[0]?.root).toBe('/p/x');
  });

  it('takes a file by its very name, whatever that looks like', () => {
    expect(paths(['/p/[a].flow', '/p/a.flow'], ['[a].flow'])).toEqual(['/p/[a].flow']);
    expect(paths(['/p/notes.txt'], ['notes.txt'])).toEqual(['/p/notes.txt']);
  });

  it('takes each file once, and names the arguments that match nothing', () => {
    const found = find(['/p/a.flow', '/p/empty/x.txt'], ['a.flow', '.', 'b.flow', '*.txt', 'empty']);
    expect(found.files.map((file) => file.path)).toEqual(['/p/a.flow']);
    expect(found.unmatched).toEqual(['b.flow', '*.txt', 'empty']);
  });
});
