import { displayWidth } from './display-width.ts';

/**
 * Breaks a text at its spaces into lines of at most `width` columns; a word that is longer stays whole. Line breaks of
 * the text are kept. Never empty.
 */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const length = displayWidth(word);
      if (used > 0 && used + 1 + length > width) {
        lines.push(line);
        line = word;
        used = length;
      } else {
        line = line === '' ? word : `${line} ${word}`;
        used += length + (used > 0 ? 1 : 0);
      }
    }
    return [...lines, line.trimEnd()];
  });
}
