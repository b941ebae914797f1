import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cacheFolder } from '../../src/cli/start/cache-folder.ts';
import { rememberRun, replayIdleRun, stampOf } from '../../src/cli/start/remembered-run.ts';

const place = { root: '' };
beforeEach(() => {
  place.root = mkdtempSync(join(tmpdir(), 'flowc-cache-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(place.root, { recursive: true, force: true });
});
const at = (name: string): string => join(place.root, name);

describe.skipIf(process.platform === 'win32')('the folder of the cache, whose content is run as code', () => {
  const environment = (): NodeJS.ProcessEnv => ({ XDG_CACHE_HOME: place.root });

  it('is made private', () => {
    expect(cacheFolder(environment())).toBe(at('flowc'));
    expect(statSync(at('flowc')).mode & 0o777).toBe(0o700);
  });

  it.each([0o702, 0o720, 0o722, 0o777, 0o770, 0o1777])(
    'is not believed where a group or all others can write to it: %o',
    (mode) => {
      mkdirSync(at('flowc'));
      chmodSync(at('flowc'), mode);
      expect(cacheFolder(environment())).toBeUndefined();
    },
  );

  it.each([0o700, 0o755, 0o750])('is believed where others can only read it: %o', (mode) => {
    mkdirSync(at('flowc'));
    chmodSync(at('flowc'), mode);
    expect(cacheFolder(environment())).toBe(at('flowc'));
  });

  it('is not believed where it belongs to someone else', () => {
    mkdirSync(at('flowc'), { mode: 0o700 });
    const mine = statSync(at('flowc')).uid;
    vi.spyOn(process, 'getuid').mockReturnValue(mine + 1);
    expect(cacheFolder(environment())).toBeUndefined();
    vi.spyOn(process, 'getuid').mockReturnValue(mine);
    expect(cacheFolder(environment())).toBe(at('flowc'));
  });

  it('is not believed where it is a link to a folder, or a file', () => {
    mkdirSync(at('elsewhere'), { mode: 0o700 });
    symlinkSync(at('elsewhere'), at('flowc'));
    expect(cacheFolder(environment())).toBeUndefined();
    rmSync(at('flowc'));
    writeFileSync(at('flowc'), '', { mode: 0o600 });
    expect(cacheFolder(environment())).toBeUndefined();
  });
});

describe('what a remembered run knows of a file', () => {
  const past = new Date('2026-01-01T00:00:00Z');
  /** Long enough from now on that nothing counts as recent. */
  const later = (): number => Date.now() + 10_000;

  it('tells nothing of one that changed just now, whatever its time says', () => {
    writeFileSync(at('a'), 'one');
    utimesSync(at('a'), past, past);
    expect(stampOf(at('a'), Date.now())).toBe('');
    expect(stampOf(at('a'), later())).not.toBe('');
    expect(stampOf(at('nowhere'), later())).toBe('');
  });

  it('tells one that was changed and set back to its time and size', async () => {
    writeFileSync(at('a'), 'one');
    utimesSync(at('a'), past, past);
    const before = stampOf(at('a'), later());
    // The disk's clock must tick between the two.
    await vi.waitUntil(() => {
      writeFileSync(at('a'), 'two');
      utimesSync(at('a'), past, past);
      return stampOf(at('a'), later()) !== before;
    });
    const { mtimeMs, size } = statSync(at('a'));
    expect({ mtimeMs, size }).toEqual({ mtimeMs: past.getTime(), size: 3 });
  });

  it('is the run anew where the content of such a file is another', () => {
    writeFileSync(at('a'), 'one');
    const run = { key: 'key', kinds: [], lists: [], said: 'fresh' };
    rememberRun(place.root, { ...run, reads: [[at('a'), 'digest of another text', '3 1 1 1']] });
    expect(replayIdleRun(place.root, 'key')).toBeUndefined();
    rememberRun(place.root, { ...run, reads: [[at('nowhere'), 'missing', '']] });
    expect(replayIdleRun(place.root, 'key')).toBe('fresh');
    expect(replayIdleRun(place.root, 'another')).toBeUndefined();
  });
});
