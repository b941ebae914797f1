import { describe, expect, it } from 'vitest';
import type { FileSystem } from '../../src/project/file-system.ts';
import { configurationProblems } from '../../src/server/configuration-problems.ts';
import { createTranslator } from '../../src/server/protocol/translator.ts';
import { pathOfUri, uriOfPath } from '../../src/server/protocol/uri.ts';
import { createWorkspace } from '../../src/server/workspace.ts';
import { memoryFileSystem } from '../project/memory-file-system.ts';
import { openFiles } from './open-files.ts';

const today = () => '2026-11-21';
const caller = 'use "b.flow"\nflow a\ntouchpoint t\nstep x by agent\ncall b\nend\n';
const called = 'flow b\nrole agent "Agent"\ntouchpoint t\nstep y by agent\nend\n';

const codes = (open: ReturnType<typeof createWorkspace>, path: string): readonly string[] =>
  (open.snapshot().file(path)?.diagnostics() ?? []).map(({ code }) => code);

describe('a workspace', () => {
  it('has open texts over those of the disk, and the disk again once they are closed', () => {
    const { workspace } = openFiles({ 'a.flow': caller, 'b.flow': called });
    expect(codes(workspace, '/p/a.flow')).toEqual([]);
    workspace.edit('/p/b.flow', called.replace('role agent "Agent"\n', ''));
    expect(codes(workspace, '/p/a.flow')).toEqual(['undeclared-role']);
    workspace.edit('/p/b.flow', called.replace('flow b', 'flow c'));
    expect(codes(workspace, '/p/a.flow')).toContain('unknown-flow');
    workspace.close('/p/b.flow');
    expect(codes(workspace, '/p/a.flow')).toEqual([]);
  });

  it('knows who uses a file, so that what others need is not called unused', () => {
    const unused = 'flow b\nrole agent "Agent"\nrole boss "Boss"\ntouchpoint t\nstep y by agent\nend\n';
    expect(codes(openFiles({ 'b.flow': unused }).workspace, '/p/b.flow')).toEqual(['unused-declaration']);
    const used = openFiles({ 'b.flow': unused, 'a.flow': caller.replace('agent', 'boss') });
    expect(codes(used.workspace, '/p/b.flow')).toEqual([]);
  });

  it('reads one file again after a keystroke, and no more', () => {
    const { workspace } = openFiles({
      'a.flow': caller,
      'b.flow': called,
      'c.flow': 'flow c\ntouchpoint t\nend\n',
    });
    const before = workspace.snapshot();
    const views = ['/p/a.flow', '/p/b.flow', '/p/c.flow'].map((path) => before.file(path));
    const found = views.map((view) => view?.diagnostics());
    workspace.edit('/p/a.flow', `${caller}# one more\n`);
    const after = workspace.snapshot();
    expect(after.file('/p/a.flow')?.parsed).not.toBe(views[0]?.parsed);
    expect(after.file('/p/b.flow')?.parsed).toBe(views[1]?.parsed);
    expect(after.file('/p/b.flow')?.checked()).toBe(views[1]?.checked());
    expect(after.file('/p/c.flow')?.diagnostics()).toBe(found[2]);
    expect(before.file('/p/a.flow')?.text, 'a snapshot stays as it was').toBe(caller);
  });

  it('is the same snapshot until something changes', () => {
    const { workspace } = openFiles(caller);
    const before = workspace.snapshot();
    workspace.edit('/p/a.flow', caller);
    expect(workspace.snapshot()).toBe(before);
    workspace.edit('/p/a.flow', `${caller}\n`);
    expect(workspace.snapshot()).not.toBe(before);
  });

  it('reads the disk again when it is told that it changed', () => {
    const files: Record<string, string> = { '/p/a.flow': caller };
    const disk: FileSystem = {
      read: (path) => memoryFileSystem(files).read(path),
      kind: (path) => memoryFileSystem(files).kind(path),
      list: (path) => memoryFileSystem(files).list(path),
    };
    const workspace = createWorkspace({ files: disk, today });
    workspace.setFolders(['/p']);
    workspace.edit('/p/a.flow', caller);
    expect(codes(workspace, '/p/a.flow')).toContain('unknown-file');
    files['/p/b.flow'] = called;
    expect(codes(workspace, '/p/a.flow')).toContain('unknown-file');
    workspace.forgetDisk();
    expect(codes(workspace, '/p/a.flow')).toEqual([]);
    files['/p/flowc.config.json'] = '{ "rules": { "wait-without-timeout": "off" }, "preset": "none" }';
    workspace.forgetDisk();
    expect(workspace.snapshot().file('/p/b.flow')?.rules().get('dead-end')).toBe(undefined);
  });

  it('knows the files beside one that is opened alone, and those of its project', () => {
    const files = memoryFileSystem({
      '/p/a.flow': '',
      '/p/b.flow': called,
      '/p/sub/c.flow': called,
      '/q/flowc.config.json': '{}',
      '/q/sub/d.flow': '',
      '/q/other/e.flow': '',
    });
    const workspace = createWorkspace({ files, today });
    workspace.edit('/p/a.flow', caller);
    expect(workspace.snapshot().paths).toEqual(['/p/a.flow', '/p/b.flow']);
    workspace.edit('/q/sub/d.flow', '');
    expect(workspace.snapshot().paths).toEqual([
      '/p/a.flow',
      '/p/b.flow',
      '/q/other/e.flow',
      '/q/sub/d.flow',
    ]);
  });

  it('follows a use out of its folders', () => {
    const { snapshot } = openFiles({ 'a.flow': 'use "../q/b.flow"\nflow a\n' });
    expect(snapshot.file('/q/b.flow')).toBe(undefined);
    const files = memoryFileSystem({ '/p/a.flow': 'use "../q/b.flow"\nflow a\n', '/q/b.flow': called });
    const workspace = createWorkspace({ files, today });
    workspace.setFolders(['/p']);
    expect(workspace.snapshot().paths).toEqual(['/p/a.flow', '/q/b.flow']);
    expect(workspace.snapshot().usersOf('/q/b.flow')).toEqual(['/p/a.flow']);
  });

  it('judges a document that is not on the disk', () => {
    const workspace = createWorkspace({ files: memoryFileSystem({}), today });
    workspace.edit('untitled:Untitled-1', 'flow a\ntouchpoint t\n-> nowhere\n');
    expect(codes(workspace, 'untitled:Untitled-1')).toEqual(['unknown-target']);
  });
});

