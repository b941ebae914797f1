import type { IToken } from 'chevrotain';
import type { Report } from './tokenize.ts';

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '"': '"', '\\': '\\' };

export function readQuotation(raw: IToken, _report: Report): string {
  const { image } = raw;
  if (image.startsWith('"""') && image.length >= 6) return resolve(withoutIndentation(image.slice(3, -3)));
  return resolve(image.slice(1, -1));
}

const resolve = (text: string): string =>
  text.includes('\\')
    ? text.replaceAll(
        /\\(?:u\{([0-9A-Fa-f]{1,6})\}|([\s\S]))/g,
        (all, hex: string | undefined, one: string | undefined) =>
          hex !== undefined
            ? String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex, 16)))
            : (escapes[one ?? ''] ?? all),
      )
    : text;

/** Takes away the first and the last line break, and the indentation that all lines have in common. */
export function withoutIndentation(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const head = lines[0] ?? '';
  if (lines.length === 1) return head;
  const last = lines.at(-1) ?? '';
  const rest = lines.slice(1).filter((line) => line.trim() !== '');
  const shared = Math.min(...rest.map((line) => line.length - line.trimStart().length));
  const body = lines.slice(1).map((line) => line.slice(Number.isFinite(shared) ? shared : 0));
  if (last.trim() === '') body.pop();
  return (head.trim() === '' ? body : [head, ...body]).join('\n');
}
