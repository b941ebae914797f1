import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Shell } from '../../src/cli/shell.ts';
import { isReservedOnWindows } from '../../src/cli/write-file.ts';
import type { FileSystem } from '../../src/project/file-system.ts';
import { loadFiles } from '../../src/project/load-files.ts';
import { parse } from '../../src/syntax/parse.ts';
import { resolvePath } from '../../src/text/relative-path.ts';
import { cleanFlow, flowc } from '../cli/test-shell.ts';
import { memoryFileSystem } from '../project/memory-file-system.ts';
import { understand } from '../understand.ts';

describe('a path in “use”', () => {
  const found = (path: string) => {
    const files = { '/p/a.flow': `use ${JSON.stringify(path)}\nflow a\ntouchpoint t\nend\n` };
    const { files: loaded } = loadFiles(memoryFileSystem(files), '/p', ['/p/a.flow'], parse);
    return [...understand(loaded).values()].flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
  };

  it.each([
    '/etc/passwd',
    'C:/Windows/win.ini',
    'C:\\Windows\\win.ini',
    '..\\x.flow',
    'file:///etc/passwd',
    'https://example.org/x.flow',
    '../../../../../../etc/passwd',
    'a\nb.flow',
    '',
    '.',
    '..',
    './a.flow',
    'x/../a.flow',
    'con',
    '__proto__',
  ])('%j is an error and no more', (path) => {
    expect(found(path)).toEqual(['unknown-file']);
  });

  it('never leads to an absolute path from a relative one, however it climbs', () => {
    for (const path of ['../../../x', 'a/../../../x', './/../..//x']) {
      const resolved = resolvePath('flows/a.flow', path);
      expect('path' in resolved && !resolved.path.startsWith('/')).toBe(true);
    }
  });
});

describe('names of pictures', () => {
  it('hold nothing but the name of the file and of the flow, in their folder', async () => {
    const { files, code } = await flowc(['build', '.', '-o', 'out', '-f', 'json'], {
      files: {
        'a b%20#?&.flow': cleanFlow('a'),
        '-x.flow': cleanFlow('b'),
        '$(touch y).flow': cleanFlow('c'),
        '..flow.flow': cleanFlow('d'),
        'con.flow': cleanFlow('con'),
        'two.flow': `${cleanFlow('aux')}${cleanFlow('constructor')}${cleanFlow('בדיקה')}`,
      },
    });
    expect(code).toBe(0);
    expect(
      Object.keys(files)
        .filter((path) => path.startsWith('out/'))
        .sort(),
    ).toEqual([
      'out/$(touch y).json',
      'out/-x.json',
      'out/..flow.json',
      'out/a b%20#?&.json',
      'out/con.json',
      'out/two.aux.json',
      'out/two.constructor.json',
      'out/two.בדיקה.json',
    ]);
  });

  it('that differ by case only are not written over each other', async () => {
    const files = { 'a.flow': `${cleanFlow('x')}${cleanFlow('X')}` };
    const { code, err } = await flowc(['build'], { files });
    expect(code).toBe(2);
    expect(err).toContain('would both be drawn into');
  });

  it.each(['con.svg', 'CON', 'nul.json', 'Com1.svg', 'LPT9.a.svg', 'aux .svg', 'com².svg'])(
    '%s is a device on Windows',
    (name) => {
      expect(isReservedOnWindows(name)).toBe(true);
    },
  );

  it.each(['connect.svg', 'a.con.svg', 'com.svg', 'com10.svg', 'nul-1.svg'])(
    '%s is a name like others on Windows',
    (name) => {
      expect(isReservedOnWindows(name)).toBe(false);
    },
  );
});

/** A shell on a disk that changes under its hands: `read` says what is there the n-th time that a file is read. */
function changingShell(
  files: Readonly<Record<string, string>>,
  read: (path: string, time: number) => string | undefined,
): { readonly shell: Shell; readonly written: Map<string, string>; readonly said: () => string } {
  const written = new Map<string, string>();
  const times = new Map<string, number>();
  const texts: string[] = [];
  const fileSystem: FileSystem = memoryFileSystem(files);
  const stream = {
    isTerminal: false,
    columns: 80,
    write: (content: string | Uint8Array) => void texts.push(content.toString()),
  };
  const shell: Shell = {
    cwd: '/p',
    environment: {},
    stdout: stream,
    stderr: stream,
    stdin: { isTerminal: false, read: async () => new Uint8Array() },
    ask: async (_, proposed) => proposed,
    today: () => '2026-11-21',
    serveEditor: async () => {},
    untilInterrupted: async () => {},
    files: {
      ...fileSystem,
      read(path) {
        const time = times.get(path) ?? 0;
        times.set(path, time + 1);
        const made = written.get(path);
        const text = made ?? read(path, time);
        return text === undefined
          ? { reason: 'missing', message: 'there is no such file' }
          : Buffer.from(text);
      },
      write(path, content) {
        written.set(path, Buffer.from(content).toString());
        return true;
      },
      remove: (path) => void written.delete(path),
      removeLeftovers: () => {},
    },
  };
  return { shell, written, said: () => texts.join('') };
}

describe('a disk that changes during the build', () => {
  it('has lost a file since it was found: said so', async () => {
    const { shell, said, written } = changingShell({ '/p/a.flow': cleanFlow('a') }, () => undefined);
    expect(await run(['build'], shell)).toBe(2);
    expect(said()).toBe('error: a.flow cannot be read: there is no such file\n');
    expect(written.size).toBe(0);
  });

  it('has another text since it was read: the picture is of one of them, and the next build knows which', async () => {
    const text = (time: number): string => cleanFlow('a').replace('Customer calls', `Text ${time}`);
    const { shell, written, said } = changingShell({ '/p/a.flow': '' }, (path, time) =>
      path === '/p/a.flow' ? text(time) : undefined,
    );
    expect(await run(['build'], shell)).toBe(0);
    expect(written.get('/p/a.svg')).toMatch(/Text \d/);
    expect(await run(['build', '--check'], shell)).toBe(1);
    expect(said()).toContain('stale a.svg');
  });
});
