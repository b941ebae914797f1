/**
 * What counts as white space within a line where white space means nothing: spaces and tabs, no others. Whatever else
 * looks like a space (U+00A0, U+2003, U+3000) was put there by someone who wanted it. The reader and the formatter both
 * go by it.
 */
export const isBlank = (text: string): boolean => /^[ \t]*$/.test(text);

/** How many UTF-16 units of white space a line begins with; all of it where nothing else is in it. */
export const indentationOf = (line: string): number => {
  const first = line.search(/[^ \t]/);
  return first === -1 ? line.length : first;
};

/** A line without the white space at its end, and without its carriage return. */
export const trimBlankEnd = (line: string): string => {
  let end = line.length;
  while (end > 0 && ' \t\r'.includes(line.charAt(end - 1))) end--;
  return line.slice(0, end);
};

/** A text without the white space and the line breaks at its end. */
export const trimBlankLinesEnd = (text: string): string => {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
};
