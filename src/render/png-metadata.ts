import {
  fingerprint,
  type PictureMetadata,
  type PictureOrigin,
  pictureFacts,
  readPictureFacts,
} from './metadata.ts';
import { chunkOf } from './png-chunk.ts';

/**
 * Writes version, hashes and origin into a PNG as a `tEXt` chunk before its end (PNG, third edition, 11.3.3.2).
 */
export const embedPngMetadata = (png: Uint8Array, version: string, origin: PictureOrigin): Uint8Array => {
  const facts = pictureFacts(version, origin, fingerprint(png));
  const chunk = chunkOf('tEXt', Buffer.from(`flowc\0${facts}`, 'latin1'));
  const end = png.length - endLength;
  return Buffer.concat([png.subarray(0, end), chunk, png.subarray(end)]);
};

/**
 * Reads what `embedPngMetadata` wrote, or undefined where nothing or something else is there. Looks only at the end.
 */
export const readPngMetadata = (png: Uint8Array): PictureMetadata | undefined => {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const keyword = bytes.lastIndexOf('tEXtflowc\0', undefined, 'latin1');
  const start = keyword - 4;
  if (start < 0) return undefined;
  const end = keyword + 8 + bytes.readUInt32BE(start);
  if (end + endLength !== bytes.length) return undefined;
  const text = bytes.toString('latin1', keyword, end - 4);
  return readPictureFacts(text.slice('tEXtflowc\0'.length), () =>
    fingerprint(Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])),
  );
};

/** The length of the `IEND` chunk in bytes. */
const endLength = 12;
