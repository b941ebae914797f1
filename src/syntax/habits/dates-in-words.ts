import { calendarDate, readDateWords } from '../read-date.ts';
import { endOf, type Token } from '../token.ts';
import { isName } from '../token-sets.ts';
import { Comma, DateToken, DurationToken, Integer, Text, word } from '../token-types.ts';
import { retyped, safeFix, type TokenDraft, typeMeant } from './token-draft.ts';

/** The day of the last review in words, in quotes or without its day: `21 November 2026`, `Nov 21, 2026`, `2026-11`. */
export function datesInWords(draft: TokenDraft): void {
  for (const [index, line] of draft.lines.entries()) {
    const [keyword, first] = line;
    if (typeMeant(draft, keyword) !== word.reviewed || first === undefined) continue;
    const end = endOfDate(line);
    const last = line[end - 1];
    if (last === undefined || end < 2 || (first.tokenType === DateToken && end === 2)) continue;
    const span = { start: first.startOffset, end: endOf(last) };
    const written = draft.slice(span);
    const date = readDateWords(first.tokenType === Text ? String(first.value) : written);
    draft.report({
      code: 'invalid-date',
      span,
      message: date === undefined ? `“${written}” is no date` : `“${written}” is written “${date}”`,
      help: 'A date is year-month-day, such as 2026-11-21',
      ...(date === undefined ? {} : { fix: safeFix(`Write ${date}`, [{ span, text: date }]) }),
    });
    draft.lines[index] = [
      ...line.slice(0, 1),
      { ...retyped(first, DateToken, date ?? calendarDate(2000, 1, 1).value), image: written },
      ...line.slice(end),
    ];
  }
}

/** Behind the last token of a date: at `every`, or where nothing of a date stands any more. */
function endOfDate(line: readonly Token[]): number {
  let at = 1;
  for (; at < line.length; at++) {
    const token = line[at];
    if (token === undefined || token.tokenType === word.every) break;
    const isPart = [Integer, DateToken, DurationToken, Comma, Text].includes(token.tokenType);
    if (!isPart && !isName(token.tokenType)) break;
  }
  return at;
}
