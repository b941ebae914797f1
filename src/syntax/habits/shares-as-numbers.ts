import type { Span } from '../../text/span.ts';
import { endOf, type Token } from '../token.ts';
import { isName } from '../token-sets.ts';
import { DurationToken, Integer, Percent, Question, Text, word } from '../token-types.ts';
import { isWord, retyped, safeFix, type TokenDraft, typeMeant } from './token-draft.ts';

const percentWords = [
  'percent',
  'pct',
  'per-cent',
  'prozent',
  'pourcent',
  'procent',
  'prosent',
  'процентов',
  'אחוז',
  'אחוזים',
];
const aboutWords = ['about', 'approx', 'ca', 'circa', 'etwa', 'environ', 'roughly', 'around'];
const partWords = new Set([word.if, word.when, word.problem, word.timeout, word.otherwise]);
/** Words that are names elsewhere than at the start of a line. */
const lineWords = new Set([word.anytime, word.measure]);

/** How often something happens, as a share of one or in words: `0.8`, `80 percent`, `about 80%`. */
export function sharesAsNumbers(draft: TokenDraft): void {
  for (const [index, line] of draft.lines.entries()) {
    let own = line;
    let hasPart = false;
    for (let at = 0; at < own.length; at++) {
      const token = own[at];
      if (token === undefined) break;
      const type = at === 0 ? typeMeant(draft, token) : token.tokenType;
      hasPart ||= type !== undefined && (partWords.has(type) || (at === 0 && lineWords.has(type)));
      const written = hasPart ? shareAt(draft, own, at) : undefined;
      if (written === undefined) continue;
      const { share, span, length } = written;
      const text = `${Number((share * 100).toPrecision(10))}%`;
      draft.report({
        code: 'invalid-percent',
        span,
        message: `“${draft.slice(span)}” is written “${text}”`,
        help: `Write ${text}`,
        fix: safeFix(`Write ${text}`, [{ span, text }]),
      });
      const mended = { ...retyped(token, Percent, share), image: draft.slice(span) };
      own = [...own.slice(0, at), mended, ...own.slice(at + length)];
    }
    draft.lines[index] = own;
  }
}

/** A share from 0 to 1, where it is written otherwise than as a percentage, and in how many tokens. */
interface WrittenShare {
  readonly share: number;
  readonly span: Span;
  readonly length: number;
}

function shareAt(draft: TokenDraft, line: readonly Token[], at: number): WrittenShare | undefined {
  const token = line[at];
  const before = line[at - 1];
  if (token === undefined || before === undefined || !mayPrecede(before)) return undefined;
  if (isPointBefore(draft, before, token)) {
    const span = { start: token.startOffset - 1, end: endOf(token) };
    return { share: Number(`0.${token.image}`), span, length: 1 };
  }
  const length = shareLength(line, at);
  const last = line[at + length - 1];
  const number = line.slice(at, at + length).find(({ image }) => /\d/.test(image));
  if (length === 0 || last === undefined || number === undefined) return undefined;
  const share = shareOf(number, length > 1);
  return share === undefined
    ? undefined
    : { share, span: { start: token.startOffset, end: endOf(last) }, length };
}

/** Whether a number is written as `.8`. */
const isPointBefore = (draft: TokenDraft, before: Token, { tokenType, image, startOffset }: Token): boolean =>
  tokenType === Integer && image.length < 4 && /^\s+\.$/.test(draft.text.slice(endOf(before), startOffset));

const mayPrecede = ({ tokenType }: Token): boolean =>
  tokenType === Text || tokenType === Question || tokenType === word.timeout || isName(tokenType);

/** How many tokens say how often something happens; 0 where none do, or where they say it rightly. */
function shareLength(line: readonly Token[], from: number): number {
  const isAbout = isWord(line[from], ...aboutWords);
  const at = isAbout ? from + 1 : from;
  const number = line[at];
  if (number === undefined) return 0;
  if (isAbout && number.tokenType === Percent) return 2;
  if (number.tokenType === DurationToken && /^[01][.,]\d+$/.test(number.image)) return at - from + 1;
  const isNumber =
    number.tokenType === Integer || (number.tokenType === DurationToken && /^\d+[.,]\d+$/.test(number.image));
  return isNumber && isWord(line[at + 1], ...percentWords) ? at - from + 2 : 0;
}

/** From 0 to 1. */
function shareOf({ tokenType, image, value }: Token, hasWord: boolean): number | undefined {
  if (tokenType === Percent) return typeof value === 'number' ? value : undefined;
  const number = Number(image.replace(',', '.'));
  const share = hasWord ? number / 100 : number;
  return share >= 0 && share <= 1 ? share : undefined;
}
