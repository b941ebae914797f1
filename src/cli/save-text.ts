import { hasByteOrderMark } from '../project/decode-source.ts';
import { isUnreadable } from '../project/file-system.ts';
import { parentFolder } from '../project/path.ts';
import type { Shell } from './shell.ts';

/**
 * Writes a changed text back as it was written before: with its byte-order mark where there was one. `path` is
 * absolute.
 */
export function saveText({ files }: Shell, path: string, text: string): void {
  const bytes = files.read(path);
  const mark = !isUnreadable(bytes) && hasByteOrderMark(bytes) ? '\ufeff' : '';
  files.write(path, new TextEncoder().encode(mark + text), parentFolder(path));
}
