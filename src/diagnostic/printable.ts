/**
 * A text as it may be sent to a terminal: control characters become their pictures (U+2400 …), marks that reorder text
 * become their names, and a tab four spaces, so that no label of a flow can move the cursor or disguise a line.
 */
export function printable(text: string): string {
  let result = '';
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const shown = printableUnit(text.charCodeAt(at));
    if (shown === undefined) continue;
    result += text.slice(done, at) + shown;
    done = at + 1;
  }
  return done === 0 ? text : result + text.slice(done);
}

/** What stands for one UTF-16 unit; undefined where it can be shown as it is. */
function printableUnit(unit: number): string | undefined {
  if (unit === 0x09) return '    ';
  if (unit < 0x20) return String.fromCharCode(0x2400 + unit);
  if (unit < 0x7f) return undefined;
  if (unit === 0x7f) return '\u2421';
  if (unit < 0xa0) return '\ufffd';
  const reorders = (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
  const breaksLine = unit === 0x2028 || unit === 0x2029;
  return reorders || breaksLine ? `<U+${unit.toString(16).toUpperCase()}>` : undefined;
}
