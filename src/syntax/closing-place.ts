import type { TokenType } from 'chevrotain';
import type { Lexeme } from './lexer.ts';
import { closes } from './match-quotation.ts';
import type { ClosingPlace } from './read-quotation.ts';
import { Identifier, LineArrow, typeOfWord, word } from './token-types.ts';

/** What a line begins with that is whole with its label. */
const wholeWithLabel: ReadonlySet<TokenType> = new Set([
  ...[
    word.flow,
    word.department,
    word.purpose,
    word.owner,
    word.version,
    word.role,
    word.system,
    word.request,
    word.party,
    word.level,
    word.scope,
    word.reference,
  ],
  ...[word.touchpoint, word.step, word.wait, word.end, word.call, word.transfer],
  ...[word.say, word.note, word.each, word.until],
  LineArrow,
]);

/** Whether the next line that is not empty begins as a line can. */
function isRightLine(text: string, from: number): boolean {
  const [, sign, first] =
    /^[ \t\r\n]*(?:([#}]|->|→|$)|([a-z]+)(?![\w-]))/.exec(text.slice(from, from + 500)) ?? [];
  return sign !== undefined || (first !== undefined && typeOfWord(first) !== Identifier);
}

/** Whether a quotation without its end can be closed where it ends: not where another begins behind it on its line. */
export function closingPlace(
  text: string,
  { image, startOffset }: Lexeme,
  head: TokenType | undefined,
): ClosingPlace {
  if (closes(image)) return 'none';
  const end = startOffset + image.length;
  const feed = text.indexOf('\n', end);
  const rest = text.slice(end, Math.min(feed === -1 ? text.length : feed, end + 500));
  if (rest.includes('"')) return 'none';
  const isWhole = rest.trim() === '' && head !== undefined && wholeWithLabel.has(head);
  return isWhole && (feed === -1 || isRightLine(text, feed + 1)) ? 'sure' : 'likely';
}
