/** Which quotes may close what each opens, best first: “…”, „…“, ”…”, «…», »…«. */
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”“',
  '”': '”',
  '„': '“”',
  '‟': '”‟',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '＂': '＂',
};

/**
 * Matches a quotation with any kind of quotes, for chevrotain's `exec` of a custom pattern. One in `"""` runs to the next
 * `"""`; any other ends on its line, at the quote that closes it or, where none does, with the line.
 */
export function matchQuotation(text: string, offset: number): [string] | null {
  const opening = text.charAt(offset);
  const closing = closers[opening];
  if (closing === undefined) return null;
  if (text.startsWith('"""', offset)) {
    const end = tripleEnd(text, offset + 3);
    if (end !== -1) return [text.slice(offset, end + 3)];
  }
  const end = quotationEnd(text, offset + 1, closing);
  return [text.slice(offset, end)];
}

function tripleEnd(text: string, from: number): number {
  for (let at = text.indexOf('"""', from); at !== -1; at = text.indexOf('"""', at + 1)) {
    let backslashes = 0;
    while (text.charAt(at - 1 - backslashes) === '\\' && at - backslashes > from) backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return -1;
}

function quotationEnd(text: string, from: number, closing: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n') return at > from && text.charAt(at - 1) === '\r' ? at - 1 : at;
    if (character === '\\' && text.charAt(at + 1) !== '\n' && text.charAt(at + 1) !== '\r') at++;
    else if (closing.includes(character)) return at + 1;
  }
  return text.length;
}
