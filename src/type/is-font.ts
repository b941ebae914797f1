/**
 * True for the bytes of a font as HarfBuzz reads it: TrueType or OpenType (ISO/IEC 14496-22, 4.5), also the first
 * of a collection, all tables in it. Packed fonts, WOFF and WOFF2, are none.
 */
export function isFont(bytes: Uint8Array): boolean {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number): number => (at + 4 <= data.byteLength ? data.getUint32(at) : 0);
  const start = word(0) === collection ? word(12) : 0;
  if (!versions.has(word(start)) || start + 12 > data.byteLength) return false;
  const tables = new Map<number, { readonly offset: number; readonly length: number }>();
  for (let table = 0; table < data.getUint16(start + 4); table++) {
    const at = start + 12 + 16 * table;
    if (at + 16 > data.byteLength) return false;
    const [offset, length] = [word(at + 8), word(at + 12)];
    if (offset + length > data.byteLength) return false;
    tables.set(word(at), { offset, length });
  }
  return needed.every((tag) => (tables.get(tag)?.length ?? 0) > 0);
}

/** Four letters as a number. */
const tagOf = (letters: string): number =>
  [...letters].reduce((tag, letter) => tag * 256 + letter.charCodeAt(0), 0);

const collection = tagOf('ttcf');
const versions: ReadonlySet<number> = new Set([0x00010000, tagOf('OTTO'), tagOf('true')]);
/** Without these nothing can be found or measured. */
const needed = ['head', 'maxp', 'cmap', 'hhea', 'hmtx'].map(tagOf);
