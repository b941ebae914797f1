import type { Token } from './token.ts';

/** A token as a message shows it: its text, cut where it is long. */
export function quotedToken(token: Token): string {
  const [line = ''] = token.image.split('\n', 1);
  return `“${shortened(line)}”`;
}

/** A text of one line, cut where it is long. */
export const shortened = (line: string): string => (line.length > 40 ? `${line.slice(0, 40)}…` : line);
