import { crc32 } from 'node:zlib';

/** A chunk of a PNG: length, type, data and check sum (PNG, third edition, 5.3). The type is four letters. */
export function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const checked = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(checked.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  chunk.set(checked, 4);
  chunk.writeUInt32BE(crc32(checked), chunk.length - 4);
  return chunk;
}
