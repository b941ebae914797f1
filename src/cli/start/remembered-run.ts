import { statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type FolderEntry, isUnreadable, type UnreadableFile } from '../../project/file-system.ts';
import { diskFileSystem } from '../file-system.ts';
import { parseJson, readCacheFile, writeCacheFile } from './cache-file.ts';

/**
 * A run that found nothing to do: all that it asked the disk, and the answers. A run with the same arguments that would
 * get the same answers has nothing to do either, and to find that out takes no parser, no fonts and no layout. What the
 * files mean does not matter, so nothing can be forgotten: whatever a build looks at, sources and pictures, is asked
 * for.
 */
export interface RememberedRun {
  /** From `keyOfRun`. */
  readonly key: string;
  readonly reads: readonly RememberedRead[];
  readonly kinds: readonly (readonly [path: string, kind: string])[];
  readonly lists: readonly (readonly [folder: string, entries: string])[];
  /** The whole of standard error; nothing was written to standard output. */
  readonly said: string;
}

const isRememberedRun = (value: unknown): value is RememberedRun =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  'said' in value &&
  typeof value.said === 'string' &&
  'reads' in value &&
  isListOfTexts(value.reads, 3) &&
  'kinds' in value &&
  isListOfTexts(value.kinds, 2) &&
  'lists' in value &&
  isListOfTexts(value.lists, 2);

const isListOfTexts = (value: unknown, length: number): boolean =>
  Array.isArray(value) &&
  value.every(
    (entry) =>
      Array.isArray(entry) && entry.length === length && entry.every((each) => typeof each === 'string'),
  );

/** The path of a file, the digest of its content and its stamp. */
export type RememberedRead = readonly [path: string, digest: string, stamp: string];

/** `searchPath` is the person's `PATH`: what is said names commands as they are to be typed. */
export const keyOfRun = (
  argv: readonly string[],
  cwd: string,
  build: string,
  day: string,
  searchPath: string | undefined,
): string => JSON.stringify([argv, cwd, build, day, searchPath]);

/** The standard error of the run with this key, if one is remembered and the disk answers as it did; else undefined. */
export function replayIdleRun(cache: string, key: string): string | undefined {
  const content = readCacheFile(placeOf(cache, key));
  if (content === undefined) return undefined;
  const run = parseJson(content.toString());
  if (!isRememberedRun(run) || run.key !== key) return undefined;
  const isSame =
    run.kinds.every(([path, kind]) => (diskFileSystem.kind(path) ?? '') === kind) &&
    run.lists.every(([folder, entries]) => listAnswer(diskFileSystem.list(folder)) === entries);
  if (!isSame) return undefined;
  const began = Date.now();
  let restamped = false;
  const reads: RememberedRead[] = [];
  for (const read of run.reads) {
    const [path, digest, stamp] = read;
    const current = stampOf(path, began);
    if (current !== '' && current === stamp) reads.push(read);
    else if (readAnswer(diskFileSystem.read(path)) === digest) {
      reads.push([path, digest, current]);
      restamped ||= current !== '';
    } else return undefined;
  }
  if (restamped) rememberRun(cache, { ...run, reads });
  return run.said;
}

export const rememberRun = (cache: string, run: RememberedRun): void =>
  writeCacheFile(placeOf(cache, run.key), Buffer.from(JSON.stringify(run)));

const placeOf = (cache: string, key: string): string =>
  join(cache, `run-${crc32(key).toString(16).padStart(8, '0')}.json`);

/**
 * The stamp by which a file is known not to have been touched, as in git's index: size, both times to the nanosecond,
 * number. Empty where there is no file or none that can be looked at, or where it changed so recently that it could
 * change again within one tick of the disk's clock: then only the content tells. `now` in ms since 1970, from before
 * the file was read.
 */
export function stampOf(path: string, now: number): string {
  try {
    const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true });
    const settled = BigInt(now - longestTick) * 1_000_000n;
    return mtimeNs < settled && ctimeNs < settled ? `${size} ${mtimeNs} ${ctimeNs} ${ino}` : '';
  } catch {
    return '';
  }
}

/** In ms: FAT counts in two seconds. */
const longestTick = 2500;

export const readAnswer = (content: Uint8Array | UnreadableFile): string =>
  isUnreadable(content)
    ? content.reason
    : // Loaded only here: to load node:crypto takes longer than to compare the stamps of a thousand files.
      process.getBuiltinModule('node:crypto').hash('sha256', content, 'base64');

/** Only what a build looks for counts: flows, and pictures, which may be left behind. */
export const listAnswer = (entries: readonly FolderEntry[]): string =>
  entries
    .filter(({ name, kind }) => kind === 'folder' || /\.(?:flow|svg|png)$/.test(name))
    .map(({ name, kind }) => `${kind}/${name}`)
    .sort()
    .join('\n');
