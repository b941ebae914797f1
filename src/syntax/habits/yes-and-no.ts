import type { TextEdit } from '../../text/text-edit.ts';
import { answers } from '../foreign-words.ts';
import { endOf, spanOf, type Token } from '../token.ts';
import { isName } from '../token-sets.ts';
import {
  Arrow,
  Comma,
  Identifier,
  Integer,
  LeftBrace,
  LineArrow,
  Percent,
  Question,
  RightBrace,
  Text,
  word,
} from '../token-types.ts';
import { inserted, retyped, safeFix, type TokenDraft, typeMeant } from './token-draft.ts';

/** `yes -> … no -> …` behind a question: the way for yes comes first, and the other stands behind `else`. */
export function yesAndNo(draft: TokenDraft): void {
  const tokens = [...draft.tokens];
  const dropped = new Set<number>();
  const changed = new Map<number, readonly Token[]>();
  for (let at = 0; at < tokens.length; at++) {
    const found = answersOf(draft, tokens, at);
    if (found === undefined) continue;
    const { first, second, braces } = found;
    const own = tokens[first.at];
    const edits: TextEdit[] = [];
    for (const answer of second === undefined ? [first] : [first, second]) {
      changed.set(answer.at, tokensOf(tokens, answer, answer === second));
      edits.push(...editsOf(draft, tokens, found, answer));
      draft.reported.push({ start: answer.startOffset, end: answer.reach });
    }
    for (const brace of braces) {
      dropped.add(brace);
      const place = tokens[brace];
      if (place !== undefined) edits.push({ span: widened(draft.text, spanOf(place)), text: '' });
    }
    if (own !== undefined) reportAnswers(draft, own, found, edits);
    const other = second === undefined ? undefined : tokens[second.at];
    if (other !== undefined) draft.reported.push(spanOf(other));
    at = found.end - 1;
  }
  if (changed.size === 0) return;
  const kept = tokens.flatMap((token, at) => (dropped.has(at) ? [] : (changed.get(at) ?? [token])));
  draft.setTokens(kept);
}

/** The answers to one question. */
interface Answers {
  readonly first: Answer;
  readonly second: Answer | undefined;
  /** The places of the braces around them, where they hold nothing else and so go as well. */
  readonly braces: readonly number[];
  /** Behind all of it. */
  readonly end: number;
}

/** The answers behind the question of an `if` that stands at a token. */
function answersOf(draft: TokenDraft, tokens: readonly Token[], at: number): Answers | undefined {
  const token = tokens[at];
  if (token === undefined || (token.tokenType !== word.if && !token.firstOnLine)) return undefined;
  if (typeMeant(draft, token) !== word.if) return undefined;
  const head = endOfHead(tokens, at + 1);
  const opens = tokens[head]?.tokenType === LeftBrace;
  const first = answerAt(draft, tokens, opens ? head + 1 : head);
  if (first === undefined) return undefined;
  const second = answerAt(draft, tokens, first.end);
  const { end } = second ?? first;
  if (!opens) return { first, second, braces: [], end };
  return tokens[end]?.tokenType === RightBrace ? { first, second, braces: [head, end], end } : undefined;
}

/** What stands in the place of the word of an answer: an `else` for the second, and an arrow where there is none. */
function tokensOf(tokens: readonly Token[], { at, hasArrow }: Answer, isSecond: boolean): readonly Token[] {
  const own = tokens[at];
  if (own === undefined) return [];
  const arrow = hasArrow ? [] : [inserted(Arrow, endOf(own), own)];
  return isSecond ? [retyped(own, word.else), ...arrow] : arrow;
}

/** The edit of one answer; where the `no` comes first, the branches change places. */
function editsOf(
  draft: TokenDraft,
  tokens: readonly Token[],
  { first, second }: Answers,
  answer: Answer,
): readonly TextEdit[] {
  const own = tokens[answer.at];
  const stop = tokens[answer.end - 1];
  if (own === undefined || stop === undefined) return [];
  const said = answer === second ? 'else ' : '';
  if (first.isYes || second?.isYes !== true)
    return [
      {
        span: { start: own.startOffset, end: answer.reach },
        text: said + (answer.hasArrow ? '' : '-> '),
      },
    ];
  const other = answer === second ? first : second;
  return [
    { span: { start: own.startOffset, end: endOf(stop) }, text: said + branchOf(draft, tokens, other) },
  ];
}

