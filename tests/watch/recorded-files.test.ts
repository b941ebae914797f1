import { describe, expect, it } from 'vitest';
import { recordFiles } from '../../src/cli/watch/recorded-files.ts';
import { memoryFileSystem } from '../project/memory-file-system.ts';

const recorded = (start: Record<string, string>) => {
  const disk = { ...start };
  const now = () => memoryFileSystem(disk);
  const record = recordFiles({
    read: (path) => now().read(path),
    kind: (path) => now().kind(path),
    list: (folder) => now().list(folder),
    write(path, content) {
      disk[path] = new TextDecoder().decode(content);
      return true;
    },
    remove: (path) => void delete disk[path],
    removeLeftovers: () => {},
  });
  return { disk, record };
};

describe('recorded files', () => {
  it('names what would be read otherwise by now: changed, gone, come', () => {
    const { disk, record } = recorded({ '/p/a.flow': 'a', '/p/b.flow': 'b', '/p/c.flow': 'c' });
    for (const path of ['/p/a.flow', '/p/b.flow', '/p/c.flow', '/p/missing.flow']) record.files.read(path);
    expect(record.changed()).toEqual([]);
    disk['/p/a.flow'] = 'other';
    delete disk['/p/b.flow'];
    disk['/p/missing.flow'] = 'now';
    expect(record.changed()).toEqual(['/p/a.flow', '/p/b.flow', '/p/missing.flow']);
    disk['/p/a.flow'] = 'a';
    expect(record.changed()).not.toContain('/p/a.flow');
  });

  it('knows what was removed through it', () => {
    const { record } = recorded({ '/p/a.2.svg': 'page' });
    record.files.read('/p/a.2.svg');
    record.files.remove('/p/a.2.svg', '/p');
    expect(record.changed()).toEqual([]);
  });

  it('sees new flows and folders in a folder that was looked through, and no new pictures', () => {
    const { disk, record } = recorded({ '/p/a.flow': 'a' });
    record.files.list('/p');
    disk['/p/a.svg'] = 'picture';
    expect(record.changed()).toEqual([]);
    disk['/p/b.flow'] = 'b';
    expect(record.changed()).toEqual(['/p']);
  });

  it('does not take what it wrote itself for a change', () => {
    const { disk, record } = recorded({ '/p/a.json': '{}' });
    record.files.read('/p/a.json');
    record.files.write('/p/a.json', new TextEncoder().encode('[]'), '/p');
    expect(record.changed()).toEqual([]);
    disk['/p/a.json'] = 'by hand';
    expect(record.changed()).toEqual(['/p/a.json']);
  });

  it('knows the folders that are worth watching: not every one in which a configuration was looked for', () => {
    const { record } = recorded({ '/p/flows/a.flow': 'a' });
    record.files.list('/p/flows');
    record.files.read('/p/used/b.flow');
    record.files.kind('/p/single/c.flow');
    for (const folder of ['/p/flows', '/p', '']) record.files.kind(`${folder}/flowc.config.json`);
    expect([...record.folders()].sort()).toEqual(['/p/flows', '/p/single', '/p/used']);
  });
});
