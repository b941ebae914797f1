import { printable } from '../diagnostic/printable.ts';
import type { OutputStream, Shell } from './shell.ts';

/**
 * A shell to whose terminal nothing goes that could move its cursor, set its title or disguise a line, wherever it
 * comes from: labels, names of files, arguments. All that flowc itself sends is colours, and lines of progress. Where
 * the output is no terminal it is left as it is: a patch or a formatted text is to be what it is.
 */
export const guardTerminal = (shell: Shell): Shell => ({
  ...shell,
  stdout: guarded(shell.stdout),
  stderr: guarded(shell.stderr),
});

const guarded = (stream: OutputStream): OutputStream => ({
  get isTerminal() {
    return stream.isTerminal;
  },
  get columns() {
    return stream.columns;
  },
  write: (content) => stream.write(stream.isTerminal ? harmless(content) : content),
});

/** Pictures of pixels are left alone: whoever wants them on a terminal has asked for them. */
function harmless(content: string | Uint8Array): string | Uint8Array {
  if (typeof content === 'string') return harmlessText(content);
  try {
    return harmlessText(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content));
  } catch {
    return content;
  }
}

function harmlessText(text: string): string {
  if (text === wipe) return text;
  const isProgress = text.startsWith('\r');
  const parts = (isProgress ? text.slice(1) : text).split(kept);
  return (isProgress ? '\r' : '') + parts.map((part, at) => (at % 2 === 0 ? printable(part) : part)).join('');
}

/** What `Progress` ends with. */
const wipe = '\r\u001b[K';

/** Line breaks, tabs, and colours: no blinking, and nothing that hides letters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const kept = /(\r?\n|\t|\u001b\[(?:[0-4]|2[2-9]|3[0-79]|9[0-7])m)/;