/** The branch of an answer as it is written, with an arrow before it. */
function branchOf(draft: TokenDraft, tokens: readonly Token[], { at, end, hasArrow }: Answer): string {
  const begin = tokens[at + 1];
  const stop = tokens[end - 1];
  if (begin === undefined || stop === undefined) return '';
  return `${hasArrow ? '' : '-> '}${draft.text.slice(begin.startOffset, endOf(stop))}`;
}

function reportAnswers(
  draft: TokenDraft,
  own: Token,
  { first, second }: Answers,
  edits: readonly TextEdit[],
): void {
  const isSure = second === undefined ? first.isYes : first.isYes !== second.isYes;
  draft.report({
    code: 'unexpected-token',
    span: spanOf(own),
    message:
      '“if” has no “yes” and “no”: the way for yes comes right behind the question, the way for no behind “else”',
    help: 'Leave out the “yes”, and write “else” for the “no”',
    ...(isSure && { fix: safeFix('Write it with “else”', edits) }),
  });
}

/** A span with the white space before it, and its line where nothing else stands on it. */
function widened(
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  let from = start;
  while (from > 0 && /[ \t]/.test(text.charAt(from - 1))) from--;
  if (text.charAt(from - 1) === '\n' && /^[ \t]*\r?(?:\n|$)/.test(text.slice(end))) {
    from--;
    if (text.charAt(from - 1) === '\r') from--;
  }
  return { start: from, end };
}

/** Behind the question of an `if` whose word is before `at`, and its percentage. */
function endOfHead(tokens: readonly Token[], at: number): number {
  let end = at;
  for (; end < tokens.length; end++) {
    const token = tokens[end];
    if (token === undefined || token.firstOnLine) break;
    const { tokenType: type } = token;
    if (type === Identifier && answers.has(token.image.toLowerCase()) && isLink(tokens[end + 1])) break;
    if (type !== Question && type !== Text && type !== Percent && type !== Integer && !isName(type)) break;
  }
  return end;
}

const isLink = (token: Token | undefined): boolean =>
  token !== undefined && [Arrow, LineArrow, LeftBrace].includes(token.tokenType);

interface Answer {
  readonly at: number;
  readonly startOffset: number;
  readonly reach: number;
  readonly isYes: boolean;
  readonly hasArrow: boolean;
  /** Behind its branch. */
  readonly end: number;
}

/** The answer that begins at a token, with the branch behind it. */
function answerAt(draft: TokenDraft, tokens: readonly Token[], from: number): Answer | undefined {
  const at = tokens[from]?.tokenType === Comma ? from + 1 : from;
  const own = tokens[at];
  const next = tokens[at + 1];
  if (own === undefined || next === undefined) return undefined;
  const said = own.tokenType === Text ? String(own.value) : own.image;
  const isYes = answers.get(said.toLowerCase());
  if (isYes === undefined || (own.tokenType !== Text && !isName(own.tokenType))) return undefined;
  const hasArrow = isLink(next);
  const gap = draft.text.slice(endOf(own), next.startOffset);
  const isTarget =
    isName(next.tokenType) || [Text, word.end, word.call, word.transfer].includes(next.tokenType);
  if (!hasArrow && !(hasColonIn(gap) && !next.firstOnLine && isTarget)) return undefined;
  const end = next.tokenType === LeftBrace ? afterBlock(tokens, at + 1) : afterChain(draft, tokens, at + 1);
  return { at, startOffset: own.startOffset, reach: next.startOffset, isYes, hasArrow, end };
}

const hasColonIn = (gap: string): boolean => /^\s*[:=：]\s*$/.test(gap);

/** Behind a chain: where the next line, the next answer or the end of the block begins. */
function afterChain(draft: TokenDraft, tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.firstOnLine || token.tokenType === RightBrace) return at;
    const isAnswer = answers.has(token.image.toLowerCase()) && tokens[at - 1]?.tokenType !== Arrow;
    const gap = draft.text.slice(endOf(token), tokens[at + 1]?.startOffset ?? endOf(token));
    if (isAnswer && (isLink(tokens[at + 1]) || hasColonIn(gap)))
      return tokens[at - 1]?.tokenType === Comma ? at - 1 : at;
  }
  return tokens.length;
}

function afterBlock(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const type = tokens[at]?.tokenType;
    if (type === LeftBrace) depth++;
    else if (type === RightBrace && --depth === 0) return at + 1;
  }
  return tokens.length;
}
