import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Reads what `writeCacheFile` wrote; undefined where nothing is there, or not all of it. */
export function readCacheFile(path: string): Buffer | undefined {
  try {
    const content = readFileSync(path);
    const payload = content.subarray(checksumLength);
    return content.length > checksumLength && crc32(payload) === content.readUInt32LE(0)
      ? payload
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Puts a file into the cache, all of it or none, with a checksum against what a bad disk or a crash makes of it;
 * against people, the folder is private. A cache that cannot be written is no reason to complain.
 */
export function writeCacheFile(path: string, payload: Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  const checksum = Buffer.alloc(checksumLength);
  checksum.writeUInt32LE(crc32(payload), 0);
  try {
    writeFileSync(temporary, Buffer.concat([checksum, payload]), { mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}

const checksumLength = 4;

/** Reads a text as JSON; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
