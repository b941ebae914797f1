import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskFileWriter } from '../../src/cli/write-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('writing a file', () => {
  const place = { root: '' };
  beforeEach(() => {
    place.root = mkdtempSync(join(tmpdir(), 'flowc-write-'));
  });
  afterEach(() => rmSync(place.root, { recursive: true, force: true }));
  const at = (path: string): string => join(place.root, path);
  const write = (path: string, text: string, root = 'out'): boolean =>
    diskFileWriter.write(at(path), bytes(text), at(root));

  it('makes the folders it needs and leaves nothing else behind', () => {
    expect(write('out/a/b/c.svg', 'one')).toBe(true);
    expect(readFileSync(at('out/a/b/c.svg'), 'utf8')).toBe('one');
    expect(readdirSync(at('out/a/b'))).toEqual(['c.svg']);
  });

  it('does not touch a file that has these bytes already', () => {
    write('out/a.svg', 'one');
    const { ino, mtimeMs } = statSync(at('out/a.svg'));
    expect(write('out/a.svg', 'one')).toBe(false);
    expect(statSync(at('out/a.svg'))).toMatchObject({ ino, mtimeMs });
    expect(write('out/a.svg', 'two')).toBe(true);
    expect(statSync(at('out/a.svg')).ino).not.toBe(ino);
  });

  it('keeps the permissions of what was there', () => {
    write('out/a.svg', 'one');
    chmodSync(at('out/a.svg'), 0o640);
    write('out/a.svg', 'two');
    expect(statSync(at('out/a.svg')).mode & 0o777).toBe(0o640);
  });

  it('never goes through a link out of its folder', () => {
    mkdirSync(at('out'));
    mkdirSync(at('elsewhere'));
    writeFileSync(at('elsewhere/secret'), 'secret');
    symlinkSync(at('elsewhere'), at('out/link'));
    symlinkSync(at('elsewhere/secret'), at('out/a.svg'));
    symlinkSync(at('elsewhere/not-there'), at('out/b.svg'));
    expect(() => write('out/link/x.svg', 'one')).toThrow('leads through a symbolic link out of its folder');
    expect(() => write('out/link/deep/x.svg', 'one')).toThrow(
      'leads through a symbolic link out of its folder',
    );
    expect(() => write('out/a.svg', 'one')).toThrow('leads through a symbolic link out of its folder');
    expect(() => write('out/b.svg', 'one')).toThrow('leads nowhere');
    expect(readdirSync(at('elsewhere'))).toEqual(['secret']);
    expect(readFileSync(at('elsewhere/secret'), 'utf8')).toBe('secret');
  });

  it('follows a link that stays within, and an output folder that is a link itself', () => {
    mkdirSync(at('real/deep'), { recursive: true });
    symlinkSync(at('real'), at('out'));
    symlinkSync(at('real/deep'), at('real/link'));
    writeFileSync(at('real/deep/a.svg'), 'old');
    symlinkSync(at('real/deep/a.svg'), at('real/b.svg'));
    write('out/link/x.svg', 'one');
    write('out/b.svg', 'two');
    expect(readFileSync(at('real/deep/x.svg'), 'utf8')).toBe('one');
    expect(readFileSync(at('real/deep/a.svg'), 'utf8')).toBe('two');
    expect(lstatSync(at('real/b.svg')).isSymbolicLink()).toBe(true);
  });

  it('clears away what a writer that was killed has left, and nothing that may still be written', () => {
    mkdirSync(at('out'));
    const names = ['.flowc-7-old.tmp', '.flowc-7-new.tmp', '.flowc-mine.tmp', 'flowc-7-old.tmp'];
    for (const name of names) writeFileSync(at(`out/${name}`), '<svg');
    for (const name of names.filter((each) => !each.includes('new')))
      utimesSync(at(`out/${name}`), new Date(), new Date(Date.now() - 120_000));
    diskFileWriter.removeLeftovers(at('out'));
    diskFileWriter.removeLeftovers(at('nowhere'));
    expect(readdirSync(at('out')).sort()).toEqual(['.flowc-7-new.tmp', '.flowc-mine.tmp', 'flowc-7-old.tmp']);
  });

  it('says in words why it cannot, and leaves no temporary file', () => {
    mkdirSync(at('out/a.svg'), { recursive: true });
    expect(() => write('out/a.svg', 'one')).toThrow(/a\.svg cannot be written: it is a folder/);
    writeFileSync(at('file'), '');
    expect(() => write('file/a.svg', 'one', 'file')).toThrow('a part of its path is a file');
    expect(() => write(`out/${'x'.repeat(300)}.svg`, 'one')).toThrow('its name is too long');
    expect(readdirSync(at('out'))).toEqual(['a.svg']);
    expect(existsSync(at('file/a.svg'))).toBe(false);
  });
});
