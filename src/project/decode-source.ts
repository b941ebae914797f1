import type { InvalidByte, Source } from '../text/source.ts';

/** One for all files: to make one takes longer than to decode. */
const strictDecoder = new TextDecoder('utf-8', { fatal: true });

/** A file of random bytes has no use for a list of a million errors. */
const mostInvalidBytes = 1000;

/**
 * Reads bytes as UTF-8. A byte-order mark is skipped. What is not UTF-8 becomes U+FFFD and is listed in `invalidBytes`,
 * the first 1,000 of it; bytes are counted from the beginning of the file. UTF-16, as some editors on Windows save it,
 * is read so that its lines can be shown, and is invalid from its first byte on.
 */
export function decodeSource(path: string, bytes: Uint8Array): Source {
  const order = utf16Order(bytes);
  if (order !== undefined)
    return {
      path,
      text: new TextDecoder(order).decode(bytes),
      invalidBytes: [{ byte: 0, offset: 0 }],
      isUtf16: true,
    };
  try {
    return { path, text: strictDecoder.decode(bytes) };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    return { path, text, invalidBytes: findInvalidBytes(bytes) };
  }
}

/**
 * The byte order of a text in UTF-16: by its mark, else by its zeros. In each pair of a letter, a space or a line
 * break, one byte is zero, always the same; a flow has those in any language, and a text in UTF-8 has no zeros.
 */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const pairs = Math.min(bytes.length >> 1, 500);
  // The word “flow” is longer.
  if (pairs < 4) return undefined;
  const zeros = { even: 0, odd: 0 };
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair] === 0) zeros.even++;
    if (bytes[2 * pair + 1] === 0) zeros.odd++;
  }
  if (zeros.even === 0 && zeros.odd > pairs / 10) return 'utf-16le';
  if (zeros.odd === 0 && zeros.even > pairs / 10) return 'utf-16be';
  return undefined;
}

/** True where the file begins with the mark that `decodeSource` skips. */
export const hasByteOrderMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/**
 * Walks over the bytes as the Encoding Standard's decoder does: one U+FFFD for each longest run of bytes that could
 * have begun a character.
 */
function findInvalidBytes(bytes: Uint8Array): readonly InvalidByte[] {
  const found: InvalidByte[] = [];
  let at = hasByteOrderMark(bytes) ? 3 : 0;
  let offset = 0;
  while (at < bytes.length && found.length < mostInvalidBytes) {
    const { length, needed } = sequenceAt(bytes, at);
    if (length < needed) {
      found.push({ byte: at, offset });
      offset += 1;
    } else offset += needed === 4 ? 2 : 1;
    at += length;
  }
  return found;
}

/**
 * How many bytes of a character stand at a place, and how many it needs; a byte that begins none needs more than one.
 */
function sequenceAt(bytes: Uint8Array, at: number): { readonly length: number; readonly needed: number } {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { length: 1, needed: 1 };
  if (first < 0xc2 || first > 0xf4) return { length: 1, needed: 2 };
  const needed = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  // The second byte is bounded so that no character has two spellings, is a surrogate or above U+10FFFF.
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  let length = 1;
  while (length < needed) {
    const next = bytes[at + length] ?? 0;
    if (next < (length === 1 ? least : 0x80) || next > (length === 1 ? most : 0xbf)) break;
    length++;
  }
  return { length, needed };
}
