import { describe, expect, it } from 'vitest';
import { findUsers } from '../../src/project/find-users.ts';
import { memoryFileSystem } from './memory-file-system.ts';

const users = (files: Readonly<Record<string, string>>, ...paths: readonly string[]) =>
  findUsers(memoryFileSystem(files), paths);

describe('finding the users of a file', () => {
  it('finds those beside it', () => {
    const files = {
      '/p/a.flow': 'flow a',
      '/p/b.flow': 'use "a.flow"\nflow b',
      '/p/c.flow': 'use "b.flow" use "./a.flow"',
      '/p/d.flow': 'use "b.flow"',
      '/p/in/e.flow': 'use "../a.flow"',
    };
    expect(users(files, '/p/a.flow')).toEqual(['/p/b.flow', '/p/c.flow']);
    expect(users(files, '/p/a.flow', '/p/b.flow')).toEqual(['/p/c.flow', '/p/d.flow']);
  });

  it('finds those in all of its project, where a configuration says what that is', () => {
    const files = {
      '/p/flowc.config.json': '{}',
      '/p/shared/a.flow': 'flow a',
      '/p/in/deep/b.flow': 'use "../../shared/a.flow"',
      '/p/node_modules/c.flow': 'use "../shared/a.flow"',
      '/q/d.flow': 'use "../p/shared/a.flow"',
    };
    expect(users(files, '/p/shared/a.flow')).toEqual(['/p/in/deep/b.flow']);
  });
});