describe('a configuration', () => {
  it('with mistakes tells them once each, at their places', () => {
    const text = '{ "preset": "recomended", "rules": { "too-large": ["warning", { "most": 3 }] } }';
    const { snapshot } = openFiles({ 'a.flow': caller, 'b.flow': called, 'flowc.config.json': text });
    const found =
      configurationProblems(snapshot, ['/p/a.flow', '/p/b.flow']).get('/p/flowc.config.json') ?? [];
    expect(found.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`)).toEqual([
      '"most": “too-large” has no option “most”',
      '"recomended": “recomended” is not known here',
    ]);
  });
});

describe('places', () => {
  it('are counted in UTF-16 units, and lines end in LF, CRLF or CR', () => {
    const { snapshot, text } = openFiles('# 📞a\r\n# ב\r# c\n');
    const to = createTranslator(() => snapshot, new Map());
    const at = (needle: string) => to.position('/p/a.flow', text.indexOf(needle));
    expect(at('a')).toEqual({ line: 0, character: 4 });
    expect(at('ב')).toEqual({ line: 1, character: 2 });
    expect(at('c')).toEqual({ line: 2, character: 2 });
    for (let offset = 0; offset <= text.length; offset += 1)
      if (text[offset - 1] !== '\r' || text[offset] !== '\n')
        expect(to.offset('/p/a.flow', to.position('/p/a.flow', offset))).toBe(offset);
  });
});

describe('URIs', () => {
  it.each([
    ['file:///p/a%20b/%D7%91.flow', '/p/a b/ב.flow'],
    ['file:///p/100%25.flow', '/p/100%.flow'],
    ['file:///C%3A/p/a.flow', 'C:/p/a.flow'],
    ['file://server/share/a.flow', '//server/share/a.flow'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ])('%s', (uri, path) => {
    expect(pathOfUri(uri)).toBe(path);
    expect(uriOfPath(path)).toBe(uri);
  });

  it('are read as clients write them', () => {
    expect(pathOfUri('file:///c:/p/a.flow')).toBe('C:/p/a.flow');
    expect(pathOfUri('file://localhost/p/a.flow')).toBe('/p/a.flow');
    expect(pathOfUri('file:///p/100%.flow')).toBe('/p/100%.flow');
  });
});
