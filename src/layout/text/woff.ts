import { zlibSync } from 'fflate';

/**
 * Wraps a TrueType font into WOFF 1.0 (https://www.w3.org/TR/WOFF/): its tables, each deflated by itself. WOFF 2 would be
 * a tenth smaller, but takes a Brotli encoder, and the one in Node gives other bytes from version to version.
 */
export const wrapWoff = (font: Uint8Array): Uint8Array => {
  const source = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const count = source.getUint16(4);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = sfntHeader + index * sfntEntry;
    const start = source.getUint32(entry + 8);
    const length = source.getUint32(entry + 12);
    const raw = font.subarray(start, start + length);
    const deflated = zlibSync(raw, { level: 9 });
    const bytes = deflated.length < length ? deflated : raw;
    return { tag: source.getUint32(entry), checksum: source.getUint32(entry + 4), length, bytes };
  });
  const start = woffHeader + count * woffEntry;
  const size = tables.reduce((sum, { bytes }) => sum + padded(bytes.length), start);
  const woff = new Uint8Array(size);
  const target = new DataView(woff.buffer);
  target.setUint32(0, signature);
  target.setUint32(4, source.getUint32(0));
  target.setUint32(8, size);
  target.setUint16(12, count);
  target.setUint32(
    16,
    tables.reduce((sum, { length }) => sum + padded(length), sfntHeader + count * sfntEntry),
  );
  target.setUint16(20, 1);
  let offset = start;
  for (const [index, { tag, checksum, length, bytes }] of tables.entries()) {
    const entry = woffHeader + index * woffEntry;
    for (const [field, value] of [tag, offset, bytes.length, length, checksum].entries())
      target.setUint32(entry + 4 * field, value);
    woff.set(bytes, offset);
    offset += padded(bytes.length);
  }
  return woff;
};

const signature = 0x774f4646;
const sfntHeader = 12;
const sfntEntry = 16;
const woffHeader = 44;
const woffEntry = 20;

/** Tables begin at multiples of four bytes. */
const padded = (length: number): number => (length + 3) & ~3;
