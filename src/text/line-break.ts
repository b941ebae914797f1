/** How the lines of a text end: as most of them do; in LF where as many do, and where it has one line. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  let [feeds, both] = [0, 0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    feeds++;
    if (text[at - 1] === '\r') both++;
  }
  return both * 2 > feeds ? '\r\n' : '\n';
}

/** A text with LF at the end of each line: what decides whether two texts are the same. */
export const withLineFeeds = (text: string): string => text.replaceAll('\r\n', '\n');
